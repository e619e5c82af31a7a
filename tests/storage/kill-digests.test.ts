import { expect, test } from 'vitest';
import { openStorage } from '../../src/storage/index.ts';
import { expectKept, expectWhole } from './digest-writes.ts';
import { databaseIn, newFolder, query } from './folder.ts';
import { startWriter } from './start-writer.ts';

/** How many acknowledged steps come before the kill; then it waits a little, so that no two strike at the same moment. */
const counts = [1, 2, 3, 4, 5, 6, 7, 13, 26, 53, 104, 211];
const shiftMs = 0.3;

test('what was acknowledged of a digest is there after a kill, at whatever step it comes, and nothing in part', async () => {
  const folder = newFolder();
  const acknowledged: string[] = [];
  for (const [index, count] of counts.entries()) {
    const writer = startWriter(import.meta.resolve('./digest-writer.ts'), [folder, '', String(index * 1000)]);
    await writer.said(count + 1);
    acknowledged.push(...(await writer.kill(index * shiftMs)).filter((line) => line !== 'open'));
    const storage = await openStorage({ data: folder });
    await expectKept(storage, acknowledged);
    await storage.close();
    await expectWhole((sql) => query(databaseIn(folder), sql));
  }
  expect(acknowledged.length).toBeGreaterThan(400);
  expect(query(databaseIn(folder), 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
});
