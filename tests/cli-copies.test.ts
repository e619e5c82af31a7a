import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openStorage } from '../src/storage/index.ts';
import { dateline as run } from './dateline.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-copies-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the real program over data of its own. */
function dateline(args: readonly string[], settings: Record<string, string> = {}) {
  return run(args, { DATELINE_DATA: join(folder, 'data'), ...settings });
}

test('dateline backup and restore keep a copy beside a running bot, and bring it back when it has ended', async () => {
  const data = join(folder, 'data');
  const file = join(folder, 'a copy.db');
  const flood = { story: 'dam', question: 'Was there a flood?', group: 'flood', day: '2026-06-01' };
  const storage = await openStorage({ data });
  await storage.inbox.ask(flood);
  expect(await dateline(['backup', file])).toEqual({
    code: 0,
    out: expect.stringMatching(/^All that is kept is copied to ‘.*a copy\.db’: \d+ kB\.\n$/),
    err: '',
  });
  expect(await dateline(['backup', file])).toMatchObject({
    code: 1,
    err: `‘${file}’ is there already and is not written over: name another file.\n`,
  });
  expect(await dateline(['restore', file])).toMatchObject({
    code: 1,
    err: `A bot runs with the data in ‘${data}’: stop it first. Nothing was changed.\n`,
  });
  await storage.inbox.ask(flood);
  await storage.close();
  const { code, out } = await dateline(['restore', file]);
  expect(code).toBe(0);
  const [done, repeated] = out.split('\n');
  expect(done).toMatch(
    /^‘.*a copy\.db’ is brought back\. What was there is kept as ‘.*dateline\.db\.before-restore-.*’\.$/,
  );
  expect(repeated).toBe(
    'Of the digests that came since it was made, some may come again: those of the last 24 hours, unless the bot is first started with DIGEST_CATCH_UP_HOURS=0, and those that tell when something happens.',
  );
  const ofNews = 'Of the digests that came since it was made, those that tell when something happens may come again.';
  const again = await openStorage({ data });
  expect(await again.inbox.open()).toMatchObject([{ times: 1 }]);
  await again.close();
  expect(await dateline(['restore', file], { DATELINE_DATA: join(folder, 'new'), DIGEST_CATCH_UP_HOURS: '0' })).toEqual(
    { code: 0, out: `‘${file}’ is brought back.\n${ofNews}\n`, err: '' },
  );
});

test('dateline backup and restore take one file, and say what they cannot do', async () => {
  for (const args of [['backup'], ['backup', ''], ['restore'], ['restore', 'one', 'two']]) {
    const { code, err } = await dateline(args);
    expect([code, err.split('\n')[0]]).toEqual([2, `‘${args[0]}’ takes one file.`]);
  }
  const server = await dateline(['backup', join(folder, 'x')], { DATABASE_URL: 'postgres://ann:secret@127.0.0.1/x' });
  expect(server).toEqual({
    code: 1,
    out: '',
    err: expect.stringMatching(/^With DATABASE_URL, all is kept in PostgreSQL: pg_dump .*\n$/),
  });
  expect(server.err).not.toContain('secret');
  expect(readdirSync(folder)).not.toContain('x');
});
