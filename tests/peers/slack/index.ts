/** A small Slack for tests: the Web API, Socket Mode, signed requests, and people who use an app. */
import { createChannel, directChannel, openChannels } from './channels.ts';
import { type Carrier, Deliveries, type Redelivery } from './deliveries.ts';
import { type Exchange, Exchanges } from './exchange.ts';
import { Faults } from './faults.ts';
import { FrontDoor } from './front-door.ts';
import type { Inside } from './inside.ts';
import { eventPayload } from './payloads.ts';
import { Reader } from './reader.ts';
import { Responses } from './response-url.ts';
import { SignedHttp } from './signed-http.ts';
import { SocketMode } from './socket.ts';
import { Triggers } from './triggers.ts';
import { Watch } from './watch.ts';
import {
  type Channel,
  createWorld,
  type Node,
  type PeerMessage,
  type PeerView,
  type Person,
  type UserGroup,
  type WorldOptions,
} from './workspace.ts';

export { checkBlocks, checkView } from './block-rules.ts';
export type { Redelivery } from './deliveries.ts';
export type { Exchange } from './exchange.ts';
export type { Fault } from './faults.ts';
export type { Reader } from './reader.ts';
export { buttonsOf, selectsOf, textOf } from './reading.ts';
export type { Channel, PeerMessage, PeerView, Person, UserGroup } from './workspace.ts';

export interface SlackOptions extends WorldOptions {
  /** A socket, or the app's own address with the secret that signs requests to it. */
  readonly mode: 'socket' | { readonly signingSecret: string; readonly deliverTo: () => string };
  /** How often the socket is pinged. */
  readonly pingMs?: number;
}

export interface ReaderOptions {
  readonly admin?: boolean;
  readonly owner?: boolean;
  readonly guest?: false | 'multi' | 'single';
  /** Another workspace, with which channels are shared. */
  readonly team?: string;
  /** A member here, too, of an organisation of several workspaces. */
  readonly alsoHere?: boolean;
  readonly tz?: string;
  readonly locale?: string;
  /** Channels that the person is not in. */
  readonly notIn?: readonly Channel[];
}

export type SlackPeer = Awaited<ReturnType<typeof startSlack>>;

