import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { StoryLibrary } from '../../src/story/index.ts';
import { checkStories } from '../../src/terminal/check-stories.ts';
import { bridge, edited } from '../story/fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sources = join(folder, 'sources');
mkdirSync(sources);
writeFileSync(join(sources, 'report.txt'), 'The bridge closed today.\n');

/** What is said of a folder that holds this one story. */
async function saidOf(text: string, compared?: string) {
  writeFileSync(join(folder, 'bridge.yaml'), text);
  return checkStories(await StoryLibrary.open(folder), Date.parse('2024-07-03T12:00Z'), compared);
}

test('what is wrong is told in the words of the page, whatever slashes and dots they hold', async () => {
  const { lines, right } = await saidOf(edited(['published: 2024-05-02', 'published: 2024-05-02\n    url: a//b/../c']));
  expect(right).toBe(false);
  expect(lines[0]).toBe(`${join(folder, 'bridge.yaml')}:10:10: ‘url’ is no web address: it begins with https://`);
});

test('a story that does not load is why nothing was compared, not its sources, which may be there', async () => {
  const { lines } = await saidOf(edited(['state: developing', 'state: open']), sources);
  expect(lines.slice(1)).toEqual([
    'No story loads: nothing was compared with its sources.',
    'The one story file does not load; 1 thing is wrong.',
  ]);
  const loads = await saidOf(bridge, folder);
  expect(loads.lines).toContain(`No source of a story is in ${folder}: nothing was compared.`);
});

test('where there is no story at all, nothing is said of sources', async () => {
  const lines = checkStories(await StoryLibrary.open(sources), Date.parse('2024-07-03T12:00Z'), sources).lines;
  expect(lines).toEqual([`There is no story in ${sources}.`]);
});

test('a straight mark that stands alone gives a hint; a pair, and inches, give none', async () => {
  const hint = 'hint: a quotation mark " of ‘closing’ stands alone';
  const said = async (what: string) => (await saidOf(edited(['what: The bridge closed.', `what: '${what}'`]))).lines;
  for (const what of ['It closed "for good.', 'It closed for good".'])
    expect((await said(what))[0]).toContain(`bridge.yaml:15:11: ${hint}`);
  expect(await said('The 7" gap closed.')).toEqual(['The one story file loads; nothing is wrong.']);
  const quoted = (await saidOf(edited(['what: The bridge is old.', `what: 'It is "old".'\n    by: not stated`]))).lines;
  expect(quoted).toEqual(['The one story file loads; nothing is wrong.']);
});
