/** A person: what they type, press, choose, fill in and say. */
import { GatewayIntentBits as Intent } from 'discord-api-types/v10';
import type { PeerChannel } from './channels.ts';
import type { Choice } from './command-rules.ts';
import type { Commands } from './commands.ts';
import type { Exchange, PeerModal } from './exchange.ts';
import { filled } from './filling.ts';
import type { PeerGuild } from './guilds.ts';
import { type Interactions, kind } from './interactions.ts';
import type { Messages, PeerMessage } from './messages.ts';
import { directChannel } from './parts.ts';
import { componentsOf } from './read.ts';
import { type Given, typed } from './typing.ts';
import type { Views } from './views.ts';
import { type PeerUser, userPayload, type World } from './world.ts';

/** Where: the guild's first channel, unless told otherwise. */
export interface Where {
  readonly channel?: PeerChannel;
  /** In the person's own channel with the bot. */
  readonly dm?: boolean;
}

interface In extends Where {
  /** `name`, or `group name`. */
  readonly subcommand?: string;
}

export interface Stage {
  readonly world: World;
  readonly messages: Messages;
  readonly views: Views;
  readonly commands: Commands;
  readonly interactions: Interactions;
}

export interface Said {
  readonly message: PeerMessage;
  /** The bot's next message in the channel that replies to this one, or to none. */
  readonly answered: Promise<PeerMessage>;
}

export class Reader {
  readonly user: PeerUser;
  readonly guild: PeerGuild;
  readonly #stage: Stage;

  constructor(stage: Stage, user: PeerUser, guild: PeerGuild) {
    this.#stage = stage;
    this.user = user;
    this.guild = guild;
  }

  get id(): string {
    return this.user.id;
  }

  #where({ channel, dm = false }: Where): PeerChannel {
    if (dm) return directChannel(this.#stage.world, this.id);
    const [first] = this.guild.channels;
    const found = channel ?? first;
    if (!found) throw new Error('There is no channel.');
    return found;
  }

