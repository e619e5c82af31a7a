/** What reaches the bot from Discord, as an invocation. */
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  InteractionContextType,
  type Message,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import { type Invocation, splitCommand } from '../../../commands/index.ts';
import { customIdsOf } from '../messages/custom-ids.ts';
import { aroundInteraction, aroundMessage } from './around.ts';

/** Interactions that get an answer. */
export type Answerable = ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction;

/** An interaction as an invocation. @param now milliseconds since 1970 */
export function invocationOf(interaction: Answerable, now: number): Invocation {
  return { ...contextOf(interaction, now), ...askedBy(interaction) };
}

function askedBy(interaction: Answerable): Pick<Invocation, 'command' | 'options' | 'text' | 'pressed'> {
  if (interaction.isChatInputCommand()) return slashCommand(interaction);
  if (interaction.isModalSubmit()) {
    const filled = interaction.fields.fields.map((field) => [
      field.customId,
      'value' in field ? field.value : 'values' in field ? field.values.join(' ') : '',
    ]);
    return { ...splitCommand(interaction.customId), options: Object.fromEntries(filled), pressed: true };
  }
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
  return { ...splitCommand(chosen ?? interaction.customId), pressed: true };
}

/** The command's name, a subcommand behind it, and its options as text. */
export function slashCommand(interaction: ChatInputCommandInteraction | AutocompleteInteraction) {
  const subcommand = interaction.options.getSubcommand(false);
  const { data } = interaction.options;
  const given: readonly CommandInteractionOption[] = subcommand === null ? data : (data[0]?.options ?? []);
  return {
    command: subcommand === null ? interaction.commandName : `${interaction.commandName} ${subcommand}`,
    options: Object.fromEntries(given.map(({ name, value }) => [name, String(value ?? '')])),
  };
}

function contextOf(interaction: Answerable, now: number): Omit<Invocation, 'command'> {
  const { channelId, guildId, memberPermissions, user } = interaction;
  const own = interaction.context === InteractionContextType.BotDM;
  const mayManage = own || memberPermissions?.has(PermissionFlagsBits.ManageChannels) === true;
  return {
    reader: user.id,
    rights: async () => (mayManage ? ['manage-channel'] : []),
    where: {
      platform: 'discord',
      ...(guildId !== null && { space: guildId }),
      ...(channelId !== null && { channel: channelId }),
      shared: !own,
    },
    around: aroundInteraction(interaction, own),
    at: now,
  };
}

/** A message that mentions the bot, or that it got in private, as an invocation; a bare mention asks for help. */
export function mentionOf(message: Message, botId: string, now: number): Invocation {
  const text = message.content.replaceAll(new RegExp(`<@!?${botId}>`, 'g'), ' ').trim();
  const replied = message.reference?.messageId;
  const repliedTo = replied === undefined ? undefined : message.channel.messages.cache.get(replied);
  const mayManage =
    message.guild === null || message.member?.permissionsIn(message.channelId).has('ManageChannels') === true;
  return {
    ...splitCommand(text === '' ? 'help' : text),
    ...(repliedTo?.author.id === botId && { about: customIdsOf(repliedTo.components) }),
    reader: message.author.id,
    rights: async () => (mayManage ? ['manage-channel'] : []),
    where: {
      platform: 'discord',
      ...(message.guildId !== null && { space: message.guildId }),
      channel: message.channelId,
      shared: message.guildId !== null,
    },
    around: aroundMessage(message),
    at: now,
  };
}
