/** What a person can type after a slash: only what the bot has registered, as Discord's own window sees to. */
import type { PeerChannel } from './channels.ts';
import type { Command, Option } from './command-rules.ts';
import type { Commands } from './commands.ts';
import { Permission, userPayload, type World } from './world.ts';

export type Given = Readonly<Record<string, string | number | boolean>>;

interface Typed {
  readonly type: number;
  readonly name: string;
  readonly value?: string | number | boolean;
  readonly focused?: true;
  readonly options?: Typed[];
}

export interface Line {
  readonly command: string;
  /** `name`, or `group name`. */
  readonly subcommand?: string | undefined;
  readonly options: Given;
  /** The option that is being typed, and what stands in it so far. */
  readonly focused?: { readonly option: string; readonly text: string };
  readonly channel: PeerChannel;
  readonly permissions: bigint;
  readonly readerId: string;
}

/** An interaction's `data`, and the type of the option being completed; throws where no person could send it. */
export function typed(world: World, commands: Commands, line: Line): { data: object; optionType: number } {
  const { guild } = line.channel;
  const command = commands.find(line.command, guild?.id);
  if (!command)
    throw new Error(`/${line.command} is not registered; what is: ${commands.names(guild?.id).join(', ') || 'none'}`);
  checkAllowed(command, line);
  const path = line.subcommand === undefined ? [] : line.subcommand.split(' ');
  const options = descend(command, path);
  const values = fill(options, line);
  const nested = path.reduceRight<Typed[]>(
    (inner, name, index) => [{ type: index === path.length - 1 ? 1 : 2, name, options: inner }],
    values,
  );
  const own = command.guild_id === undefined ? {} : { guild_id: command.guild_id };
  const resolved = resolve(world, line, options, values);
  const data = { id: command.id, name: command.name, type: 1, options: nested, ...own, ...resolved };
  return { data, optionType: options.find(({ name }) => name === line.focused?.option)?.type ?? 3 };
}

function checkAllowed(command: Command, { channel, permissions }: Line): void {
  const contexts = command.contexts ?? (command.dm_permission === false ? [0] : [0, 1, 2]);
  if (!contexts.includes(channel.guild ? 0 : 1)) throw new Error(`/${command.name} is not offered here.`);
  if (!channel.guild || command.default_member_permissions == null) return;
  const needed = BigInt(command.default_member_permissions);
  const isHidden = needed === 0n ? false : (permissions & needed) !== needed;
  const isAdministrator = (permissions & Permission.Administrator) !== 0n;
  if ((isHidden || needed === 0n) && !isAdministrator) throw new Error(`/${command.name} is hidden from this reader.`);
}

function descend(command: Command, path: readonly string[]): readonly Option[] {
  let options = command.options ?? [];
  for (const name of path) {
    const found = options.find((option) => option.name === name && option.type <= 2);
    if (!found) throw new Error(`/${command.name} has no ${path.join(' ')}.`);
    options = found.options ?? [];
  }
  if (options.some(({ type }) => type <= 2)) throw new Error(`/${command.name} needs one of its subcommands.`);
  return options;
}

function fill(options: readonly Option[], { command, options: given, focused }: Line): Typed[] {
  for (const name of [...Object.keys(given), ...(focused ? [focused.option] : [])])
    if (!options.some((option) => option.name === name)) throw new Error(`/${command} has no option ${name}.`);
  const missing = options.find(({ name, required }) => required && given[name] === undefined);
  if (missing && !focused) throw new Error(`/${command} needs ${missing.name}.`);
  return options.flatMap((option): Typed[] => {
    const { type, name } = option;
    if (focused?.option === name) {
      if (!option.autocomplete) throw new Error(`${name} is not completed by the bot.`);
      return [{ type, name, value: atMost(name, focused.text, 100), focused: true }];
    }
    const value = given[name];
    if (value === undefined) return [];
    checkValue(option, value);
    return [{ type, name, value }];
  });
}

