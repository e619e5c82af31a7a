import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { Answers } from '../../src/ask/index.ts';
import { answeredBy, closeAnswered, type IsAnswered, waiting } from '../../src/bot/inbox-keeper.ts';
import { openTransientStorage } from '../../src/storage/index.ts';
import { type Story, StoryLibrary, statementsOf } from '../../src/story/index.ts';

const story = 'invented-water';
const now = () => Date.parse('2026-11-23T23:30:00Z');

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** A story answers the questions whose words are in one of its statements. */
const isAnswered: IsAnswered = ({ events, openQuestions, facts }, { words }) =>
  statementsOf({ events, openQuestions, facts }).some(({ what }) => what.includes(words));

/** An inbox beside a copy of the invented stories, and what the keeper logs. */
async function start() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-keeper-'));
  cpSync(join(import.meta.dirname, '../stories'), folder, { recursive: true });
  const stories = await StoryLibrary.open(folder);
  stories.watch();
  const storage = await openTransientStorage();
  open.push(() => rmSync(folder, { recursive: true }));
  open.push(() => stories.close());
  const { inbox } = storage;
  const ask = (question: string, of = story) => inbox.ask({ story: of, question, group: question, day: '2026-11-01' });
  const words = async () => (await inbox.open()).map((item) => item.words).sort();
  const lines: string[] = [];
  const write = (details: object, message: string) => void lines.push(`${message} ${JSON.stringify(details)}`);
  const keep = (more = {}) => {
    const settings = { stories, inbox, isAnswered, log: { info: write, error: write }, now, ...more };
    const stop = closeAnswered(settings);
    open.push(stop);
    return stop;
  };
  const path = join(folder, `${story}.yaml`);
  const edit = (text: string, by: string) => {
    const saved = readFileSync(path, 'utf8');
    expect(saved).toContain(text);
    writeFileSync(path, saved.replace(text, by));
  };
  open.push(() => storage.close());
  return { stories, inbox, ask, words, lines, keep, edit };
}

/** Words of a statement of the story, and others for them. */
const [before, after] = ['boil', 'simmer'];

test('questions that are answered at the start are closed, in every story; mistakes and all others wait', async () => {
  const { stories, inbox, ask, words, lines, keep } = await start();
  await ask(before);
  await ask('zanzibar');
  await ask(before, 'gone-story');
  await ask('Petrel-2', 'invented-satellite');
  await ask('Petrel-2');
  await inbox.report({ story, words: before, day: '2026-11-01' });
  const left = waiting(await inbox.open(), stories, isAnswered).map(
    (item) => `${item.kind} ${item.story} ${item.words}`,
  );
  await keep()();
  expect((await inbox.open()).map((item) => `${item.kind} ${item.story} ${item.words}`)).toEqual(left);
  expect(await words()).toEqual(['Petrel-2', before, before, 'zanzibar'].sort());
  expect(lines).toEqual(['questions of the inbox are answered now {"questions":2}']);
});

test('a follow-up is asked again in the light of what it leans on', async () => {
  const { stories, inbox } = await start();
  const [words, day] = ['and who denied it?', '2026-11-01'];
  await inbox.ask({ story, question: words, statement: 'boil-notice', group: words, day });
  await inbox.ask({ story, question: words, group: words, day });
  const asked: (readonly string[] | undefined)[] = [];
  const ask = (_story: unknown, _question: string, last?: readonly string[]) => {
    asked.push(last);
    return { statements: [] } as never;
  };
  expect(waiting(await inbox.open(), stories, answeredBy({ ask }))).toHaveLength(2);
  expect(asked).toEqual(expect.arrayContaining([['boil-notice'], []]));
});

test('what the editor lists as not told waits no longer', async () => {
  const { stories } = await start();
  const own = stories.find(story) as Story;
  const isSettled = answeredBy(new Answers());
  const said = { ...own, notTold: ['How far is Zanzibar?'] };
  expect(isSettled(own, { words: 'how far is zanzibar' })).toBe(false);
  expect(isSettled(said, { words: 'how far is zanzibar' })).toBe(true);
});

test('a save closes the questions that the story answers since, and only its own', async () => {
  const { ask, words, keep, edit } = await start();
  await ask(after);
  await ask('zanzibar');
  await ask(after, 'invented-satellite');
  const stop = keep();
  await expect.poll(words).toEqual([after, after, 'zanzibar']);
  edit(`what: `, `what: They ${after} it. `);
  await expect.poll(words).toEqual([after, 'zanzibar']);
  await stop();
});

test('a file that no longer loads closes nothing, and nothing is closed after the end', async () => {
  const { stories, ask, words, keep, edit } = await start();
  await ask('zanzibar');
  let asked = 0;
  const stop = keep({
    isAnswered() {
      asked += 1;
      return false;
    },
  });
  await expect.poll(() => asked).toBe(1); // at the start
  const broken = new Promise((resolve) => stories.onChange(({ kind }) => resolve(kind)));
  edit('title:', 'titel:');
  expect(await broken).toBe('broken');
  await stop();
  const loaded = new Promise((resolve) => stories.onChange(({ kind }) => resolve(kind)));
  edit('titel:', 'title:');
  expect(await loaded).toBe('loaded');
  expect([await words(), asked]).toEqual([['zanzibar'], 1]);
});

test('an inbox that fails is logged, and looked through again at the next save', async () => {
  const { inbox, ask, words, lines, keep, edit } = await start();
  await ask(after);
  let fails = true;
  const failing = {
    open: (of?: string) => (fails ? Promise.reject(new Error('the disk is full')) : inbox.open(of)),
    close: inbox.close,
  };
  const stop = keep({ inbox: failing });
  await expect.poll(() => lines.length).toBe(1);
  expect(lines[0]).toMatch(/^the inbox was not looked through .*the disk is full/);
  fails = false;
  edit(`what: `, `what: They ${after} it. `);
  await expect.poll(words).toEqual([]);
  await stop();
});
