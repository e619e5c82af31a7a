/** What goes wrong on the way to the platforms: by chance, or at the moment of a kill. */
import type { Fault as DiscordFault, DiscordPeer } from '../peers/discord/index.ts';
import type { Fault as SlackFault, SlackPeer } from '../peers/slack/index.ts';
import type { Chance } from './chance.ts';

export type PlatformName = 'discord' | 'slack';

/** What a request is for. */
export type Purpose = 'post' | 'lookup' | 'picture';

export interface Asked {
  readonly platform: PlatformName;
  readonly purpose: Purpose;
}

/** How a request ends. */
export type Trouble =
  /** Refused for haste, or by a failure of the platform: nothing is done. */
  | { readonly kind: 'limited' | 'failed' }
  /** The connection is lost: before it is done, after, or before, and it is done so much later all the same. */
  | { readonly kind: 'lost' | 'lost when done' }
  | { readonly kind: 'lost, and done'; readonly afterMs: number }
  /** It is done, and the answer says that it failed. */
  | { readonly kind: 'done, and failed' }
  /** It is done late, even where whoever asked is gone by then; or at once, and answered late. */
  | { readonly kind: 'done late' | 'answered late'; readonly afterMs: number };

const onDiscord = (trouble: Trouble): DiscordFault => {
  switch (trouble.kind) {
    case 'limited':
      return { retryAfterMs: 300 };
    case 'failed':
      return { status: 502 };
    case 'lost':
      return 'reset';
    case 'lost when done':
      return 'reset-after';
    case 'lost, and done':
      return { after: 'reset', acceptMs: trouble.afterMs };
    case 'done, and failed':
      return { after: 'accept', status: 500 };
    case 'done late':
      return { delayMs: trouble.afterMs };
    case 'answered late':
      return { after: 'accept', answerMs: trouble.afterMs };
  }
};

const onSlack = (trouble: Trouble): SlackFault => {
  switch (trouble.kind) {
    case 'limited':
      return { retryAfterS: 1 };
    case 'failed':
      return { status: 503 };
    case 'lost':
      return 'reset';
    case 'lost when done':
      return 'reset-after';
    case 'lost, and done':
      return { landsAfterMs: trouble.afterMs };
    case 'done, and failed':
      return { after: 'accept', status: 500 };
    case 'done late':
      return { delayMs: trouble.afterMs };
    case 'answered late':
      return { delayMs: trouble.afterMs, doneAtOnce: true };
  }
};

const harmless: readonly Trouble['kind'][] = ['limited', 'failed', 'lost', 'answered late'];
const everyKind: readonly Trouble['kind'][] = [
  ...harmless,
  'lost when done',
  'lost, and done',
  'done, and failed',
  'done late',
];

/** Decides about every request that matters to a digest. */
export class Troubles {
  /** Asked first: what a kill at a certain moment needs. */
  first: ((asked: Asked) => Trouble | undefined) | undefined;
  /** How often something goes wrong by chance. */
  share: number;
  /** So late a request may land after its sender, or its connection, is gone. */
  readonly latestMs: number;
  /** How often each was met. */
  readonly met = new Map<string, number>();
  readonly #chance: Chance;

  constructor(chance: Chance, { share, latestMs }: Pick<Troubles, 'share' | 'latestMs'>) {
    this.#chance = chance;
    this.share = share;
    this.latestMs = latestMs;
  }

  /** Sees to the peers' requests from now on. */
  watch(discord: DiscordPeer, slack: SlackPeer): void {
    discord.faults.otherwise((method, path) => {
      const trouble = this.#of('discord', onDiscordFor(`${method} ${path}`));
      return trouble && onDiscord(trouble);
    });
    slack.faults.decide = (name) => {
      const trouble = this.#of('slack', onSlackFor(name));
      return trouble && onSlack(trouble);
    };
  }

  #of(platform: PlatformName, purpose: Purpose | undefined): Trouble | undefined {
    if (purpose === undefined) return undefined;
    const asked = { platform, purpose };
    const trouble = this.first?.(asked) ?? this.#byChance(purpose);
    if (trouble) {
      const name = `${purpose} ${trouble.kind}`;
      this.met.set(name, (this.met.get(name) ?? 0) + 1);
    }
    return trouble;
  }

  #byChance(purpose: Purpose): Trouble | undefined {
    if (!this.#chance.is(this.share)) return undefined;
    const kind = this.#chance.of(purpose === 'post' ? everyKind : harmless);
    return { kind, afterMs: this.#chance.between(0, this.latestMs) } as Trouble;
  }
}

function onDiscordFor(request: string): Purpose | undefined {
  if (/^POST \/channels\/\d+\/messages$/.test(request)) return 'post';
  return /^GET \/channels\/\d+(?:\/messages)?$/.test(request) ? 'lookup' : undefined;
}

function onSlackFor(name: string): Purpose | undefined {
  if (name === 'chat.postMessage') return 'post';
  if (name === 'conversations.history') return 'lookup';
  return name.startsWith('files.') || name.startsWith('/upload/') ? 'picture' : undefined;
}
