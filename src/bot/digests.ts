/** Wires the digests: the engine, over what is kept and the platforms that are set up. */
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { DigestConfig } from '../config/index.ts';
import { type Digests, recallPosts, startDigests } from '../digest/index.ts';
import type { Pictures } from '../picture/index.ts';
import type { Platform, SpacesSeen } from '../platforms/platform.ts';
import { mostPosts, pageChannel, type WebPlatform } from '../platforms/web/index.ts';
import type { Storage } from '../storage/index.ts';
import type { StoryLibrary } from '../story/index.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

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

/** Starts the digests. @param ready settles when they may begin */
export function digestsOf(
  { stories, storage, platforms, pictures, config, log, metrics }: DigestParts,
  ready: Promise<void>,
): Digests {
  const { entries, ledger, spaces } = storage;
  const parts = {
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
  };
  return startDigests(parts, ready);
}

/** So long the pictures of earlier posts may take; a start does not wait longer. */
const drawingMs = 3000;

/** Shows on the page what was posted there last. Where that cannot be read, it begins empty. */
export async function recallOn(
  page: WebPlatform,
  parts: Pick<DigestParts, 'stories' | 'storage' | 'pictures' | 'log'>,
) {
  const { stories, storage, pictures, log } = parts;
  const to = { platform: page.name, id: pageChannel };
  const recalling = { stories, entries: storage.entries, ledger: storage.ledger };
  const late = new AbortController();
  const withoutPictures = wait(drawingMs, undefined, { signal: late.signal, ref: false }).then(() =>
    recallPosts(to, mostPosts, recalling),
  );
  const withPictures = recallPosts(to, mostPosts, { ...recalling, pictures });
  for (const each of [withPictures, withoutPictures]) each.catch(() => undefined); // one of them is not needed
  await Promise.race([withPictures, withoutPictures]).then(
    (posts) => page.recall(posts),
    (error: Error) => log.error({ error: error.stack }, 'earlier posts are not shown on the page'),
  );
  late.abort();
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
