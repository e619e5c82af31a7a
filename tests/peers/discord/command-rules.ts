/** What Discord refuses in commands. https://discord.com/developers/docs/interactions/application-commands */
import { Form, type Path } from './form.ts';
import { checkNaming, type Raw, unique } from './naming-rules.ts';
import { checkOptions } from './option-rules.ts';

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

export interface Option {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly Choice[] | null;
  readonly options?: readonly Option[] | null;
  readonly channel_types?: readonly number[] | null;
  readonly min_value?: number;
  readonly max_value?: number;
  readonly min_length?: number;
  readonly max_length?: number;
}

export interface Command {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly type: number;
  readonly options?: readonly Option[] | null;
  readonly default_member_permissions?: string | null;
  readonly contexts?: readonly number[] | null;
  readonly dm_permission?: boolean | null;
  readonly application_id?: string;
  readonly version?: string;
  readonly guild_id?: string;
}

const most = { commands: 100, characters: 8000 };

/** Throws a refusal, or returns the list as what it was checked to be. */
export function checkCommands(raw: unknown): Omit<Command, 'id'>[] {
  const form = new Form();
  const commands = form.list([], raw, { max: most.commands, required: true }).map((each, index) => {
    const command = form.object<Raw>([index], each);
    checkCommand(form, [index], command);
    return command;
  });
  unique(form, [], commands, 'APPLICATION_COMMANDS_DUPLICATE_NAME', ({ name, type }) => `${type ?? 1} ${name}`);
  form.done();
  return commands as unknown as Omit<Command, 'id'>[];
}

function checkCommand(form: Form, path: Path, command: Partial<Raw>): void {
  form.choice([...path, 'type'], command.type, [1, 2, 3]);
  form.list([...path, 'contexts'], command.contexts, { min: 1 }).forEach((each, index) => {
    form.choice([...path, 'contexts', index], each, [0, 1, 2], true);
  });
  form.list([...path, 'integration_types'], command.integration_types, { min: 1 }).forEach((each, index) => {
    form.choice([...path, 'integration_types', index], each, [0, 1], true);
  });
  form.snowflake([...path, 'default_member_permissions'], command.default_member_permissions);
  if ((command.type ?? 1) !== 1) {
    form.text([...path, 'name'], command.name, { min: 1, max: 32, required: true });
    return;
  }
  checkNaming(form, path, command);
  checkOptions(form, [...path, 'options'], command.options, 0);
  if (sizeOf(command) > most.characters)
    form.refuse(path, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${most.characters})`);
}

/** Names, descriptions and values of all levels together; of a text in several languages the longest counts. */
function sizeOf(value: Partial<Raw>): number {
  const longest = (text: unknown, others: unknown) =>
    Math.max(
      ...[text, ...Object.values((others as object | undefined) ?? {})].map((each) => String(each ?? '').length),
    );
  const inner = [value.options, value.choices].flatMap((list) => (Array.isArray(list) ? (list as Partial<Raw>[]) : []));
  const own = (value as { value?: unknown }).value;
  return (
    longest(value.name, value.name_localizations) +
    longest(value.description, value.description_localizations) +
    (typeof own === 'string' ? own.length : 0) +
    inner.reduce((sum, each) => sum + sizeOf(each ?? {}), 0)
  );
}
