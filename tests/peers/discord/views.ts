/** A message as the API and the gateway show it. */
import { GatewayIntentBits as Intent } from 'discord-api-types/v10';
import type { Messages, PeerMessage } from './messages.ts';
import type { Component } from './payloads.ts';
import { userPayload, type World } from './world.ts';

export class Views {
  readonly #world: World;
  readonly #messages: Messages;

  constructor(world: World, messages: Messages) {
    this.#world = world;
    this.#messages = messages;
  }

  message(message: PeerMessage, withReference = true): Record<string, unknown> {
    const author = this.#world.users.get(message.authorId);
    const replied = message.reference === undefined ? undefined : this.#messages.get(message.reference);
    const mentioned = message.pings.flatMap((id) => this.#world.users.get(id) ?? []);
    const isReply = message.reference !== undefined;
    const channel = this.#world.channels.get(message.channelId);
    return {
      id: message.id,
      channel_id: message.channelId,
      type: isReply ? 19 : message.interactionId ? 20 : 0,
      author: author ? userPayload(author) : undefined,
      content: message.content,
      timestamp: this.#world.timestamp(message.createdAt),
      edited_timestamp: message.editedAt === undefined ? null : this.#world.timestamp(message.editedAt),
      flags: message.flags,
      tts: false,
      pinned: false,
      mention_everyone: message.pings.includes('everyone') || message.pings.includes('here'),
      mentions: mentioned.map(userPayload),
      mention_roles: message.pings.filter((id) => /^\d+$/.test(id) && !this.#world.users.has(id)),
      embeds: message.embeds,
      attachments: message.attachments.map((each) => ({
        id: each.id,
        filename: each.filename,
        size: each.size,
        content_type: each.contentType,
        ...(each.description ? { description: each.description } : {}),
        ...this.#place(message, each.filename),
      })),
      components: this.#components(message),
      ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
      ...(message.interactionId
        ? { application_id: this.#world.applicationId, webhook_id: this.#world.applicationId }
        : {}),
      ...(isReply
        ? {
            message_reference: {
              type: 0,
              message_id: message.reference,
              channel_id: message.channelId,
              guild_id: channel?.guild?.id,
            },
          }
        : {}),
      ...(isReply && withReference ? { referenced_message: replied ? this.message(replied, false) : null } : {}),
    };
  }

  #place(message: PeerMessage, filename: string): { url: string; proxy_url: string } {
    const path = `attachments/${message.channelId}/${message.id}/${encodeURIComponent(filename)}`;
    return { url: `https://cdn.discordapp.com/${path}`, proxy_url: `https://media.discordapp.net/${path}` };
  }

  /** Numbered, and with the addresses of the files that they show. */
  #components(message: PeerMessage): object[] {
    let number = 0;
    const media = (value: { readonly url: string }) => {
      const [, name] = /^attachment:\/\/(.+)$/.exec(value.url) ?? [];
      return name === undefined ? value : { ...value, ...this.#place(message, name) };
    };
    const view = (component: Component): object => {
      number += 1;
      const { components, accessory, file, items } = component;
      return {
        id: number,
        ...component,
        ...(components ? { components: components.map(view) } : {}),
        ...(accessory ? { accessory: view(accessory) } : {}),
        ...(component.media ? { media: media(component.media) } : {}),
        ...(file ? { file: media(file) } : {}),
        ...(items ? { items: items.map((item) => ({ ...item, media: media(item.media) })) } : {}),
      };
    };
    return message.components.map(view);
  }

  /** Tells the bot of a message, as Discord does of the bot's own too; not of one that only a reader sees. */
  announce(name: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: PeerMessage): void {
    const channel = this.#world.channels.get(message.channelId);
    if (message.ephemeralFor || !channel) return;
    const { guild } = channel;
    const member = guild?.members.get(message.authorId);
    const where = guild
      ? { guild_id: guild.id, ...(member ? { member: guild.memberPayload(member, false) } : {}) }
      : {};
    const event = { ...this.message(message), ...where, channel_type: channel.type };
    this.#world.dispatch(name, event, guild ? Intent.GuildMessages : Intent.DirectMessages);
  }
}
