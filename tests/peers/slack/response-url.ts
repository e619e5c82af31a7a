/** The addresses at which an app answers a command or a press: five times within half an hour. */
import { threadIn } from './channels.ts';
import type { Exchange, Exchanges } from './exchange.ts';
import {
  addMessage,
  type Content,
  deleteMessage,
  editMessage,
  needsContent,
  readContent,
  remarkOn,
} from './messages.ts';
import { Refusal } from './refusal.ts';
import { type Channel, keepNewest, keepNewestIn, type Node, type PeerMessage, type World } from './workspace.ts';

export interface Respondable {
  readonly exchange: Exchange;
  readonly channel: Channel;
  readonly user: string;
  /** What was pressed on. */
  readonly on?: PeerMessage | undefined;
}

interface Given extends Respondable {
  readonly atMs: number;
  uses: number;
}

const validMs = 30 * 60_000;
const maxUses = 5;

export class Responses {
  readonly #given = new Map<string, Given>();
  readonly #world: World;
  readonly #exchanges: Exchanges;

  constructor(world: World, exchanges: Exchanges) {
    this.#world = world;
    this.#exchanges = exchanges;
  }

  /** The path of a new address. */
  give(respondable: Respondable): string {
    const path = `/response/${this.#world.team.id}/${this.#world.ids.next('R')}`;
    keepNewestIn(this.#given, path, { ...respondable, atMs: this.#world.now(), uses: 0 }, this.#world.keep);
    return path;
  }

  /** What Slack answers at the address. */
  answer(path: string, body: unknown): { status: number; body: Node | string } {
    const args = (typeof body === 'object' && body !== null ? body : {}) as Node;
    keepNewest(this.#world.calls, { method: 'response_url', args, atMs: this.#world.now() }, this.#world.keep);
    try {
      const given = this.#valid(path);
      this.say(given, args, 'response_url');
      given.uses += 1;
      return { status: 200, body: 'ok' };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, detail } = error;
      keepNewest(this.#world.refusals, { method: 'response_url', error: code, detail }, this.#world.keep);
      return { status: /_url$/.test(code) ? 404 : 400, body: error.body };
    }
  }

  /** Shows an answer: a new message, or another in the place of the one pressed. */
  say(to: Respondable, args: Node, via: 'response_url' | 'ack'): void {
    const message = args['delete_original'] === true ? this.#delete(to) : this.#show(to, args, via);
    this.#exchanges.showed(to.exchange, message);
    this.#world.ring();
  }

  #valid(path: string): Given {
    const given = this.#given.get(path);
    if (!given) throw new Refusal('expired_url');
    if (this.#world.now() - given.atMs > validMs) throw new Refusal('expired_url');
    if (given.uses >= maxUses) throw new Refusal('used_url');
    return given;
  }

  #delete({ on }: Respondable): PeerMessage {
    if (!on || on.deleted) throw new Refusal('message_not_found');
    deleteMessage(this.#world, on);
    return on;
  }

  #show(to: Respondable, args: Node, via: 'response_url' | 'ack'): PeerMessage {
    const content = readContent(this.#world, args, 40_000);
    needsContent(content, args['attachments']);
    const original = args['replace_original'] === true ? to.on : undefined;
    if (original?.deleted) throw new Refusal('message_not_found');
    if (original) {
      // A replacement is a whole: what it does not say is gone.
      editMessage(this.#world, original, { text: content.text ?? '', blocks: content.blocks ?? [] });
      return original;
    }
    return this.#add(to, args, content, via);
  }

  #add(to: Respondable, args: Node, content: Content, via: 'response_url' | 'ack'): PeerMessage {
    const type = args['response_type'] ?? 'ephemeral';
    if (type !== 'ephemeral' && type !== 'in_channel') throw new Refusal('invalid_arguments');
    const given = args['thread_ts'];
    // Never of itself: a press in a thread is answered in the channel unless the app says where.
    const thread = threadIn(to.channel, typeof given === 'string' ? given : undefined);
    const { unfurl_links: links, unfurl_media: media } = args;
    const message = addMessage(this.#world, to.channel, {
      user: this.#world.app.botUserId,
      bot: true,
      text: content.text ?? '',
      blocks: content.blocks,
      via,
      ...(type === 'ephemeral' && { ephemeralFor: to.user }),
      ...(thread !== undefined && { threadTs: thread }),
      ...(typeof links === 'boolean' && { unfurlLinks: links }),
      ...(typeof media === 'boolean' && { unfurlMedia: media }),
    });
    remarkOn(this.#world, via, type === 'ephemeral' ? { ...message, unfurlLinks: false } : message);
    return message;
  }
}
