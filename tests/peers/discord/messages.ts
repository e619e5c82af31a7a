/** Every message there is, as Discord keeps it. */
import { GatewayIntentBits as Intent } from 'discord-api-types/v10';
import type { PeerChannel } from './channels.ts';
import { byAge, forgetOldest } from './clock.ts';
import { namesOf } from './file-rules.ts';
import { pingsOf } from './mentions.ts';
import { type Component, type RawMessage, type Upload, withNested } from './payloads.ts';
import { checkFlagStays, findReference } from './references.ts';
import { refusal } from './refusals.ts';
import { checkWhole, flag } from './rules.ts';
import { Permission, type World } from './world.ts';

export interface PeerAttachment {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly contentType: string;
  readonly description?: string;
  readonly data: Uint8Array;
}

/** A message as it now is: an edit changes it. */
export interface PeerMessage {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  flags: number;
  /** Only this reader sees it. */
  readonly ephemeralFor?: string;
  content: string;
  /** As sent. */
  components: readonly Component[];
  embeds: readonly object[];
  attachments: readonly PeerAttachment[];
  readonly createdAt: number;
  editedAt?: number;
  readonly nonce?: string | number;
  /** Ids of users and roles, `everyone` and `here`, as they were notified. */
  pings: readonly string[];
  /** The message that it replies to. */
  readonly reference?: string;
  /** "The bot is thinking". */
  loading?: boolean;
  readonly interactionId?: string;
  deleted?: boolean;
  oldEdits: number;
}

export interface Draft {
  readonly raw: Partial<RawMessage>;
  readonly uploads: readonly Upload[];
}

export interface Origin {
  readonly authorId: string;
  readonly interactionId?: string;
  readonly ephemeralFor?: string | undefined;
  readonly loading?: boolean;
}

const kept = flag.suppressEmbeds | flag.silent | flag.componentsV2;

interface Patience {
  readonly oldEdits?: number;
  readonly nonceMs?: number;
}

export class Messages {
  readonly #world: World;
  readonly #all = new Map<string, PeerMessage>();
  readonly #nonces = new Map<string, PeerMessage>();
  readonly #oldEdits: number;
  readonly #nonceMs: number;

  constructor(world: World, { oldEdits = 5, nonceMs = 5 * 60_000 }: Patience) {
    this.#world = world;
    this.#oldEdits = oldEdits;
    this.#nonceMs = nonceMs;
  }

  /** The message already sent with this nonce, where the request asks for it to stand. */
  sentBefore({ nonce, enforce_nonce }: Partial<RawMessage>): PeerMessage | undefined {
    if (enforce_nonce !== true || nonce === undefined || nonce === null) return undefined;
    const before = this.#nonces.get(String(nonce));
    return before && this.#world.clock() - before.createdAt < this.#nonceMs ? before : undefined;
  }

