import { describe, expect, test } from 'vitest';
import { composeDigest } from '../../src/briefing/index.ts';
import { entryKeys, newsOf, type PlannedSlot } from '../../src/digest/index.ts';
import { openTransientStorage } from '../../src/storage/index.ts';
import { somebody, type Where } from './somewhere.ts';
import { friday, openStories, sentenceOf, textOf } from './typing.ts';

const stories = await openStories();
const storage = await openTransientStorage();
for (const story of stories.stories) await storage.entries.enter(story, entryKeys(story), friday - 1);

const at = (where: Where = {}) => somebody(stories, where, storage);
let posts = 0;

/** Posts a digest of stories to a channel, and gives its key. */
async function posted(channel: string, ids: readonly string[]): Promise<string> {
  posts += 1;
  const owner = at({ id: channel });
  for (const id of ids) await owner.say(`/digest subscribe ${id} every month date:${posts} at 9 UTC`);
  const [standing] = (await storage.subscriptions.of({ platform: 'test', id: channel })).slice(-1);
  const key = `key-${posts}`;
  const news = ids.flatMap((id) => stories.find(id) ?? []).map((story) => newsOf(story, entryKeys(story)));
  const period = { from: '2026-03-01', until: '2026-04-01' };
  const slot: PlannedSlot = {
    subscription: standing?.subscription.id ?? 0,
    name: `at:${posts}`,
    at: friday,
    key,
    to: { platform: 'test', id: channel },
    message: composeDigest({ news, ...period, key, kind: 'period' }).message,
    ...period,
    carried: news.map(({ story }) => ({ story: story.id, keys: entryKeys(story), upTo: 1000, statements: [] })),
  };
  const plan = { subscription: slot.subscription, skipped: [], slot, handled: friday, next: friday };
  await storage.ledger.plan([plan], friday);
  return key;
}

describe('/digest show', () => {
  test('shows a post again to whoever is where it was posted, without any right, to them alone', async () => {
    const key = await posted('here', ['invented-water']);
    const shown = await at({ rights: [] }).press(`/digest show key:${key}`);
    expect(shown).toMatchObject({ to: 'reader', place: 'new', message: { kind: 'digest', page: 1 } });
    expect(shown.message.command).toBe(`/digest show key:${key}`);
    expect(await at().press(`/digest show key:${key} page:2 #7`)).toMatchObject({
      place: 'same',
      message: { page: 2 },
    });
  });

  test('shows all that it carried of one story', async () => {
    const key = await posted('here', ['invented-water', 'albania-iran']);
    const shown = await at({ rights: [] }).press(`/digest show key:${key} albania-iran`);
    expect(textOf(shown)).toContain('Albania');
    expect(shown.message.command).toBe(`/digest show key:${key} albania-iran`);
    expect(sentenceOf(await at().press(`/digest show key:${key} petrel-2`))).toBe(
      'That digest told nothing of such a story.',
    );
    expect(sentenceOf(await at().press(`/digest show key:${key} gone-story`))).toContain('gone');
  });

  test('every button of a post leads somewhere', async () => {
    const key = await posted('here', ['invented-water', 'albania-iran', 'invented-satellite']);
    const { message } = await at().press(`/digest show key:${key}`);
    const opens = message.blocks.flatMap((block) => (block.kind === 'item' ? [block.opens] : []));
    const pressed = [...message.buttons.map(({ command }) => command), ...opens];
    expect(pressed.length).toBeGreaterThan(3);
    for (const command of pressed.filter((each) => !/^\/(?:ask|report) /.test(each))) {
      expect(command.length).toBeLessThanOrEqual(100);
      expect((await at({ rights: [] }).press(command)).message.kind, command).not.toBe('mistake');
    }
  });

  test.for([
    ['in another channel', { id: 'elsewhere' }],
    ['in a private conversation', { id: 'dm', personal: true }],
  ] as const)('not %s', async ([, where]) => {
    const key = await posted('here', ['invented-water']);
    expect(sentenceOf(await at(where).press(`/digest show key:${key}`))).toBe(
      'That digest was not posted here, or is not kept any more.',
    );
  });

  test.for(['key:nothing', 'key:__proto__', 'key:@everyone', `key:${'x'.repeat(500)}`])('not by %s', async (key) => {
    expect(sentenceOf(await at().say(`/digest show ${key}`))).toBe(
      'That digest was not posted here, or is not kept any more.',
    );
  });

  test('is a look at what it shows: of a story, or of all of them; a page that is turned is none', async () => {
    const key = await posted('here', ['invented-water', 'albania-iran']);
    const looked = async (reader: string) =>
      (await storage.readers.looks(`test ${reader}`)).map(({ story }) => story).sort();
    await at({ reader: 'one' }).press(`/digest show key:${key} albania-iran`);
    expect(await looked('one')).toEqual(['albania-iran']);
    await at({ reader: 'all' }).press(`/digest show key:${key}`);
    expect(await looked('all')).toEqual(['albania-iran', 'invented-water']);
    await at({ reader: 'turner' }).press(`/digest show key:${key} page:2`);
    await at({ reader: 'stranger', id: 'elsewhere' }).press(`/digest show key:${key}`);
    expect([await looked('turner'), await looked('stranger')]).toEqual([[], []]);
  });
});

