/** The engine over the real storage and real stories that a test may edit, with a clock of its own. */
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../src/digest/clock.ts';
import { Engine } from '../../src/digest/engine.ts';
import { type Entries, type Ledger, nextOccurrence, type Wanted } from '../../src/digest/index.ts';
import { plainMessage } from '../../src/message/index.ts';
import { openTransientStorage } from '../../src/storage/index.ts';
import { StoryLibrary } from '../../src/story/index.ts';
import { Channels } from './channels.ts';

export const water = 'invented-water';
export const satellite = 'invented-satellite';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Every Monday at nine in Oslo; in March 2026, before the 29th, that is eight by UTC. */
export const weekly = { kind: 'weekly', on: 1, at: 9 * 60 } as const;
const zone = 'Europe/Oslo';

/** The time of the machine, as if a moment ago had been another one. */
export function runningClock(since: string): Clock {
  const elapsed = () => performance.now();
  return { now: () => Math.trunc(Date.parse(since) + elapsed()), elapsed };
}

/** What differs of the ports. */
export interface Changes {
  readonly ledger?: (ledger: Ledger) => Partial<Ledger>;
  readonly entries?: (entries: Entries) => Partial<Entries>;
  /** The time of the machine. */
  readonly clock?: Clock;
}

/** Starts an engine. @param since what the clock shows */
export async function startRig(since: string, change: Changes = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-digest-'));
  cpSync(join(import.meta.dirname, '../stories'), folder, { recursive: true });
  const stories = await StoryLibrary.open(folder);
  stories.watch();
  const storage = await openTransientStorage();
  const [peer, other] = [new Channels(), new Channels()];
  const lines: string[] = [];
  const write = (details: object, message: string) => void lines.push(`${message} ${JSON.stringify(details)}`);
  const errors: string[] = [];
  const error = (details: object, message: string) => {
    errors.push(message);
    write(details, message);
  };
  const counts = new Map<string, number>();
  const count = (platform: string, what: string) => {
    counts.set(`${platform} ${what}`, (counts.get(`${platform} ${what}`) ?? 0) + 1);
  };
  let [now, elapsed, keys] = [Date.parse(since), 0, 0];
  const start = () =>
    new Engine({
      ...storage,
      stories,
      ledger: { ...storage.ledger, ...change.ledger?.(storage.ledger) },
      entries: { ...storage.entries, ...change.entries?.(storage.entries) },
      platforms: new Map([
        ['peer', peer],
        ['other', other],
      ]),
      pictures: { png: async () => undefined },
      clock: change.clock ?? { now: () => now, elapsed: () => elapsed },
      quietMs: minuteMs,
      catchUpMs: dayMs,
      newKey: () => `key-${++keys}`,
      log: { info: write, warn: write, error },
      figures: { slotEnded: count, corrected: count },
    });
  let engine = start();
  onTestFinished(async () => {
    await engine.stop();
    stories.close();
    await storage.close();
    rmSync(folder, { recursive: true });
  });
  /** Lets the engine do all that is to be done now. */
  const run = async () => {
    engine.wake();
    await engine.idle();
  };
  await run();
  const changed = async (file: string, change: () => void) => {
    const seen = new Promise<void>((resolve) => {
      const stop = stories.onChange((each) => {
        if (each.file !== file) return;
        stop();
        resolve();
      });
    });
    change();
    await seen;
    await run();
  };
  return {
    storage,
    stories,
    peer,
    /** Another platform. */
    other,
    lines,
    errors,
    counts,
    run,
    now: () => now,
    /** Subscribes, from now on. */
    async subscribe(wanted: Partial<Wanted> = {}) {
      const all = {
        to: { platform: 'peer', id: 'news' },
        space: 'server',
        owner: 'ann',
        stories: [water],
        cadence: weekly,
        zone,
        quiet: 'line',
        ...wanted,
      } as const;
      const next = all.cadence.kind === 'news' ? undefined : nextOccurrence(all.cadence, all.zone, now);
      const added = await storage.subscriptions.add(all, next, now);
      if (added.kind === 'too many') throw new Error('there are too many');
      return added.subscription.id;
    },
    /** Time goes by, and the engine looks. */
    async later(ms: number) {
      now += ms;
      elapsed += ms;
      await run();
    },
    /** Time goes by until then, and the engine looks. */
    async until(instant: string) {
      const ms = Date.parse(instant) - now;
      if (ms < 0) throw new Error(`${instant} has gone by`);
      await this.later(ms);
    },
    /** The clock is set, as no time goes by. */
    async jump(ms: number) {
      now += ms;
      await run();
    },
    /** The process ends, and another one starts. */
    async restart() {
      await engine.stop();
      engine = start();
      await run();
    },
    /** The engine begins nothing more. */
    stop: () => engine.stop(),
    /** The process ends in the middle of whatever it does, and another one starts. */
    async kill() {
      void engine.stop(); // which waits for what never ends
      engine = start();
      await run();
    },
    /** Saves a story with other texts in place of some. */
    edit: (story: string, ...edits: readonly Edit[]) =>
      changed(`${story}.yaml`, () => {
        const path = join(folder, `${story}.yaml`);
        const saved = edits.reduce(
          (text, [from, to]) => {
            if (!text.includes(from)) throw new Error(`${story} has no ‘${from}’`);
            return text.replace(from, to);
          },
          readFileSync(path, 'utf8'),
        );
        writeFileSync(path, saved);
      }),
    remove: (story: string) =>
      changed(`${story}.yaml`, () => renameSync(join(folder, `${story}.yaml`), join(folder, 'gone'))),
    /** Puts a story that was removed back. */
    bringBack: (story: string) =>
      changed(`${story}.yaml`, () => renameSync(join(folder, 'gone'), join(folder, `${story}.yaml`))),
    /** The words of what was posted, oldest first. */
    said: (channel = 'news') => peer.in(channel).map(({ message }) => plainMessage(message)),
    async standing(id: number, channel = 'news') {
      const all = await storage.subscriptions.of({ platform: 'peer', id: channel });
      const found = all.find(({ subscription }) => subscription.id === id);
      if (!found) throw new Error(`there is no subscription ${id}`);
      return found;
    },
  };
}

export type Rig = Awaited<ReturnType<typeof startRig>>;

/** A text of a story's file, and what takes its place. */
export type Edit = readonly [from: string, to: string];

const evidence = 'evidence: sheet-2026-03-30 3 The crack in the sewer … 24 or 25 March';

/** A new event of the water's story. */
export function event(id: string, what: string): Edit {
  return ['events:\n', `events:\n  ${id}:\n    when: 2026-03-30\n    what: ${what}\n    ${evidence}\n`];
}

/** The event says something else from now on, since it was wrong. */
export function correction(id: string, was: string, now: string, day = '2026-03-31'): readonly Edit[] {
  const why = 'Somebody had counted wrong.';
  const entry = `  - when: ${day}\n    statement: ${id}\n    was: ${was}\n    why: ${why}\n    ${evidence}\n`;
  return [
    [`what: ${was}`, `what: ${now}`],
    ['corrections:\n', `corrections:\n${entry}`],
  ];
}

/** The event is false: it is withdrawn. */
export function withdrawal(what: string): Edit {
  return [`what: ${what}\n`, `what: ${what}\n    withdrawn: 2026-03-31\n`];
}
