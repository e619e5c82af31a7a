/** What is missing of a command, and how that is said where no form can be shown. */
import type { Message } from '../message/index.ts';
import type { Command } from './command.ts';
import type { FormAnswer, MessageAnswer } from './invocation.ts';
import { button, commandText, mistake } from './mistakes.ts';

/** The form that asks for the required options that were not given; undefined where all were. */
export function missing(command: Command, given: Readonly<Record<string, string>>): FormAnswer | undefined {
  const asks = Object.entries(command.options).flatMap(([name, { required }]) =>
    required === true && (given[name] ?? '').trim() === '' ? [name] : [],
  );
  return asks.length === 0 ? undefined : { kind: 'form', command, given, asks };
}

/** A form's question as a message, whose button opens the form. */
export function asMessage(form: FormAnswer): MessageAnswer {
  const { command, given, asks } = form;
  const more: Message['blocks'] = asks.map((name) => ({
    kind: 'entry',
    label: [{ kind: 'text', text: name }],
    content: [{ kind: 'text', text: command.options[name]?.description ?? '' }],
  }));
  const sentence = `/${command.name} needs ${asks.join(', ')}.`;
  return mistake('Something is missing', sentence, button('Fill it in', commandText(command, given)), more);
}

/** The command text of a form: what was given goes with it when it is sent. */
export function formCommand({ command, given }: FormAnswer): string {
  return commandText(command, given);
}
