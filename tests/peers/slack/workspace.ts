/** What a workspace holds: people, channels, messages, views; and what the peer writes down about the app. */
import { Ids } from './ids.ts';

/** A JSON object of Slack's. */
export type Node = { [key: string]: unknown };

export interface Person {
  readonly id: string;
  readonly name: string;
  admin: boolean;
  owner: boolean;
  /** A guest of several channels (`is_restricted`), or of one (`is_ultra_restricted`). */
  guest: false | 'multi' | 'single';
  /** Another workspace, with which channels are shared; left out, it is this one. */
  team?: string;
  /** A member here, too, of an organisation of several workspaces. */
  alsoHere?: boolean;
  tz: string;
  locale: string;
  readonly bot: boolean;
}

export interface PeerMessage {
  readonly ts: string;
  readonly channel: string;
  /** Its author: a person's id, or the bot's. */
  readonly user: string;
  readonly bot: boolean;
  /** The notification; shown only where there are no blocks. */
  text: string;
  blocks: Node[];
  threadTs?: string;
  broadcast?: boolean;
  /** Whom alone it is shown to. */
  ephemeralFor?: string;
  metadata?: Node;
  editedAt?: number;
  deleted?: boolean;
  unfurlLinks?: boolean;
  unfurlMedia?: boolean;
  mrkdwn?: boolean;
  readonly via: 'chat' | 'response_url' | 'ack' | 'person';
  /** Set it, and an edit is refused with `edit_window_closed`. */
  editWindowClosed?: boolean;
}

export interface PeerView {
  readonly id: string;
  readonly user: string;
  readonly type: 'modal' | 'home';
  hash: string;
  /** As given: title, submit, close, blocks, private_metadata, callback_id … */
  content: Node;
  blocks: Node[];
  readonly rootId: string;
  readonly previousId?: string;
  /** Whether it is on the screen. */
  open: boolean;
  /** What the app's answer to a submission complained about, by block. */
  errors?: Node;
  updates: number;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  archived: boolean;
  /** People and the bot. */
  readonly members: Set<string>;
  readonly messages: Map<string, PeerMessage>;
  readonly ephemerals: Map<string, PeerMessage>;
  /** Whether its oldest messages have been let go. */
  forgot: boolean;
  lastPostMs: number;
  /** Set it, and its history is refused with `missing_scope`. */
  unreadable?: boolean;
}

/** People who are pinged together. */
export interface UserGroup {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  disabled: boolean;
}

export interface PeerFile {
  readonly id: string;
  readonly name: string;
  readonly length: number;
  title: string;
  bytes?: Buffer;
  completed: boolean;
  polls: number;
}

interface Records {
  /** Every call of the Web API and every answer through a `response_url`. */
  readonly calls: { readonly method: string; readonly args: Node; readonly atMs: number }[];
  readonly refusals: { readonly method: string; readonly error: string; readonly detail: string }[];
  /** Acknowledgements that Slack did not ask for. */
  readonly violations: { readonly kind: 'double' | 'unknown' | 'malformed'; readonly detail: string }[];
  /** What Slack permits and a good app avoids. */
  readonly remarks: { readonly method: string; readonly what: string; readonly ts: string }[];
}

/** Who the app is in the workspace. */
interface App {
  readonly id: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly verificationToken: string;
  readonly scopes: ReadonlySet<string>;
}

export interface World extends Records {
  readonly now: () => number;
  readonly ids: Ids;
  readonly keep: number;
  readonly patienceMs: number;
  readonly limits: boolean;
  /** Posts that the workspace may still take at this moment; none is left out where there is no limit. */
  readonly posts: { readonly perMinute: number; left: number; atMs: number };
  /** So often a file is looked at before it is ready. */
  readonly looks: number;
  /** The app was removed: its tokens are worth nothing. */
  uninstalled: boolean;
  readonly team: { readonly id: string; readonly domain: string };
  readonly app: App;
  readonly people: Map<string, Person>;
  readonly groups: Map<string, UserGroup>;
  readonly channels: Map<string, Channel>;
  /** The conversations with the app, by person. */
  readonly directs: Map<string, Channel>;
  readonly views: Map<string, PeerView>;
  readonly homes: Map<string, PeerView>;
  readonly files: Map<string, PeerFile>;
  /** Called after anything changed. */
  ring(): void;
}

/** Adds to a list of which only the newest are kept. */
export function keepNewest<T>(list: T[], item: T, keep: number): void {
  list.push(item);
  if (list.length > keep) list.shift();
}

/** Adds to a map of which only the newest are kept, and returns what was let go. */
export function keepNewestIn<T>(map: Map<string, T>, key: string, value: T, keep: number): T | undefined {
  map.set(key, value);
  if (map.size <= keep) return undefined;
  const [oldest] = map.entries();
  if (!oldest) return undefined;
  map.delete(oldest[0]);
  return oldest[1];
}

const everyScope = [
  ...['app_mentions:read', 'channels:history', 'channels:read', 'chat:write', 'commands', 'files:read', 'files:write'],
  ...['groups:history', 'groups:read', 'im:history', 'im:read', 'im:write', 'usergroups:read', 'users:read'],
];

export interface WorldOptions {
  readonly now?: (() => number) | undefined;
  readonly patienceMs?: number | undefined;
  readonly scopes?: readonly string[] | undefined;
  readonly keep?: number | undefined;
  readonly limits?: boolean | undefined;
  /** Posts of the app in all channels together; "several hundred" on Slack. */
  readonly postsPerMinute?: number | undefined;
  /** So often a file is looked at before it is ready to be shown. */
  readonly looks?: number | undefined;
}

/** An empty workspace with the app installed. */
export function createWorld(options: WorldOptions, ring: () => void): World {
  const now = options.now ?? Date.now;
  const ids = new Ids(now);
  const app: App = {
    id: ids.next('A'),
    botId: ids.next('B'),
    botUserId: ids.next('U'),
    // Taken apart, so that no scanner of secrets mistakes them for real ones.
    botToken: ['xoxb', '1000000000001', '1000000000002', 'peer'].join('-'),
    appToken: ['xapp', '1', 'A0PEER', 'peer'].join('-'),
    verificationToken: 'verification-token',
    scopes: new Set(options.scopes ?? everyScope),
  };
  const records: Records = { calls: [], refusals: [], violations: [], remarks: [] };
  const maps = {
    people: new Map(),
    groups: new Map(),
    channels: new Map(),
    directs: new Map(),
    views: new Map(),
    homes: new Map(),
    files: new Map(),
  };
  const { keep = 5000, patienceMs = 3000, limits = false, looks = 1 } = options;
  const perMinute = options.postsPerMinute ?? Number.POSITIVE_INFINITY;
  return {
    now,
    ids,
    keep,
    patienceMs,
    limits,
    looks,
    posts: { perMinute, left: perMinute / 60, atMs: now() },
    uninstalled: false,
    team: { id: ids.next('T'), domain: 'newsroom' },
    app,
    ...records,
    ...maps,
    ring,
  };
}
