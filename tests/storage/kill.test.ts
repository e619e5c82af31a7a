import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openStorage, readStorage } from '../../src/storage/index.ts';
import { databaseIn, newFolder, query } from './folder.ts';
import { questionOf, talkedAt, talkOf } from './writes.ts';

const writer = import.meta.resolve('./writer.ts');

/** How many acknowledged writes come before the kill; then it waits a little, so that no two strike at the same step. */
const counts = [1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144];
const shiftMs = 0.3;

/** Starts a writer, kills it, and returns the numbers that it acknowledged. @param first the number that it begins with */
async function writeUntilKilled(folder: string, first: number, count: number, thenMs: number): Promise<number[]> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', fileURLToPath(writer), folder, String(first)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const lines: string[] = [];
  const output = createInterface(child.stdout).on('line', (line) => lines.push(line));
  const ended = once(output, 'close');
  while (lines.length < 1) await once(output, 'line');
  await expect(openStorage({ data: folder })).rejects.toThrow('Another bot runs with the data in ');
  while (lines.length <= count) await once(output, 'line');
  await wait(thenMs);
  child.kill('SIGKILL');
  await ended;
  return lines.slice(1).map(Number);
}

test('what was acknowledged is there after a kill, at whatever moment it comes, and the next bot starts at once', async () => {
  const folder = newFolder();
  const acknowledged: number[] = [];
  for (const [index, count] of counts.entries()) {
    const first = (acknowledged.at(-1) ?? -1) + 100; // what was under way may have been written, too
    const written = await writeUntilKilled(folder, first, count, index * shiftMs);
    acknowledged.push(...written);
    // The writer’s own last changes are still beside the database.
    const reading = await readStorage({ data: folder });
    expect((await reading.inbox.open()).length).toBeGreaterThanOrEqual(acknowledged.length);
    await reading.close();
    const start = performance.now();
    const storage = await openStorage({ data: folder });
    expect(performance.now() - start).toBeLessThan(1000);
    const words = new Set((await storage.inbox.open()).map((item) => item.words));
    expect(acknowledged.filter((number) => !words.has(questionOf(number).question))).toEqual([]);
    for (const number of acknowledged)
      expect(await storage.conversations.recall(`reader ${number}`, talkedAt)).toEqual(talkOf(number));
    await storage.close();
  }
  expect(acknowledged.length).toBeGreaterThan(300);
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
  expect(query(databaseIn(folder), 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
}, 60_000);
