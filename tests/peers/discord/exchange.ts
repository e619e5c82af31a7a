/** What a person asked for, and all that the bot made of it. */
import type { Choice } from './command-rules.ts';
import type { PeerMessage } from './messages.ts';
import type { Component } from './payloads.ts';

export interface Acknowledgement {
  /** Of the callback: 4 message, 5 deferred, 6 deferred update, 7 update, 8 choices, 9 form. */
  readonly type: number;
  /** Milliseconds after it was sent. */
  readonly atMs: number;
  readonly ephemeral: boolean;
}

/** A form that the bot opened. */
export interface PeerModal {
  readonly kind: 'modal';
  readonly customId: string;
  readonly title: string;
  /** As sent. */
  readonly components: readonly Component[];
  readonly readerId: string;
  readonly channelId: string;
  /** The message whose component opened it. */
  readonly message?: PeerMessage;
}

export type Answer = PeerMessage | PeerModal | 'deferred-update';

export class Exchange {
  readonly id: string;
  readonly token: string;
  readonly sentAt: number;
  /** Every message that came of it, in order. */
  readonly messages: PeerMessage[] = [];
  /** What a message was after each edit, in order; the completion of a deferred one is none. */
  readonly edits: PeerMessage[] = [];
  /** Fails where the bot was late, and when the peer stops. */
  readonly acknowledged: Promise<Acknowledgement>;
  /** The first final thing that the reader sees; after an acknowledgement alone that is what follows it. */
  readonly answered: Promise<Answer>;
  readonly choices: Promise<readonly Choice[]>;
  readonly #acknowledged = Promise.withResolvers<Acknowledgement>();
  readonly #answered = Promise.withResolvers<Answer>();
  readonly #choices = Promise.withResolvers<readonly Choice[]>();

  constructor(id: string, token: string, sentAt: number) {
    this.id = id;
    this.token = token;
    this.sentAt = sentAt;
    this.acknowledged = this.#acknowledged.promise;
    this.answered = this.#answered.promise;
    this.choices = this.#choices.promise;
    // Whoever asks for one of them only should not meet the failures of the others.
    for (const promise of [this.acknowledged, this.answered, this.choices]) promise.catch(() => {});
  }

  acknowledge(acknowledgement: Acknowledgement): void {
    this.#acknowledged.resolve(acknowledgement);
  }

  answer(answer: Answer): void {
    this.#answered.resolve(answer);
  }

  choose(choices: readonly Choice[]): void {
    this.#choices.resolve(choices);
  }

  /** A message that came of it, the one that a component's answer changed included. */
  add(message: PeerMessage): void {
    if (!this.messages.includes(message)) this.messages.push(message);
  }

  fail(why: string): void {
    const error = new Error(why);
    for (const each of [this.#acknowledged, this.#answered, this.#choices]) each.reject(error);
  }
}
