/** Interactions: what is sent to the bot, and what is known of each while its token lives. */
import type { PeerChannel } from './channels.ts';
import { forgetOldest } from './clock.ts';
import { Exchange } from './exchange.ts';
import type { PeerMessage } from './messages.ts';
import { refusal } from './refusals.ts';
import type { Views } from './views.ts';
import { type PeerUser, userPayload, type World } from './world.ts';

export const kind = { command: 2, component: 3, completion: 4, form: 5 } as const;

export interface Interaction {
  readonly type: number;
  readonly reader: PeerUser;
  readonly channel: PeerChannel;
  readonly exchange: Exchange;
  /** The component's message; a form's too, where its button stood on one. */
  readonly message: PeerMessage | undefined;
  /** Of the option that is being completed. */
  readonly optionType: number;
  /** The type of the first response. */
  responded?: number;
  /** What `@original` means. */
  original?: PeerMessage | undefined;
}

export interface Asked {
  readonly type: number;
  readonly reader: PeerUser;
  readonly channel: PeerChannel;
  readonly data: object;
  readonly message?: PeerMessage | undefined;
  readonly optionType?: number;
}

export interface Patience {
  /** For the first response. */
  readonly patienceMs: number;
  /** For all others. */
  readonly tokenMs: number;
}

export class Interactions {
  readonly #world: World;
  readonly #views: Views;
  readonly #patience: Patience;
  readonly #byId = new Map<string, Interaction>();
  readonly #byToken = new Map<string, Interaction>();

  constructor(world: World, views: Views, patience: Patience) {
    this.#world = world;
    this.#views = views;
    this.#patience = patience;
  }

  open(asked: Asked): Exchange {
    const id = this.#world.ids.next();
    const token = Buffer.from(`interaction:${id}:${asked.reader.id}:${asked.channel.id}`).toString('base64url');
    const exchange = new Exchange(id, token, this.#world.clock());
    const { type, reader, channel, message, optionType = 3 } = asked;
    const interaction: Interaction = { type, reader, channel, exchange, message, optionType };
    this.#byId.set(id, interaction);
    this.#byToken.set(token, interaction);
    forgetOldest(this.#byId, this.#world.keep);
    forgetOldest(this.#byToken, this.#world.keep);
    this.#world.dispatch('INTERACTION_CREATE', this.#payload(asked, exchange));
    return exchange;
  }

  #payload({ type, reader, channel, data, message }: Asked, { id, token }: Exchange): object {
    const { guild } = channel;
    const member = guild?.members.get(reader.id);
    const permissions = channel.permissionsOf(reader.id);
    const user = userPayload(reader);
    return {
      id,
      application_id: this.#world.applicationId,
      type,
      data,
      token,
      version: 1,
      entitlements: [],
      entitlement_sku_ids: [],
      authorizing_integration_owners: guild ? { 0: guild.id } : { 0: '0' },
      attachment_size_limit: 10 * 1024 * 1024,
      app_permissions: `${channel.botPermissions}`,
      locale: reader.locale,
      context: guild ? 0 : 1,
      channel: channel.partial(reader.id),
      channel_id: channel.id,
      ...(guild && member
        ? {
            guild_id: guild.id,
            guild_locale: guild.locale,
            guild: { id: guild.id, locale: guild.locale, features: [] },
            member: { ...guild.memberPayload(member), permissions: `${permissions}` },
          }
        : { user }),
      ...(message ? { message: this.#views.message(message) } : {}),
    };
  }

  /** For a first response; late, or of an interaction that never was, it is refused. */
  toRespond(id: string, token: string): Interaction {
    const interaction = this.#byId.get(id);
    if (interaction?.exchange.token !== token) throw refusal('unknownInteraction');
    if (interaction.responded !== undefined) throw refusal('acknowledged');
    if (this.#world.clock() - interaction.exchange.sentAt > this.#patience.patienceMs) {
      interaction.exchange.fail('The bot answered too late.');
      throw refusal('unknownInteraction');
    }
    return interaction;
  }

  /** For what follows; without a first response there is no webhook yet. */
  toFollow(applicationId: string, token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (!interaction || applicationId !== this.#world.applicationId) throw refusal('unknownWebhook');
    if (this.#world.clock() - interaction.exchange.sentAt > this.#patience.tokenMs)
      throw refusal('invalidWebhookToken');
    if (interaction.responded === undefined) throw refusal('unknownWebhook');
    return interaction;
  }

  stop(): void {
    for (const { exchange } of this.#byId.values()) exchange.fail('The peer stopped before the answer.');
  }
}