function atMost(name: string, text: string, max: number): string {
  if (text.length > max) throw new Error(`${name}: nobody can type more than ${max} characters.`);
  return text;
}

const wanted: Readonly<Record<number, (value: string | number | boolean) => boolean>> = {
  3: (value) => typeof value === 'string' && value !== '',
  4: (value) => Number.isSafeInteger(value),
  5: (value) => typeof value === 'boolean',
  10: (value) => typeof value === 'number' && Number.isFinite(value),
};

function checkValue(option: Option, value: string | number | boolean): void {
  const { type, name, choices, autocomplete } = option;
  const isRight = wanted[type] ?? ((each) => /^\d+$/.test(String(each)));
  if (!isRight(value)) throw new Error(`${name}: not what its type ${type} takes: ${value}`);
  if (choices?.length && !choices.some((choice) => choice.value === value))
    throw new Error(`${name}: no choice: ${value}`);
  if (typeof value === 'string' && type === 3) checkLength(option, value, autocomplete ? 100 : 6000);
  if (typeof value === 'number') checkSize(option, value);
}

function checkLength({ name, min_length = 0, max_length }: Option, value: string, max: number): void {
  atMost(name, value, Math.min(max, max_length ?? max));
  if (value.length < min_length) throw new Error(`${name}: at least ${min_length} characters.`);
}

function checkSize({ name, min_value, max_value }: Option, value: number): void {
  if (value < (min_value ?? -Infinity) || value > (max_value ?? Infinity))
    throw new Error(`${name}: out of bounds: ${value}`);
}

type Named = readonly { readonly id: string; readonly type?: number }[];

/** Nobody chooses what the server does not have, nor a channel of a type that the option does not take. */
function checkChosen(
  options: readonly Option[],
  values: readonly Typed[],
  found: Readonly<Record<number, Named>>,
): void {
  for (const { type, name, value } of values) {
    const chosen = found[type]?.find(({ id }) => id === value);
    const types = options.find((option) => option.name === name)?.channel_types ?? [];
    if (found[type] && !chosen) throw new Error(`${name}: there is no ${value} to choose.`);
    if (chosen?.type !== undefined && types.length > 0 && !types.includes(chosen.type))
      throw new Error(`${name}: takes no channel of the type ${chosen.type}.`);
  }
}

/** The people, roles and channels that are named by id. */
function resolve(
  world: World,
  { channel: { guild }, readerId }: Line,
  options: readonly Option[],
  values: readonly Typed[],
): object {
  const idsOf = (...types: number[]) =>
    values.filter(({ type }) => types.includes(type)).map(({ value }) => String(value));
  const users = idsOf(6, 9).flatMap((id) => world.users.get(id) ?? []);
  const members = users.flatMap(({ id }) => guild?.members.get(id) ?? []);
  const roles = idsOf(8, 9).flatMap((id) => guild?.roles.find((role) => role.id === id) ?? []);
  const channels = idsOf(7).flatMap((id) => {
    const found = guild && [...guild.channels, ...guild.threads].find((each) => each.id === id);
    return found ?? [];
  });
  checkChosen(options, values, { 7: channels, 8: roles });
  const named = users.length + roles.length + channels.length;
  if (named === 0) return {};
  return {
    resolved: {
      ...(users.length > 0 ? { users: Object.fromEntries(users.map((each) => [each.id, userPayload(each)])) } : {}),
      ...(members.length > 0
        ? {
            members: Object.fromEntries(
              members.map((each) => [
                each.user.id,
                { ...guild?.memberPayload(each, false), permissions: `${guild?.permissionsOf(each.user.id) ?? 0n}` },
              ]),
            ),
          }
        : {}),
      ...(roles.length > 0
        ? { roles: Object.fromEntries(roles.map((each) => [each.id, guild?.rolePayload(each)])) }
        : {}),
      ...(channels.length > 0
        ? { channels: Object.fromEntries(channels.map((each) => [each.id, each.partial(readerId)])) }
        : {}),
    },
  };
}
