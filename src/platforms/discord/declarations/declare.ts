/** The commands' declarations as Discord keeps them, and whether those that it keeps are still the same. */
import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
  type ApplicationCommandOptionAllowedChannelType,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { type Command, listedCommands, listedOptions, type Option, subcommandsOf } from '../../../commands/index.ts';

type Declaration = RESTPutAPIApplicationCommandsJSONBody[number];

/** What one bulk overwrite sends: each listed command, subcommands under their first word. */
export function declarations(commands: readonly Command[]): Declaration[] {
  const listed = listedCommands(commands);
  const names = [...new Set(listed.map(({ name }) => name.split(' ')[0] ?? name))];
  return names.map((name) => declaration(name, listed));
}

function declaration(name: string, commands: readonly Command[]): Declaration {
  const exact = commands.find((command) => command.name === name);
  const members = exact ? [exact] : subcommandsOf(name, commands);
  // It only hides what the bot would refuse, so it hides nothing that some may do.
  const guarded = members.every(({ needs }) => needs === 'manage-channel');
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    description: clip(exact?.description ?? lastWords(members).join(', ')),
    options: exact ? optionsOf(exact) : members.map(subcommand),
    default_member_permissions: guarded ? String(PermissionFlagsBits.ManageChannels) : null,
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  };
}

function lastWords(commands: readonly Command[]): string[] {
  return commands.map(({ name }) => name.split(' ').at(-1) ?? name);
}

function subcommand(command: Command): APIApplicationCommandSubcommandOption {
  const [name = command.name] = lastWords([command]);
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    description: clip(command.description),
    options: optionsOf(command),
  };
}

/** Discord wants what is required first. */
function optionsOf(command: Command): APIApplicationCommandBasicOption[] {
  const ordered = listedOptions(command).sort(
    ([, a], [, b]) => Number(b.required === true) - Number(a.required === true),
  );
  return ordered.map(([name, option]) => ({
    name,
    description: clip(option.description),
    required: option.required === true,
    ...native[option.kind],
  }));
}

type Native =
  | { readonly type: ApplicationCommandOptionType.String; readonly autocomplete: boolean }
  | { readonly type: ApplicationCommandOptionType.Boolean | ApplicationCommandOptionType.Role }
  | {
      readonly type: ApplicationCommandOptionType.Channel;
      readonly channel_types: ApplicationCommandOptionAllowedChannelType[];
    }
  | { readonly type: ApplicationCommandOptionType.Integer; readonly min_value: number };

/** The channels that take posts; a post of a forum is a thread. */
export const postedTo: ApplicationCommandOptionAllowedChannelType[] = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

const completed: Native = { type: ApplicationCommandOptionType.String, autocomplete: true };

const native: Readonly<Record<Option['kind'], Native>> = {
  story: completed,
  topic: completed,
  choice: completed,
  day: completed,
  hour: completed,
  zone: completed,
  role: { type: ApplicationCommandOptionType.Role },
  channel: { type: ApplicationCommandOptionType.Channel, channel_types: postedTo },
  text: { type: ApplicationCommandOptionType.String, autocomplete: false },
  flag: { type: ApplicationCommandOptionType.Boolean },
  count: { type: ApplicationCommandOptionType.Integer, min_value: 1 },
};

function clip(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

/** Whether Discord keeps other declarations than the wanted ones. */
export function differs(wanted: readonly Declaration[], kept: readonly APIApplicationCommand[]): boolean {
  const canonical = (list: readonly (Declaration | APIApplicationCommand)[]) =>
    JSON.stringify(list.map(canonicalCommand).sort((a, b) => (a.name < b.name ? -1 : 1)));
  return canonical(wanted) !== canonical(kept);
}

/** The parts that we declare, with what Discord leaves out or fills in said in one way. */
function canonicalCommand(declared: Declaration | APIApplicationCommand) {
  // What is not declared as a slash command differs in any case.
  const command = declared as APIApplicationCommand;
  const { name, description, contexts, integration_types: types } = command;
  return {
    name,
    description,
    options: (command.options ?? []).map(canonicalOption),
    permissions: command.default_member_permissions ?? null,
    contexts: [...(contexts ?? [])].sort(),
    types: [...(types ?? [])].sort(),
  };
}

function canonicalOption(option: APIApplicationCommandOption): object {
  const { name, description, type, required = false } = option as APIApplicationCommandBasicOption;
  const autocomplete = 'autocomplete' in option && option.autocomplete === true;
  const nested = 'options' in option ? (option.options ?? []) : [];
  const least = 'min_value' in option ? option.min_value : null;
  const channels = [...(('channel_types' in option && option.channel_types) || [])].sort((a, b) => a - b);
  return { name, description, type, required, autocomplete, least, channels, options: nested.map(canonicalOption) };
}
