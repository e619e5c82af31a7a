/** A person who uses the app. */
import type { Actor, Shown } from './actor.ts';
import type { Exchange } from './exchange.ts';
import type { Filled } from './inputs.ts';
import type { Inside } from './inside.ts';
import { choose, press, submit } from './pressing.ts';
import { invite, mention, openHome, say, typeCommand, writeToApp } from './speaking.ts';
import type { Channel, PeerMessage, PeerView, Person } from './workspace.ts';

interface Where {
  readonly channel?: Channel;
}

interface InThread extends Where {
  readonly thread?: PeerMessage;
}

/** Every act throws at once where Slack's own client would not let them: no such button, not their message. */
export class Reader {
  readonly person: Person;
  readonly #actor: Actor;
  readonly #usual: Channel;

  constructor(inside: Inside, person: Person, usual: Channel) {
    this.person = person;
    this.#actor = { inside, person };
    this.#usual = usual;
  }

  get id(): string {
    return this.person.id;
  }

  /** A slash command. There are none in threads. */
  type(command: string, text = '', { channel = this.#usual }: Where = {}): Exchange {
    return typeCommand(this.#actor, channel, command, text);
  }

  /** Presses a button, told by its value, its action id or its words. */
  press(shown: Shown, which: string): Exchange {
    return press(this.#actor, shown, which);
  }

  /** Takes an option of a menu, told by its value. */
  choose(shown: Shown, actionId: string, value: string): Exchange {
    return choose(this.#actor, shown, actionId, value);
  }

  /** Submits a form, filled in by block id or action id. */
  submit(view: PeerView, filled: Filled = {}): Exchange {
    return submit(this.#actor, view, filled);
  }

  /** Mentions the app, in a channel or a thread. */
  mention(words: string, { channel = this.#usual, thread }: InThread = {}): Exchange {
    return mention(this.#actor, words, channel, thread);
  }

  /** Writes to the app alone. */
  dm(words: string, { thread }: { readonly thread?: PeerMessage } = {}): Exchange {
    return writeToApp(this.#actor, words, thread);
  }

  /** Writes to a channel something that does not concern the app. */
  say(words: string, { channel = this.#usual, thread }: InThread = {}): PeerMessage {
    return say(this.#actor, words, channel, thread);
  }

  /** Opens the app's home. */
  openHome(): Exchange {
    return openHome(this.#actor);
  }

  /** Invites the app to a channel. */
  invite(channel: Channel): Exchange {
    return invite(this.#actor, channel);
  }
}
