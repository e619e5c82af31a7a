/** Wires the digests: the engine, over what is kept and the platforms that are set up. */
import { randomBytes } from 'node:crypto';
import type { DigestConfig } from './config.ts';
import { type Digests, startDigests } from './digest/index.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Pictures } from './picture/index.ts';
import type { Platform, SpacesSeen } from './platforms/platform.ts';
import type { Storage } from './storage/index.ts';
import type { StoryLibrary } from './story/index.ts';

/** What the digests are made of. */
export interface DigestParts {
  readonly stories: StoryLibrary;
  readonly storage: Storage;
  readonly platforms: readonly Platform[];
  readonly pictures: Pictures;
  readonly config: DigestConfig;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Starts the digests. */
export function digestsOf({ stories, storage, platforms, pictures, config, log, metrics }: DigestParts): Digests {
  const { entries, ledger, spaces } = storage;
  return startDigests({
    stories,
    entries,
    ledger,
    spaces,
    platforms: new Map(platforms.map((platform) => [platform.name, platform])),
    pictures,
    catchUpMs: config.catchUpMs,
    quietMs: config.quietMs,
    newKey,
    clock: { now: Date.now, elapsed: () => performance.now() },
    log,
    figures: metrics,
  });
}

/** 64 random bits as 13 digits and letters: a button has room for them twice. */
function newKey(): string {
  return randomBytes(8).readBigUInt64LE().toString(36).padStart(13, '0');
}

/** Notes where the bot is. What cannot be kept is logged: the platform tells again when it has connected. */
export function spacesSeen({ spaces }: Pick<Storage, 'spaces'>, log: Log, now: () => number): SpacesSeen {
  const orLog = (noted: Promise<void>) =>
    noted.catch((error: Error) => log.error({ error: error.stack }, 'where the bot is was not noted'));
  return {
    present: (platform, all) => orLog(spaces.present(platform, all, now())),
    joined: (platform, space) => orLog(spaces.joined(platform, space)),
    left: (platform, space) => orLog(spaces.left(platform, space, now())),
  };
}
