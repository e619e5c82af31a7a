import { afterEach, expect, test } from 'vitest';
import { deskOf } from '../../../src/desk.ts';
import type { WebPlatform } from '../../../src/platforms/web/index.ts';
import { openTransientStorage } from '../../../src/storage/index.ts';
import { StoryLibrary } from '../../../src/story/index.ts';
import { send, startPage } from './local-bot.ts';

let page: WebPlatform | undefined;
afterEach(() => page?.stop());

test('sentences that changed without a correction stand on the page apart from files that do not load', async () => {
  const stories = await StoryLibrary.open(new URL('../../stories', import.meta.url).pathname);
  const changes = { of: () => [{ file: 'invented-water.yaml', statement: 'rain', was: 'It rained: <b>hard</b>.' }] };
  const { inbox } = await openTransientStorage();
  page = await startPage({ desk: deskOf({ stories, changes }, inbox, Date.now) });
  const { body } = await send(page.address);
  const problems = body.slice(body.indexOf('<div id="problems"'));
  expect(problems).toContain('<h2>Changed without a correction</h2>');
  expect(problems).toContain(
    '<code>invented-water.yaml</code> the sentence of ‘rain’ changed without a correction; it was: It rained: &lt;b&gt;hard&lt;/b&gt;.',
  );
  expect(problems).not.toContain('Does not load');
});
