/** What a command still needs, as a form in the place of an answer's looks. */
import { randomUUID } from 'node:crypto';
import { type Field, type FormAnswer, fieldsOf, formCommand, sayMissing } from '../../../commands/index.ts';
import { completeZone } from '../../../digest/index.ts';
import { type Html, markup } from '../../markup.ts';
import type { Bot } from '../../platform.ts';
import { seenView, turnView } from './answer.ts';

/** What a form's fields are called when it is sent: `given.story` goes along, `asked.story` was filled in; `offers` may stay empty. */
export const fieldNames = { command: 'form', given: 'given.', asked: 'asked.', offers: 'offers' } as const;

/** There are fewer. */
const mostZones = 1000;

/** A form that answers a line. @param values what its fields hold already, by option */
export function formView(
  line: string,
  form: FormAnswer,
  bot: Bot,
  values: Readonly<Record<string, string>> = {},
): Html {
  const { command, given, offers = [] } = form;
  const hidden = Object.entries(given).map(
    ([name, value]) => markup`<input type="hidden" name="${fieldNames.given + name}" value="${value}">`,
  );
  const content = markup`<form method="post" action="/" class="asks" autocomplete="off" data-command="${formCommand(form)}">
    <input type="hidden" name="${fieldNames.command}" value="${command.name}">
    <input type="hidden" name="${fieldNames.offers}" value="${offers.join(' ')}">${hidden}
    <fieldset><legend><code>${formCommand(form)}</code> needs a little more</legend>
      <p class="about">${command.description}</p>
      ${fieldsOf(form, bot.complete).map((field) => askView(field, values[field.name] ?? ''))}
      <button class="send">Send</button></fieldset>
  </form>`;
  const summary = `${sayMissing(form)}: a form asks for that.`;
  return turnView({ line, kind: 'form', command: '', seen: seenView('reader'), summary, content });
}

function askView(field: Field, value: string): Html {
  const { name, label, description, optional, choices } = field;
  const id = `ask-${randomUUID().slice(0, 8)}`;
  const attributes = markup`id="${id}" name="${fieldNames.asked + name}" ${!optional && 'required'} aria-describedby="${id}-about"`;
  const options = choices.map(
    (each) => markup`<option value="${each.value}" ${each.value === value && 'selected'}>${each.label}</option>`,
  );
  // What was typed elsewhere may be none of the choices.
  const isListed = choices.length > 0 && (value === '' || choices.some((each) => each.value === value));
  const none = optional ? 'Leave it out' : 'Choose…';
  const control = isListed
    ? markup`<select ${attributes}><option value="">${none}</option>${options}</select>`
    : typedView(field, value, id, attributes);
  const mark = optional && markup` <span class="optional">may stay empty</span>`;
  return markup`<div class="ask"><label for="${id}">${label}${mark}</label>${control}<p id="${id}-about" class="about">${description}</p></div>`;
}

/** What the browser has for a kind of value; else it is typed. */
function typedView({ kind }: Field, value: string, id: string, attributes: Html): Html {
  // A field for times shows nothing else.
  if (kind === 'hour' && /^(?:\d\d:\d\d)?$/.test(value))
    return markup`<input ${attributes} type="time" value="${value}">`;
  // Sentences: there is room for some, and they are checked for slips as the browser does elsewhere.
  if (kind === 'text') return markup`<textarea ${attributes} rows="2" enterkeyhint="send">${value}</textarea>`;
  if (kind !== 'zone')
    return markup`<input ${attributes} value="${value}" spellcheck="false" ${kind === 'count' && markup`inputmode="numeric"`}>`;
  const zones = completeZone('', mostZones).map((zone) => markup`<option value="${zone}"></option>`);
  return markup`<input ${attributes} value="${value}" list="${id}-zones" spellcheck="false" autocapitalize="off">
    <datalist id="${id}-zones">${zones}</datalist>`;
}