/** Starts it on a free port of the loopback. */
export async function startSlack({ mode, pingMs = 5000, ...options }: SlackOptions) {
  const watch = new Watch();
  const world = createWorld(options, () => watch.ring());
  const socket = mode === 'socket' ? new SocketMode(world, pingMs) : undefined;
  const http = mode === 'socket' ? undefined : new SignedHttp(world, mode.signingSecret, mode.deliverTo);
  const carrier = (socket ?? http) as Carrier;
  const exchanges = new Exchanges(world.keep);
  const inside: Inside = {
    world,
    exchanges,
    triggers: new Triggers(world),
    responses: new Responses(world, exchanges),
    deliveries: new Deliveries(world, carrier),
    socket,
    origin: () => door.origin,
  };
  const faults = new Faults();
  const door: FrontDoor = new FrontDoor(inside, faults);
  await door.listen();
  const channels = openChannels(world);
  const readers = new Map<string, Reader>();
  const { app, team, calls, refusals, violations, remarks } = world;
  const bot: Person = {
    ...{ id: app.botUserId, name: 'dateline', admin: false, owner: false, guest: false },
    ...{ tz: 'UTC', locale: 'en-US', bot: true },
  };
  world.people.set(bot.id, bot);

  function join(reader: Person, notIn: readonly Channel[]): void {
    for (const channel of world.channels.values()) {
      if (channel.kind !== 'im' && !notIn.includes(channel)) channel.members.add(reader.id);
    }
  }

  function tell(event: Node): void {
    inside.deliveries.sendAside(eventPayload(world, event));
  }

  return {
    /** What Bolt takes as `clientOptions.slackApiUrl`. */
    api: `${door.origin}/api/`,
    botToken: app.botToken,
    appToken: app.appToken,
    appId: app.id,
    botId: app.botId,
    botUserId: app.botUserId,
    teamId: team.id,
    verificationToken: app.verificationToken,
    channels,
    faults,
    calls,
    refusals,
    violations,
    remarks,
    exchanges: exchanges.all,

    /** The socket's side; only in Socket Mode. */
    get socket(): SocketMode {
      if (!socket) throw new Error('This peer has no socket');
      return socket;
    },

    /** Requests to the app's address; only there. */
    get http(): SignedHttp {
      if (!http) throw new Error('This peer sends no requests');
      return http;
    },

    /** While it is set, every request to Slack loses its connection. */
    get down(): boolean {
      return door.down;
    },
    set down(value: boolean) {
      door.down = value;
    },

    /** How often an event that was not acknowledged is delivered again; never unless it is set. */
    get redeliverLate(): number {
      return inside.deliveries.redeliverLate;
    },
    set redeliverLate(times: number) {
      inside.deliveries.redeliverLate = times;
    },

    /** A person of this name, the same each time; in every channel that there is when they are first named. */
    reader(name: string, { notIn = [], ...traits }: ReaderOptions = {}): Reader {
      const known = readers.get(name);
      if (known) {
        Object.assign(known.person, traits);
        return known;
      }
      const usual = { admin: false, owner: false, guest: false, tz: 'Europe/London', locale: 'en-GB' } as const;
      const person: Person = { ...usual, ...traits, id: world.ids.next('U'), name, bot: false };
      world.people.set(person.id, person);
      join(person, notIn);
      const reader = new Reader(inside, person, channels.general);
      readers.set(name, reader);
      return reader;
    },

    /** Another channel; everyone is in it, and the app unless `member` is false. */
    channel(name: string, options: { private?: boolean; member?: boolean; archived?: boolean } = {}): Channel {
      const channel = createChannel(world, name, options.private ? 'private' : 'public', options);
      for (const { person } of readers.values()) channel.members.add(person.id);
      return channel;
    },

    /** A group of people, to be pinged as `@handle`. */
    group(handle: string, { name = handle, disabled = false }: { name?: string; disabled?: boolean } = {}): UserGroup {
      const group = { id: world.ids.next('S'), handle, name, disabled };
      world.groups.set(group.id, group);
      return group;
    },

    /** Tells the app of something that nobody waits for. */
    event: tell,

    /** Removes the app from the workspace, and tells it. Its tokens are worth nothing from then on. */
    uninstall(): void {
      tell({ type: 'tokens_revoked', tokens: { oauth: [], bot: [app.botUserId] } });
      tell({ type: 'app_uninstalled' });
      world.uninstalled = true;
    },

    /** The conversation of the app and a person. */
    dmWith: (reader: Reader): Channel => directChannel(world, reader.id),

    /** What is there to see, oldest first; with a reader, also what only they see. */
    messages(channel: Channel, { ephemeralFor }: { ephemeralFor?: Reader } = {}): PeerMessage[] {
      const own = [...channel.ephemerals.values()].filter((message) => message.ephemeralFor === ephemeralFor?.id);
      const all = ephemeralFor ? [...channel.messages.values(), ...own] : [...channel.messages.values()];
      return all.sort((one, other) => (one.ts < other.ts ? -1 : 1));
    },

    /** The home that is published for a person. */
    home: (userId: string): PeerView | undefined => world.homes.get(userId),

    /** Delivers again what was delivered, as Slack does at times. */
    redeliver: (exchange: Exchange, redelivery?: Redelivery): Promise<void> =>
      inside.deliveries.redeliver(exchange, redelivery),

    /** Resolves with what the predicate finds, as soon as it finds something. */
    waitFor: <T>(predicate: () => T): Promise<NonNullable<T>> => watch.for(predicate),

    async stop(): Promise<void> {
      for (const exchange of exchanges.all.values()) exchange.abandon('The peer stopped');
      watch.stop();
      await carrier.stop();
      await door.stop();
    },
  };
}
