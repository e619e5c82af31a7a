/** The first response to an interaction. https://discord.com/developers/docs/interactions/receiving-and-responding */
import type { Choice } from './command-rules.ts';
import type { PeerModal } from './exchange.ts';
import { Form } from './form.ts';
import { type Interaction, kind } from './interactions.ts';
import type { Draft, Messages, PeerMessage } from './messages.ts';
import { checkChoices, checkModal } from './modal-rules.ts';
import type { Component, RawMessage } from './payloads.ts';
import { Refusal } from './refusals.ts';
import { flag } from './rules.ts';
import type { Views } from './views.ts';
import type { World } from './world.ts';

interface RawCallback {
  readonly type: unknown;
  readonly data: unknown;
}

type Respond = (interaction: Interaction, draft: Draft) => PeerMessage | undefined;

/** Which responses an interaction takes; a form, only one whose button stood on a message can change it. */
function allowed({ type, message }: Interaction): readonly number[] {
  if (type === kind.completion) return [8];
  if (type === kind.component) return [4, 5, 6, 7, 9];
  if (type === kind.form) return message ? [4, 5, 6, 7] : [4, 5];
  return [4, 5, 9];
}

export class Callbacks {
  readonly #world: World;
  readonly #messages: Messages;
  readonly #views: Views;

  constructor(world: World, messages: Messages, views: Views) {
    this.#world = world;
    this.#messages = messages;
    this.#views = views;
  }

  /** Carries it out; a refused one leaves the interaction to be answered still. */
  respond(interaction: Interaction, body: unknown, uploads: Draft['uploads']): PeerMessage | undefined {
    const form = new Form();
    const { type, data } = form.object<RawCallback>([], body);
    form.choice(['type'], type, allowed(interaction), true);
    form.done();
    const raw = (data ?? {}) as Partial<RawMessage>;
    const message = this.#responses[type as number]?.(interaction, { raw, uploads });
    interaction.responded = type as number;
    const { exchange } = interaction;
    const ephemeral = message ? (message.flags & flag.ephemeral) !== 0 : false;
    exchange.acknowledge({ type: type as number, atMs: this.#world.clock() - exchange.sentAt, ephemeral });
    return message;
  }

  readonly #responses: Readonly<Record<number, Respond>> = {
    4: (interaction, draft) => {
      const message = inData(() =>
        this.#messages.create(interaction.channel, draft, {
          authorId: this.#world.bot.id,
          interactionId: interaction.exchange.id,
          ephemeralFor: readerIfEphemeral(interaction, draft.raw),
        }),
      );
      this.#becomes(interaction, message);
      this.#views.announce('MESSAGE_CREATE', message);
      interaction.exchange.answer(message);
      return message;
    },
    5: (interaction, draft) => {
      const message = this.#messages.place(interaction.channel, {
        authorId: this.#world.bot.id,
        interactionId: interaction.exchange.id,
        ephemeralFor: readerIfEphemeral(interaction, draft.raw),
        loading: true,
      });
      this.#becomes(interaction, message);
      this.#views.announce('MESSAGE_CREATE', message);
      return message;
    },
    6: (interaction) => {
      interaction.original = interaction.message;
      return interaction.message;
    },
    7: (interaction, draft) => {
      const { message, exchange } = interaction;
      if (!message) return undefined;
      inData(() => this.#messages.edit(message, draft));
      this.#becomes(interaction, message);
      exchange.edits.push({ ...message });
      this.#views.announce('MESSAGE_UPDATE', message);
      exchange.answer(message);
      return message;
    },
    8: ({ exchange, optionType }, { raw }) => {
      checkChoices(raw, optionType);
      exchange.choose((raw as { choices: Choice[] }).choices);
      return undefined;
    },
    9: (interaction, { raw }) => {
      checkModal(raw);
      const { exchange, reader, channel, message } = interaction;
      const sent = raw as unknown as { custom_id: string; title: string; components: Component[] };
      const modal: PeerModal = {
        kind: 'modal',
        customId: sent.custom_id,
        title: sent.title,
        components: sent.components,
        readerId: reader.id,
        channelId: channel.id,
        ...(message ? { message } : {}),
      };
      exchange.answer(modal);
      return undefined;
    },
  };

  #becomes(interaction: Interaction, message: PeerMessage): void {
    interaction.original = message;
    interaction.exchange.add(message);
  }
}

function readerIfEphemeral({ reader }: Interaction, { flags }: Partial<RawMessage>): string | undefined {
  return (Number(flags ?? 0) & flag.ephemeral) === 0 ? undefined : reader.id;
}

/** A callback's message lies in its `data`: so do the paths of what is wrong with it. */
function inData<T>(carryOut: () => T): T {
  try {
    return carryOut();
  } catch (error) {
    if (error instanceof Refusal && error.errors)
      throw new Refusal(error.status, error.code, error.message, { data: error.errors });
    throw error;
  }
}
