/** What follows an interaction's first response: its message, and further ones. */
import type { Interaction } from './interactions.ts';
import type { Draft, Messages, PeerMessage } from './messages.ts';
import { refusal } from './refusals.ts';
import { flag } from './rules.ts';
import type { Views } from './views.ts';
import type { World } from './world.ts';

export class Webhooks {
  readonly #world: World;
  readonly #messages: Messages;
  readonly #views: Views;

  constructor(world: World, messages: Messages, views: Views) {
    this.#world = world;
    this.#messages = messages;
    this.#views = views;
  }

  /** `@original`, or a message that followed. */
  find({ original, exchange }: Interaction, id: string): PeerMessage {
    const message = id === '@original' ? original : exchange.messages.find((each) => each.id === id);
    if (!message || message.deleted) throw refusal('unknownMessage');
    return message;
  }

  edit(interaction: Interaction, id: string, draft: Draft): PeerMessage {
    const message = this.find(interaction, id);
    const completes = message.loading === true;
    this.#messages.edit(message, draft);
    const { exchange } = interaction;
    exchange.add(message);
    if (!completes) exchange.edits.push({ ...message });
    this.#views.announce('MESSAGE_UPDATE', message);
    exchange.answer(message);
    return message;
  }

  /** The first message that follows a deferral completes the deferred one, whose visibility stands. */
  follow(interaction: Interaction, draft: Draft): PeerMessage {
    const { original, exchange, reader, channel } = interaction;
    if (original?.loading && !original.deleted) return this.edit(interaction, '@original', draft);
    const isEphemeral = (Number(draft.raw.flags ?? 0) & flag.ephemeral) !== 0;
    const message = this.#messages.create(channel, draft, {
      authorId: this.#world.bot.id,
      interactionId: exchange.id,
      ephemeralFor: isEphemeral ? reader.id : undefined,
    });
    exchange.add(message);
    this.#views.announce('MESSAGE_CREATE', message);
    exchange.answer(message);
    return message;
  }

  delete(interaction: Interaction, id: string): void {
    this.#messages.delete(this.find(interaction, id));
    if (interaction.responded === 6) interaction.exchange.answer('deferred-update');
  }
}