  #permissions(channel: PeerChannel): bigint {
    return channel.guild ? channel.permissionsOf(this.id) : 0n;
  }

  /** Sends a slash command. Throws where Discord would not let anybody send it. */
  type(command: string, options: Given = {}, where: In = {}): Exchange {
    const { world, commands, interactions } = this.#stage;
    const channel = this.#where(where);
    const permissions = this.#permissions(channel);
    const line = { command, options, subcommand: where.subcommand, channel, permissions, readerId: this.id };
    const { data } = typed(world, commands, line);
    return interactions.open({ type: kind.command, reader: this.user, channel, data });
  }

  /** Types into an option, and gets the bot's choices. */
  complete(
    command: string,
    option: string,
    text: string,
    given: Given = {},
    where: In = {},
  ): Promise<readonly Choice[]> {
    return this.completing(command, option, text, given, where).choices;
  }

  /** The same, to see what else becomes of it. */
  completing(command: string, option: string, text: string, given: Given = {}, where: In = {}): Exchange {
    const { world, commands, interactions } = this.#stage;
    const channel = this.#where(where);
    const focused = { option, text };
    const line = { command, options: given, focused, subcommand: where.subcommand, channel };
    const permissions = this.#permissions(channel);
    const { data, optionType } = typed(world, commands, { ...line, permissions, readerId: this.id });
    return interactions.open({ type: kind.completion, reader: this.user, channel, data, optionType });
  }

  press(message: PeerMessage, customId: string): Exchange {
    const component = this.#component(message, customId);
    if (component.type !== 2) throw new Error(`${customId} is no button.`);
    return this.#use(message, { custom_id: customId, component_type: 2 });
  }

  choose(message: PeerMessage, customId: string, values: readonly string[]): Exchange {
    const { type, options, min_values = 1, max_values = 1 } = this.#component(message, customId);
    if (![3, 5, 6, 7, 8].includes(type)) throw new Error(`${customId} is no select.`);
    if (values.length < min_values || values.length > max_values)
      throw new Error(`${customId} takes ${min_values} to ${max_values} values.`);
    const unknown = type === 3 ? values.find((value) => !options?.some((option) => option.value === value)) : undefined;
    if (unknown !== undefined) throw new Error(`${customId} has no ${unknown}.`);
    const resolved = type === 3 ? {} : { resolved: this.#resolved(type, values) };
    return this.#use(message, { custom_id: customId, component_type: type, values, ...resolved });
  }

  #resolved(type: number, values: readonly string[]): object {
    const named = <T extends { readonly id: string }>(all: Iterable<T>, view: (each: T) => object) =>
      Object.fromEntries([...all].filter(({ id }) => values.includes(id)).map((each) => [each.id, view(each)]));
    const { guild } = this;
    return {
      ...(type === 5 || type === 7 ? { users: named(this.#stage.world.users.values(), userPayload) } : {}),
      ...(type === 6 || type === 7 ? { roles: named(guild.roles, (role) => guild.rolePayload(role)) } : {}),
      ...(type === 8
        ? { channels: named([...guild.channels, ...guild.threads], (channel) => channel.partial(this.id)) }
        : {}),
    };
  }

  #use(message: PeerMessage, data: object): Exchange {
    const channel = this.#channelOf(message.channelId);
    const current = this.#stage.messages.get(message.id) ?? message;
    return this.#stage.interactions.open({ type: kind.component, reader: this.user, channel, data, message: current });
  }

  #channelOf(id: string): PeerChannel {
    const channel = this.#stage.world.channels.get(id);
    if (!channel) throw new Error('The channel is gone.');
    return channel;
  }

  #component(message: PeerMessage, customId: string) {
    const current = this.#stage.messages.get(message.id) ?? message;
    if (current.deleted) throw new Error('The message is gone.');
    const { ephemeralFor } = current;
    if (ephemeralFor !== undefined && ephemeralFor !== this.id)
      throw new Error(`${this.user.name} cannot see this message.`);
    const all = componentsOf(current);
    const found = all.find(({ custom_id }) => custom_id === customId);
    const there = all.flatMap(({ custom_id }) => custom_id ?? []).join(', ');
    if (!found) throw new Error(`The message has no ${customId}; what it has: ${there || 'none'}`);
    if (found.disabled) throw new Error(`${customId} is disabled.`);
    return found;
  }

  /** Fills in a form and sends it; a field left out keeps its value. */
  submit(modal: PeerModal, fields: Readonly<Record<string, string | readonly string[]>>): Exchange {
    if (modal.readerId !== this.id) throw new Error(`${this.user.name} cannot see this form.`);
    const channel = this.#channelOf(modal.channelId);
    const selects = modal.components.flatMap(({ component }) => component ?? []).filter(({ type }) => type >= 5);
    const resolved = selects.map(({ type, custom_id = '' }) => this.#resolved(type, [fields[custom_id] ?? []].flat()));
    const data = {
      custom_id: modal.customId,
      components: filled(modal, fields),
      resolved: Object.assign({}, ...resolved),
    };
    const message = modal.message && (this.#stage.messages.get(modal.message.id) ?? modal.message);
    return this.#stage.interactions.open({ type: kind.form, reader: this.user, channel, data, message });
  }

  /** Mentions the bot: by its sign, or in a reply (which pings its author), or by writing to it alone. */
  mention(text: string, where: Where & { readonly replyTo?: PeerMessage } = {}): Said {
    const sign = `<@${this.#stage.world.bot.id}>`;
    const needsSign = !where.dm && !where.replyTo && !text.includes(sign);
    return this.say(needsSign ? `${sign} ${text}` : text, where);
  }

  /** Says something that need not concern the bot. */
  say(text: string, where: Where & { readonly replyTo?: PeerMessage; readonly ping?: boolean } = {}): Said {
    const { world, messages, views } = this.#stage;
    const replyTo = where.replyTo;
    const channel = replyTo ? this.#channelOf(replyTo.channelId) : this.#where(where);
    const signs = [...text.matchAll(/<@!?(\d+)>/g)].map(([, id = '']) => id);
    const pings = [...new Set([...(replyTo && where.ping !== false ? [replyTo.authorId] : []), ...signs])];
    const reference = replyTo ? { reference: replyTo.id } : {};
    const message = messages.place(channel, { authorId: this.id }, { content: text, pings, ...reference });
    const view = { ...views.message(message), ...this.#sees(channel, pings, text), channel_type: channel.type };
    const { guild } = channel;
    const member = guild?.members.get(this.id);
    const inGuild = guild && member ? { guild_id: guild.id, member: guild.memberPayload(member, false) } : {};
    world.dispatch('MESSAGE_CREATE', { ...view, ...inGuild }, guild ? Intent.GuildMessages : Intent.DirectMessages);
    return {
      message,
      // Looked for only where somebody asks.
      get answered() {
        return world.changes.waitFor(() =>
          [...channel.messages.values()].find((each) => isAnswer(each, message, world.bot.id)),
        );
      },
    };
  }

  /** Without the privileged intent the bot reads only what is meant for it. */
  #sees(channel: PeerChannel, pings: readonly string[], text: string): object {
    const { world } = this.#stage;
    const reads = !channel.guild || pings.includes(world.bot.id) || world.readsAll();
    return { content: reads ? text : '' };
  }
}

function isAnswer(each: PeerMessage, message: PeerMessage, botId: string): boolean {
  if (each.authorId !== botId || BigInt(each.id) < BigInt(message.id)) return false;
  return each.reference === undefined || each.reference === message.id;
}
