import { expect, test } from 'vitest';
import { openStorage, readStorage } from '../../src/storage/index.ts';
import { databaseIn, newFolder, query } from './folder.ts';
import { startWriter } from './start-writer.ts';
import { questionOf, talkedAt, talkOf } from './writes.ts';

/** How many acknowledged writes come before the kill; then it waits a little, so that no two strike at the same step. */
const counts = [1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144];
const shiftMs = 0.3;

/** Starts a writer, kills it, and returns the numbers that it acknowledged. @param first the number that it begins with */
async function writeUntilKilled(folder: string, first: number, count: number, thenMs: number): Promise<number[]> {
  const writer = startWriter(import.meta.resolve('./writer.ts'), [folder, String(first)]);
  await writer.said(1);
  await expect(openStorage({ data: folder })).rejects.toThrow('Another bot runs with the data in ');
  await writer.said(count + 1);
  const [, ...numbers] = await writer.kill(thenMs);
  return numbers.map(Number);
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
    expect(performance.now() - start).toBeLessThan(5000);
    const words = new Set((await storage.inbox.open()).map((item) => item.words));
    expect(acknowledged.filter((number) => !words.has(questionOf(number).question))).toEqual([]);
    for (const number of acknowledged)
      expect(await storage.conversations.recall(`reader ${number}`, talkedAt)).toEqual(talkOf(number));
    await storage.close();
  }
  expect(acknowledged.length).toBeGreaterThan(300);
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
  expect(query(databaseIn(folder), 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
});
