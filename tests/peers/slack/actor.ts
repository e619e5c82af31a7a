/** A person about to do something: what they see, where they may, and the exchange that it opens. */
import { Exchange, type ExchangeFacts } from './exchange.ts';
import type { Inside } from './inside.ts';
import type { Channel, PeerMessage, PeerView, Person } from './workspace.ts';

export type Shown = PeerMessage | PeerView;

export interface Actor {
  readonly inside: Inside;
  readonly person: Person;
}

export const isView = (shown: Shown): shown is PeerView => 'content' in shown;

/** Opens an exchange. */
export function begin(
  { inside: { world, exchanges }, person }: Actor,
  facts: Omit<ExchangeFacts, 'user' | 'sentAt'>,
): Exchange {
  const exchange = new Exchange(world.ids.uuid(), { ...facts, user: person.id, sentAt: world.now() });
  exchanges.add(exchange);
  return exchange;
}

export function channelOf({ inside: { world } }: Actor, { channel }: PeerMessage): Channel {
  const found = world.channels.get(channel);
  if (!found) throw new Error(`No channel ${channel}`);
  return found;
}

/** Throws where the person cannot write. */
export function enter({ person }: Actor, channel: Channel): void {
  if (!channel.members.has(person.id)) throw new Error(`${person.name} is not in ${channel.name}`);
  if (channel.archived) throw new Error(`${channel.name} is archived`);
}

/** Throws where the app was not installed with what it takes to hear of this: Slack would not tell it. */
export function heard({ inside: { world } }: Actor, scope: string): void {
  if (!world.app.scopes.has(scope)) throw new Error(`The app hears nothing of this without ${scope}`);
}

/** Throws where the person does not see it. */
export function see(actor: Actor, shown: Shown): void {
  const { name, id } = actor.person;
  if (isView(shown)) {
    if (shown.user !== id || !shown.open) throw new Error(`${name} does not see view ${shown.id}`);
    return;
  }
  if (!channelOf(actor, shown).members.has(id)) throw new Error(`${name} is not in the message’s channel`);
  if (shown.deleted) throw new Error(`Message ${shown.ts} is deleted`);
  if ((shown.ephemeralFor ?? id) !== id) throw new Error(`${name} does not see message ${shown.ts}`);
}