  create(channel: PeerChannel, { raw, uploads }: Draft, origin: Origin): PeerMessage {
    const flags = Number(raw.flags ?? 0);
    const { content, embeds, components } = raw;
    const isV2 = (flags & flag.componentsV2) !== 0;
    checkWhole({ raw, uploads, isV2, content, embeds, components, kept: [] });
    const reference = this.#reference(channel, raw);
    return this.#store(channel, {
      id: this.#world.ids.next(),
      channelId: channel.id,
      authorId: origin.authorId,
      flags: (flags & kept) | (origin.ephemeralFor ? flag.ephemeral : 0),
      content: String(content ?? '').trim(),
      components: (components ?? []) as Component[],
      embeds: (embeds ?? []) as object[],
      attachments: this.#attachments(raw, uploads, []),
      createdAt: this.#world.clock(),
      pings: origin.ephemeralFor ? [] : this.#pings(channel, raw, origin, reference),
      oldEdits: 0,
      ...(raw.nonce === undefined || raw.nonce === null ? {} : { nonce: raw.nonce as string }),
      ...(origin.ephemeralFor ? { ephemeralFor: origin.ephemeralFor } : {}),
      ...(origin.interactionId ? { interactionId: origin.interactionId } : {}),
      ...(reference ? { reference: reference.id } : {}),
    });
  }

  /** A message without content: one that the bot is thinking about, or one of a person. */
  place(channel: PeerChannel, origin: Origin, rest: Partial<PeerMessage> = {}): PeerMessage {
    const loading = origin.loading ? { loading: true } : {};
    return this.#store(channel, {
      id: this.#world.ids.next(),
      channelId: channel.id,
      authorId: origin.authorId,
      flags: (origin.loading ? flag.loading : 0) | (origin.ephemeralFor ? flag.ephemeral : 0),
      content: '',
      components: [],
      embeds: [],
      attachments: [],
      createdAt: this.#world.clock(),
      pings: [],
      oldEdits: 0,
      ...loading,
      ...(origin.ephemeralFor ? { ephemeralFor: origin.ephemeralFor } : {}),
      ...(origin.interactionId ? { interactionId: origin.interactionId } : {}),
      ...rest,
    });
  }

  /** What the request leaves out stays; the sign of components cannot be taken off. */
  edit(message: PeerMessage, { raw, uploads }: Draft): PeerMessage {
    this.#countOldEdit(message);
    const { content = message.content, embeds = message.embeds, components = message.components } = raw;
    const flags = raw.flags === undefined || raw.flags === null ? message.flags : Number(raw.flags);
    const isV2 = ((flags | message.flags) & flag.componentsV2) !== 0;
    const staying = keptFiles(message, raw, uploads);
    const names = staying.map(({ filename }) => filename);
    checkFlagStays(message, flags);
    checkWhole({ raw, uploads, isV2, content, embeds, components, kept: names });
    if (message.loading) message.pings = this.#pingsOfEdit(message, raw);
    message.flags = (flags & kept) | (message.flags & flag.ephemeral);
    message.content = String(content ?? '').trim();
    message.components = (components ?? []) as Component[];
    message.embeds = (embeds ?? []) as object[];
    message.attachments = this.#attachments(raw, uploads, staying);
    if (message.loading) delete message.loading;
    else message.editedAt = this.#world.clock();
    return message;
  }

  #countOldEdit(message: PeerMessage): void {
    if (this.#world.clock() - message.createdAt < 3_600_000) return;
    if (message.oldEdits >= this.#oldEdits) throw refusal('tooManyOldEdits');
    message.oldEdits += 1;
  }

  #pingsOfEdit(message: PeerMessage, raw: Partial<RawMessage>): readonly string[] {
    const channel = this.#world.channels.get(message.channelId);
    if (!channel || message.ephemeralFor) return [];
    return this.#pings(channel, raw, { authorId: message.authorId, interactionId: message.id }, undefined);
  }

  #pings(channel: PeerChannel, raw: Partial<RawMessage>, origin: Origin, reference: PeerMessage | undefined): string[] {
    const displays = ((raw.components ?? []) as Component[])
      .flatMap(withNested)
      .flatMap(({ content }) => content ?? []);
    return pingsOf({
      text: [String(raw.content ?? ''), ...displays].join('\n'),
      allowed: raw.allowed_mentions,
      isInteraction: origin.interactionId !== undefined,
      repliesTo: reference?.authorId,
      mentionsEveryone: !channel.guild || (channel.botPermissions & Permission.MentionEveryone) !== 0n,
      mentionable: (id) => channel.guild?.roles.find((role) => role.id === id)?.mentionable ?? false,
      knows: (id) => (channel.guild ? channel.guild.members.has(id) : channel.recipient?.id === id),
    });
  }

  #reference(channel: PeerChannel, raw: Partial<RawMessage>): PeerMessage | undefined {
    if (raw.message_reference === undefined || raw.message_reference === null) return undefined;
    return findReference(channel, raw.message_reference);
  }

  #attachments(
    raw: Partial<RawMessage>,
    uploads: readonly Upload[],
    staying: readonly PeerAttachment[],
  ): PeerAttachment[] {
    const about = (raw.attachments ?? []) as { id: unknown; description?: string }[];
    const sent = [...namesOf(uploads, raw.attachments)].map(([{ index, size, contentType, data }, filename]) => {
      const { description } = about.find(({ id }) => String(id) === String(index)) ?? {};
      return { id: this.#world.ids.next(), filename, size, contentType, data, ...(description ? { description } : {}) };
    });
    return [...staying, ...sent];
  }

  #store(channel: PeerChannel, message: PeerMessage): PeerMessage {
    this.#all.set(message.id, message);
    channel.messages.set(message.id, message);
    if (message.nonce !== undefined) this.#nonces.set(String(message.nonce), message);
    forgetOldest(this.#nonces, this.#world.keep);
    const old = forgetOldest(this.#all, this.#world.keep);
    if (old) this.#world.channels.get(old.channelId)?.messages.delete(old.id);
    return message;
  }

  get(id: string): PeerMessage | undefined {
    return this.#all.get(id);
  }

  /** One that the bot may find in its channel: an ephemeral one is nowhere to be found. */
  find(channel: PeerChannel, id: string): PeerMessage {
    const message = channel.messages.get(id);
    if (!message || message.ephemeralFor) throw refusal('unknownMessage');
    return message;
  }

  delete(message: PeerMessage): void {
    const channel = this.#world.channels.get(message.channelId);
    message.deleted = true;
    this.#all.delete(message.id);
    channel?.messages.delete(message.id);
    if (message.ephemeralFor || !channel) return;
    const where = channel.guild ? { guild_id: channel.guild.id } : {};
    const intent = channel.guild ? Intent.GuildMessages : Intent.DirectMessages;
    this.#world.dispatch('MESSAGE_DELETE', { id: message.id, channel_id: channel.id, ...where }, intent);
  }

  /** Newest first. */
  visible(channel: PeerChannel): PeerMessage[] {
    return [...channel.messages.values()].filter(({ ephemeralFor }) => !ephemeralFor).sort(byAge);
  }
}

function keptFiles(message: PeerMessage, raw: Partial<RawMessage>, uploads: readonly Upload[]): PeerAttachment[] {
  if (!Array.isArray(raw.attachments)) return [...message.attachments];
  const ids = (raw.attachments as { id?: unknown }[]).map((each) => String(each?.id));
  const isNew = (id: string) => uploads.some(({ index }) => String(index) === id);
  return message.attachments.filter(({ id }) => ids.includes(id) && !isNew(id));
}