describe('/digest preview', () => {
  test('tells what the next digest would be, to the owner alone', async () => {
    const owner = at({ id: 'previews' });
    await owner.say('/digest subscribe invented-water every month date:1 at 9 UTC');
    const preview = await owner.say('/digest preview');
    expect(preview).toMatchObject({ to: 'reader', personal: true, message: { kind: 'digest' } });
    const text = textOf(preview);
    expect(text).toMatch(/Preview\. This is how digest No\. \d+ would read next/);
    expect(text).toContain('April 2026');
    for (const { command } of preview.message.buttons)
      expect(command).toMatch(/^\/digest (?:pause|remove) number:\d+$/);
  });

  test('of any week, and its pages go on with it', async () => {
    const owner = at({ id: 'weeks' });
    await owner.say('/digest subscribe invented-water every week on monday at 9 UTC');
    const [standing] = await storage.subscriptions.of({ platform: 'test', id: 'weeks' });
    const number = standing?.subscription.id;
    for (const typed of ['week:2026-03-11', 'week:"11 mar"', 'week 11 mar', '11 mar'])
      expect((await owner.say(`/digest preview ${typed}`)).message.command).toBe(
        `/digest preview number:${number} week:2026-03-11`,
      );
    const preview = await owner.say('/digest preview week:2026-03-11');
    expect(textOf(preview)).toContain('9–15 March 2026');
    expect(textOf(preview)).toContain('tells of that week, by what was known at its end');
    const turned = await owner.press(`${preview.message.command} page:2`);
    expect(turned).toMatchObject({ place: 'same', to: 'reader', message: { page: 2, blocks: preview.message.blocks } });
    expect(sentenceOf(await owner.say('/digest preview week:never'))).toContain('‘never’ is no day.');
  });

  test('of several it is the one that comes next', async () => {
    const owner = at({ id: 'several' });
    for (const line of ['albania-iran every month date:1 at 9', 'invented-water daily 9:00', 'petrel-2 daily 10:00'])
      await owner.say(`/digest subscribe ${line} UTC`);
    await owner.say('/digest subscribe petrel-2 news');
    const ids = (await storage.subscriptions.of({ platform: 'test', id: 'several' })).map(
      ({ subscription: { id } }) => id,
    );
    expect((await owner.say('/digest preview')).message.command).toBe(`/digest preview number:${ids[1]}`);
    await owner.say(`/digest pause ${ids[1]}`);
    expect((await owner.say('/digest preview')).message.command).toBe(`/digest preview number:${ids[2]}`);
    for (const id of ids) await owner.say(`/digest pause ${id}`);
    expect((await owner.say('/digest preview')).message.summary).toBe('Several digests come here: choose one.');
  });

  test('records nothing', async () => {
    const owner = at({ id: 'nothing' });
    await owner.say('/digest subscribe invented-water every day at 9 UTC');
    const before = await storage.subscriptions.of({ platform: 'test', id: 'nothing' });
    for (const line of ['', ' week:2026-03-11', ' albania-iran']) await owner.say(`/digest preview${line}`);
    expect(await storage.subscriptions.of({ platform: 'test', id: 'nothing' })).toEqual(before);
  });

  test('of a quiet time it says what would be posted, or that nothing would', async () => {
    const owner = at({ id: 'quiet' });
    await owner.say('/digest subscribe albania-iran every week on monday at 9 UTC quiet:skip');
    expect(textOf(await owner.say('/digest preview'))).toContain('but nothing would be posted: nothing new.');
    await owner.say('/digest subscribe petrel-2 news');
    const [, news] = await storage.subscriptions.of({ platform: 'test', id: 'quiet' });
    expect(textOf(await owner.say(`/digest preview ${news?.subscription.id}`))).toContain(
      'Nothing would be posted now: nothing has entered since it was subscribed.',
    );
  });

  test('of a story that a digest here tells of, as the next of them will tell it', async () => {
    const owner = at({ id: 'told' });
    await owner.say('/digest subscribe invented-water news');
    await owner.say('/digest subscribe albania-iran daily 9:00 UTC');
    await owner.say('/digest subscribe invented-water daily 9:00 UTC');
    await owner.say('/digest subscribe topic:diplomacy every week on monday at 8 UTC');
    const [, daily] = await storage.subscriptions.of({ platform: 'test', id: 'told' });
    const number = daily?.subscription.id;
    const preview = await owner.say('/digest preview invented-water');
    expect(textOf(preview)).toContain(`This is how digest No. ${number}, of Skarnvåg's water alone, would read next`);
    expect(textOf(preview)).not.toContain('Albania');
    expect(preview.message.command).toBe('/digest preview invented-water');
    expect(preview.message.buttons.map(({ label }) => label)).toEqual(['Pause', 'Remove']);
    expect(textOf(await owner.say('/digest preview albania-iran'))).toContain(`This is how digest No. ${number}, of`);
    expect(textOf(await owner.say('/digest preview petrel-2'))).toContain(
      'This is how a weekly digest would read next',
    );
    // In another channel, what comes there.
    const elsewhere = at({ id: 'another' });
    expect(textOf(await elsewhere.say('/digest preview invented-water'))).toContain('This is how a weekly digest');
    expect(textOf(await elsewhere.say('/digest preview invented-water channel:told'))).toMatch(/There is no channel/);
  });

  test('of a week, it is as a weekly one here tells it, whatever else comes before', async () => {
    const owner = at({ id: 'both' });
    await owner.say('/digest subscribe invented-water news');
    await owner.say('/digest subscribe invented-water daily 9:00 UTC');
    await owner.say('/digest subscribe invented-water every week on sunday at 9 UTC');
    const [, daily, weekly] = (await storage.subscriptions.of({ platform: 'test', id: 'both' })).map(
      ({ subscription: { id } }) => id,
    );
    for (const line of ['/digest preview week:2026-03-11', '/digest preview invented-water week:2026-03-11'])
      expect(textOf(await owner.say(line))).toContain(`This is how digest No. ${weekly} tells of that week`);
    for (const line of ['/digest preview', '/digest preview invented-water'])
      expect(textOf(await owner.say(line))).toContain(`This is how digest No. ${daily} would read next`);
  });

  test('of a story without a digest, as one of each Monday', async () => {
    for (const owner of [at({ id: 'none' }), at({ id: 'none', personal: true, rights: [] })]) {
      const preview = await owner.say('/digest preview albania-iran week:2022-09-08');
      expect(textOf(preview)).toContain('This week in the story: Albania–Iran · 5–11 September 2022');
      expect(preview.message.command).toBe('/digest preview albania-iran week:2022-09-08');
      expect(preview.message.buttons).toEqual([
        { label: 'Subscribe', command: '/digest subscribe albania-iran', primary: true },
      ]);
    }
    expect(sentenceOf(await at({ id: 'none' }).say('/digest preview 3 albania-iran'))).toBe(
      'A preview is of a digest or of a story, not of both.',
    );
  });
});
