import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openStorage, readStorage } from '../../src/storage/index.ts';
import { databaseIn, newFolder, query } from './folder.ts';
import { questionOf, talkedAt, talkOf } from './writes.ts';

const writer = join(import.meta.dirname, 'writer.ts');

/** Milliseconds after the first acknowledged write; no two kills strike at the same step. */
const moments = [0, 0.3, 0.9, 1.7, 2.6, 4.1, 7.3, 12.9, 23, 41, 73, 131];

/** Starts a writer, kills it, and returns the numbers that it acknowledged. @param first the number that it begins with */
async function writeUntilKilled(folder: string, first: number, afterMs: number): Promise<number[]> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', writer, folder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const output = createInterface(child.stdout).on('line', (line) => lines.push(line));
  const ended = once(output, 'close');
  while (lines.length < 2) await once(output, 'line');
  if (afterMs > 50) await expect(openStorage(folder)).rejects.toThrow('Another bot runs with the data in ');
  await wait(afterMs);
  child.kill('SIGKILL');
  await ended;
  return lines.slice(1).map(Number);
}

test('what was acknowledged is there after a kill, at whatever moment it comes, and the next bot starts at once', async () => {
  const folder = newFolder();
  const acknowledged: number[] = [];
  for (const moment of moments) {
    const written = await writeUntilKilled(folder, (acknowledged.at(-1) ?? -1) + 100, moment);
    acknowledged.push(...written);
    // The writer’s own last changes are still beside the database.
    const reading = readStorage(folder);
    expect((await reading.inbox.open()).length).toBeGreaterThanOrEqual(acknowledged.length);
    await reading.close();
    const start = performance.now();
    const storage = await openStorage(folder);
    expect(performance.now() - start).toBeLessThan(1000);
    const words = new Set((await storage.inbox.open()).map((item) => item.words));
    expect(acknowledged.filter((number) => !words.has(questionOf(number).question))).toEqual([]);
    for (const number of acknowledged)
      expect(await storage.conversations.recall(`reader ${number}`, talkedAt)).toEqual(talkOf(number));
    await storage.close();
  }
  expect(acknowledged.length).toBeGreaterThan(100);
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
  expect(query(databaseIn(folder), 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
}, 60_000);
