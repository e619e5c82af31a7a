/** What a request of the page says: a typed line, a button of a message, or a form that was filled in. */
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type Command, type FormAnswer, formCommand, type Invocation, splitCommand } from '../../../commands/index.ts';
import type { TypedLine } from '../views/answer.ts';
import { fieldNames } from '../views/form.ts';
import { pagesOf } from '../views/pages.ts';

/** A request, read. */
export interface PageRequest extends TypedLine {
  readonly call: Pick<Invocation, 'command' | 'options' | 'text' | 'line' | 'again'>;
  /** The form that was sent, and what was filled in. */
  readonly form?: FormAnswer;
  readonly filledIn?: Readonly<Record<string, string>>;
}

/** Reads what was typed, pressed or filled in. @throws {HTTPException} where there is nothing to read */
export async function readRequest(context: Context, commands: readonly Command[]): Promise<PageRequest> {
  const texts = await textsOf(context);
  const named = texts.get(fieldNames.command);
  const command = commands.find(({ name }) => name === named);
  if (command) return readForm(command, texts);
  // A form of an earlier version of the bot is as old as its buttons.
  const press = texts.get('press') ?? (named === undefined ? '' : `/${named}`);
  const line = press === '' ? (texts.get('say') ?? '').replace(mention, '') : press;
  const again = texts.has('again');
  const pages = pagesOf(line, texts, again);
  return { line, pressed: press !== '', call: { ...splitCommand(line), again }, pages };
}

/** As the bot is called in a channel; here it is alone. */
const mention = /^\s*@dateline\b[\s,:]*/i;

/** Which item of the inbox was seen to. @throws {HTTPException} where none is named */
export async function readSettled(context: Context): Promise<number> {
  const id = (await textsOf(context)).get('settle') ?? '';
  if (!/^[1-9]\d{0,14}$/.test(id)) throw new HTTPException(400, { message: 'That names nothing in the inbox.' });
  return Number(id);
}

/** The fields that are texts. @throws {HTTPException} where there is no form */
async function textsOf(context: Context): Promise<ReadonlyMap<string, string>> {
  const body = await context.req.parseBody().catch(() => {
    throw new HTTPException(400, { message: 'The form could not be read.' });
  });
  return new Map(Object.entries(body).filter((field): field is [string, string] => typeof field[1] === 'string'));
}

function readForm(command: Command, texts: ReadonlyMap<string, string>): PageRequest {
  const valuesOf = (prefix: string) => {
    const names = Object.keys(command.options).filter((name) => texts.has(prefix + name));
    return Object.fromEntries(names.map((name) => [name, texts.get(prefix + name) ?? '']));
  };
  const given = valuesOf(fieldNames.given);
  const filledIn = valuesOf(fieldNames.asked);
  const options = { ...given, ...filledIn };
  const offered = (texts.get(fieldNames.offers) ?? '').split(' ');
  const fields = Object.keys(filledIn);
  const asks = fields.filter((name) => !offered.includes(name));
  const offers = fields.filter((name) => offered.includes(name));
  const form: FormAnswer = { kind: 'form', command, given, asks, offers };
  const line = formCommand({ ...form, given: options });
  return { line, pressed: true, call: { command: command.name, options }, form, filledIn };
}
