/** What a command still needs, as a form in the place of an answer's looks. */
import { randomUUID } from 'node:crypto';
import { type FormAnswer, formCommand } from '../../commands/index.ts';
import { type Html, markup } from '../markup.ts';
import type { Bot } from '../platform.ts';
import { seenView, turnView } from './answer-view.ts';

/** What a form's fields are called when it is sent: `given.story` goes along, `asked.story` was filled in. */
export const fieldNames = { command: 'form', given: 'given.', asked: 'asked.' } as const;

/** As many choices as the bot gives at most: there may be others, which can only be typed. */
const fullList = 25;

const yesOrNo = [
  { label: 'Yes', value: 'yes' },
  { label: 'No', value: 'no' },
];

/** A form that answers a line. @param values what its fields hold already, by option */
export function formView(
  line: string,
  form: FormAnswer,
  bot: Bot,
  values: Readonly<Record<string, string>> = {},
): Html {
  const { command, given, asks } = form;
  const hidden = Object.entries(given).map(
    ([name, value]) => markup`<input type="hidden" name="${fieldNames.given + name}" value="${value}">`,
  );
  const content = markup`<form method="post" action="/" class="asks" autocomplete="off" data-command="${formCommand(form)}">
    <input type="hidden" name="${fieldNames.command}" value="${command.name}">${hidden}
    <fieldset><legend><code>${formCommand(form)}</code> needs a little more</legend>
      <p class="about">${command.description}</p>
      ${asks.map((name) => askView(name, form, bot, values[name] ?? ''))}
      <button class="send">Send</button></fieldset>
  </form>`;
  const summary = `/${command.name} needs ${asks.join(', ')}: a form asks for it.`;
  return turnView({ line, kind: 'form', command: '', seen: seenView('reader'), summary, content });
}

function askView(name: string, form: FormAnswer, bot: Bot, value: string): Html {
  const id = `ask-${randomUUID().slice(0, 8)}`;
  const option = form.command.options[name];
  const attributes = markup`id="${id}" name="${fieldNames.asked + name}" required aria-describedby="${id}-about"`;
  const choices = choicesOf(name, form, bot, value);
  const typed = markup`<input ${attributes} value="${value}" spellcheck="false" ${option?.kind === 'count' && markup`inputmode="numeric"`}>`;
  const field = choices
    ? markup`<select ${attributes}><option value="">Choose…</option>${choices.map((each) => markup`<option value="${each.value}" ${each.value === value && 'selected'}>${each.label}</option>`)}</select>`
    : typed;
  return markup`<div class="ask"><label for="${id}">${labelOf(name)}</label>${field}<p id="${id}-about" class="about">${option?.description}</p></div>`;
}

/** What a field's list offers; undefined where the value is better typed, or is none of the list. */
function choicesOf(name: string, { command, given }: FormAnswer, bot: Bot, value: string) {
  const kind = command.options[name]?.kind;
  if (kind !== 'choice' && kind !== 'flag' && kind !== 'story') return undefined;
  const choices = kind === 'flag' ? yesOrNo : bot.complete(command, name, '', given);
  const fits = value === '' || choices.some((each) => each.value === value);
  return choices.length > 0 && choices.length < fullList && fits ? choices : undefined;
}

/** `as-of` as `As of`. */
function labelOf(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;
}
