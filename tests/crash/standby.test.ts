import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStorage } from '../../src/storage/index.ts';
import { Postgres } from '../storage/postgres.ts';
import { Chance } from './chance.ts';
import { judge } from './judge.ts';
import { type SlotSeen, slotQuery } from './ledger-view.ts';
import { type Life, start } from './program.ts';
import { settle } from './run.ts';
import { type Scene, setScene } from './scene.ts';
import { Troubles } from './trouble.ts';

/** By then another process has taken over. */
const takeoverMs = 30_000;
const kills = 3;
const ordered = 150;

let postgres: Postgres;
beforeAll(async () => {
  postgres = await Postgres.start();
});
afterAll(() => postgres.stop());

/** Resolves once a post, the fifth from now on, is done and not answered yet. */
async function inThePost(troubles: Troubles): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let left = 5;
  troubles.first = ({ purpose }) => {
    if (purpose !== 'post') return undefined;
    left -= 1;
    if (left !== 0) return undefined;
    resolve();
    return { kind: 'answered late', afterMs: 60_000 };
  };
  await promise;
  await wait(5);
}

/** Resolves with the first post or lookup from now on. */
function firstRequest(troubles: Troubles): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  troubles.first = ({ purpose }) => {
    if (purpose !== 'picture') resolve();
    return undefined;
  };
  return promise;
}

/** Processes that all stand by until digests are ordered; then one of them is active. */
async function startAll(scene: Scene, database: string): Promise<Life[]> {
  const storage = await openStorage({ data: scene.data, database, mostPerSpace: 100_000 });
  await scene.order(storage, ordered);
  const lives = Array.from({ length: kills + 1 }, () => start(scene.settings));
  await Promise.all(lives.map((life) => Promise.race([life.says('this one stands by'), life.died])));
  await storage.close();
  return lives;
}

/** Resolves with the one that is active from now on. */
function nextActive(lives: readonly Life[]): Promise<Life> {
  return Promise.race(lives.map((life) => life.says('this process is active now').then(() => life)));
}

test('where the active process is killed another takes over within half a minute, and no digest comes twice', async () => {
  const database = await postgres.database();
  const chance = new Chance(1);
  const scene = await setScene(chance, { DATABASE_URL: database, DIGEST_QUIET_SECONDS: '1' });
  const troubles = new Troubles(chance, { share: 0.1, latestMs: 500 });
  troubles.watch(scene.discord, scene.slack);
  let lives: readonly Life[] = [];
  try {
    lives = await startAll(scene, database);
    let next = nextActive(lives);
    for (let left = kills; left > 0; left -= 1) {
      const active = await next;
      await inThePost(troubles);
      lives = lives.filter((life) => life !== active);
      next = nextActive(lives);
      const before = performance.now();
      await active.kill();
      await firstRequest(troubles);
      expect(performance.now() - before).toBeLessThan(takeoverMs);
    }
    await (await next).kill();
    troubles.first = undefined;
    troubles.share = 0;
    const { wrong, sent, uncertain } = judge(scene, await settle(scene, () => slotsOf(database)));
    expect(wrong).toEqual([]);
    expect(sent + uncertain).toBe(ordered);
  } finally {
    for (const life of lives) await life.kill();
    await scene.close();
  }
});

async function slotsOf(database: string): Promise<SlotSeen[]> {
  const rows = await postgres.query(database, slotQuery);
  // As this driver has it, a large number is a text.
  return rows.map((row) => ({ ...row, at: Number(row['at']) }) as unknown as SlotSeen);
}
