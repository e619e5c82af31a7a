/** What is missing of a command, and how that is said where no form can be shown. */
import { capitalized, listed, type Message } from '../message/index.ts';
import { button } from './buttons.ts';
import type { Command } from './command.ts';
import type { FormAnswer, MessageAnswer } from './invocation.ts';
import { mistake } from './mistake.ts';
import type { Option } from './option.ts';
import { commandText } from './typed/command-text.ts';
import { type Choice, mostChoices } from './typed/complete-values.ts';

/** The form that asks for the required options that were not given; undefined where all were. */
export function missing(command: Command, given: Readonly<Record<string, string>>): FormAnswer | undefined {
  const asks = Object.entries(command.options).flatMap(([name, { required }]) =>
    required === true && (given[name] ?? '').trim() === '' ? [name] : [],
  );
  if (asks.length === 0) return undefined;
  // Blanks that were given for them are nothing that has to go along.
  const kept = Object.fromEntries(Object.entries(given).filter(([name]) => !asks.includes(name)));
  return { kind: 'form', command, given: kept, asks };
}

/** A field of a form. */
export interface Field {
  /** The option's name. */
  readonly name: string;
  /** `As of`, for `as-of`, where the option gives none. */
  readonly label: string;
  readonly description: string;
  /** How it may be typed, where the field is a typed one. */
  readonly typedAs?: string;
  readonly kind: Option['kind'];
  /** It may stay empty. */
  readonly optional: boolean;
  /** What it offers, complete; nothing where it is typed. */
  readonly choices: readonly Choice[];
}

/** The completion of options, as `Bot` has it. */
type Complete = (command: Command, option: string, typed: string, given: FormAnswer['given']) => readonly Choice[];

/** Kinds whose values are chosen in a form, unless there are too many of them. */
const chosen: ReadonlySet<Option['kind']> = new Set(['story', 'topic', 'choice']);

/** The fields of a form, for a platform to draw. */
export function fieldsOf({ command, given, asks, offers = [], ifEmpty = {} }: FormAnswer, complete: Complete): Field[] {
  return [...asks, ...offers].map((name) => {
    const { kind = 'text', description = '', form } = command.options[name] ?? {};
    const offered = chosen.has(kind) ? complete(command, name, '', given) : [];
    // A full list may have left some out.
    const choices = kind === 'flag' ? yesOrNo : offered.length < mostChoices ? offered : [];
    return {
      name,
      label: form?.label ?? capitalized(name.replaceAll('-', ' ')),
      description: described(form?.about ?? description, ifEmpty[name]),
      ...(form?.typedAs !== undefined && { typedAs: form.typedAs }),
      kind,
      optional: !asks.includes(name),
      choices,
    };
  });
}

function described(about: string, ifEmpty: string | undefined): string {
  return ifEmpty === undefined ? about : `${about}. If it stays empty: ${ifEmpty}.`;
}

const yesOrNo: readonly Choice[] = [
  { label: 'Yes', value: 'yes' },
  { label: 'No', value: 'no' },
];

/** A form's question as a message, whose button opens the form. */
export function asMessage(form: FormAnswer): MessageAnswer {
  const { command, given, asks } = form;
  const more: Message['blocks'] = asks.map((name) => ({
    kind: 'entry',
    label: [{ kind: 'text', text: name }],
    content: [{ kind: 'text', text: command.options[name]?.description ?? '' }],
  }));
  return mistake(
    'Something is missing',
    `${sayMissing(form)}.`,
    button('Fill it in', commandText(command, given)),
    more,
  );
}

/** `/digest subscribe needs ‘on’ and ‘at’`: what a form asks for, by the names of the options. */
export function sayMissing({ command, asks }: FormAnswer): string {
  return `/${command.name} needs ${listed(asks.map((name) => `‘${name}’`))}`;
}

/** The command text of a form: what was given goes with it when it is sent. */
export function formCommand({ command, given }: FormAnswer): string {
  return commandText(command, given);
}
