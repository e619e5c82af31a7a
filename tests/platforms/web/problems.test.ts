import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { deskOf } from '../../../src/bot/desk.ts';
import type { WebPlatform } from '../../../src/platforms/web/index.ts';
import { openTransientStorage } from '../../../src/storage/index.ts';
import { StoryLibrary } from '../../../src/story/index.ts';
import { send, startPage } from './local-bot.ts';

let page: WebPlatform | undefined;
afterEach(() => page?.stop());

test('sentences that changed without a correction stand on the page apart from files that do not load', async () => {
  const stories = await StoryLibrary.open(new URL('../../stories', import.meta.url).pathname);
  const changes = {
    of: () => [
      { file: 'invented-water.yaml', statement: 'rain', field: 'what' as const, was: 'It rained: <b>hard</b>.' },
    ],
  };
  const { inbox } = await openTransientStorage();
  page = await startPage({ desk: deskOf({ stories, changes }, inbox, Date.now) });
  const { body } = await send(page.address);
  const problems = body.slice(body.indexOf('<div id="problems"'));
  expect(problems).toContain('<h2>Changed without a correction</h2>');
  expect(problems).toContain('there is nothing to do: this stays until the bot is started again.');
  expect(problems).toContain(
    '<code>invented-water.yaml</code> the sentence of ‘rain’ changed without a correction; it was: It rained: &lt;b&gt;hard&lt;/b&gt;.',
  );
  expect(problems).not.toContain('Does not load');
});

test('what is left out of what readers ask stands apart from files that do not load', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-problems-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  copyFileSync(new URL('../../stories/invented-water.yaml', import.meta.url), join(folder, 'water.yaml'));
  writeFileSync(join(folder, 'water.asked.yaml'), 'also_asked: { "<b>": Why? }\n');
  const stories = await StoryLibrary.open(folder);
  const { inbox } = await openTransientStorage();
  page = await startPage({ desk: deskOf({ stories }, inbox, Date.now) });
  const { body } = await send(page.address);
  const problems = body.slice(body.indexOf('<div id="problems"'));
  expect(problems).toContain('<h2>Left out of what readers ask</h2>');
  expect(problems).toContain('<code>water.asked.yaml:1:15</code> there is no statement or open question ‘&lt;b&gt;’');
  expect(problems).not.toContain('Does not load');
});
