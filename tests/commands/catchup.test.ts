import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EntryKey, entryKeys } from '../../src/digest/index.ts';
import { openTransientStorage, type Storage } from '../../src/storage/index.ts';
import { finding, somebody, type Where } from './somewhere.ts';
import { friday, openStories, sentenceOf, textOf } from './typing.ts';

const stories = await openStories();
const water = stories.find('invented-water') ?? expect.fail('there is no such story');
const albania = stories.find('albania-iran') ?? expect.fail('there is no such story');

const newSinceTuesday = /since Tuesday: 2 statements and one correction/;

const dayMs = 24 * 3_600_000;
const tuesday = friday - 3 * dayMs;

let storage: Storage;

/** Some of a story that has not entered it yet. */
const late = (story: typeof water, kind: string, count: number) =>
  entryKeys(story)
    .filter((key) => key.startsWith(kind))
    .slice(-count);

const enter = (story: typeof water, keys: readonly EntryKey[], at: number) => storage.entries.enter(story, keys, at);

beforeEach(async () => {
  storage = await openTransientStorage();
  const open = [...late(water, 'statement:', 2), ...late(water, 'correction:', 1)];
  for (const story of stories.stories)
    await enter(
      story,
      entryKeys(story).filter((key) => !(story === water && open.includes(key))),
      tuesday - dayMs,
    );
});

afterEach(() => storage.close());

const at = (where: Where = {}) => somebody(stories, { reader: 'ann', ...where }, storage);
const looks = (reader = 'ann') => storage.readers.looks(`test ${reader}`);

/** What was held back enters. */
const newsInWater = () => enter(water, entryKeys(water), friday - dayMs);

describe('/catchup STORY', () => {
  test('tells only what entered since the reader last looked, and then it is no longer new', async () => {
    await at({ at: tuesday }).say('/briefing invented-water');
    await newsInWater();
    const told = await at().say('/catchup invented-water');
    expect(told).toMatchObject({ to: 'reader', place: 'new', personal: true });
    const text = textOf(told);
    expect(text).toMatch(newSinceTuesday);
    expect(text).toContain('Correction of Mon 30 Mar 2026');
    expect(text).not.toContain('boil their tap water');
    expect(textOf(await at({ at: friday + 60_000 }).say('/catchup invented-water'))).toContain(
      'Nothing new since earlier today.',
    );
  });

  test('where nothing is new it says since when', async () => {
    await at({ at: tuesday }).say('/briefing invented-water');
    expect(sentenceOf(await at().say('/catchup invented-water'))).toContain('Nothing new since Tuesday.');
    await at({ at: tuesday - 20 * dayMs, reader: 'bo' }).say('/briefing invented-water');
    expect(sentenceOf(await at({ reader: 'bo' }).say('/catchup invented-water'))).toContain(
      'Nothing new since 18 March.',
    );
  });

  test('the day is the reader’s, where the platform tells their zone', async () => {
    // Half past midnight on Wednesday in Skarnvåg is still Tuesday in New York.
    const night = Date.parse('2026-04-07T22:30:00Z');
    for (const [zone, day] of [
      ['America/New_York', 'Tuesday'],
      ['Europe/Oslo', 'Wednesday'],
      [undefined, 'Wednesday'],
    ] as const) {
      await at({ at: night }).say('/briefing invented-water');
      const where = zone === undefined ? {} : { zone };
      expect(textOf(await at(where).say('/catchup invented-water'))).toContain(`Nothing new since ${day}.`);
    }
  });

  test('to whom a story is new it says so, and gives its newest', async () => {
    const first = await at().say('/catchup albania-iran');
    expect(textOf(first)).toContain('You have not looked at this story before');
    expect(textOf(await at().say('/catchup albania-iran'))).toContain('Nothing new');
  });

  test('its pages tell the same, though it has been read meanwhile', async () => {
    await at({ at: tuesday }).say('/briefing invented-water');
    await newsInWater();
    const { message } = await at().say('/catchup invented-water');
    expect(message.command).toMatch(/^\/catchup invented-water since:\d+ from:2026-04-07$/);
    expect(`${message.command} page:99`.length).toBeLessThanOrEqual(100);
    const turned = await at().press(`${message.command} page:2 #5`);
    expect(turned).toMatchObject({ place: 'same', to: 'reader', message: { ...message, page: 2 } });
    const first = await at({ reader: 'bo' }).say('/catchup albania-iran');
    const again = await at({ reader: 'bo' }).press(`${first.message.command} page:2`);
    expect(again.message).toEqual({ ...first.message, page: 2 });
  });

  test('each reader has their own, by platform and account', async () => {
    await at({ at: tuesday }).say('/briefing invented-water');
    await newsInWater();
    await at({ reader: 'bo', at: tuesday + 2 * dayMs }).say('/briefing invented-water');
    expect(textOf(await at({ reader: 'bo' }).say('/catchup invented-water'))).toContain('Nothing new since Thursday.');
    expect(textOf(await at().say('/catchup invented-water'))).toContain('2 statements');
    // in whatever channel, and in private
    await at({ reader: 'cy', id: 'one', at: tuesday }).say('/briefing albania-iran');
    expect(textOf(await at({ reader: 'cy', id: 'dm', personal: true }).say('/catchup albania-iran'))).toContain(
      'Nothing new since Tuesday.',
    );
  });

  test('what has left the file again is not new', async () => {
    await at({ at: tuesday }).say('/briefing invented-water');
    await enter(water, ['statement:gone-again'], friday - dayMs);
    expect(textOf(await at().say('/catchup invented-water'))).toContain('Nothing new since Tuesday.');
  });

  test.for(['yesterday', 'since 5', 'from 8 sep'])(
    'what only its buttons carry cannot be typed as words: %s',
    async (words) => {
      const answered = await at().say(`/catchup albania-iran ${words}`);
      expect(sentenceOf(answered)).toBe(`/catchup does not know what to do with ‘${words}’.`);
      expect(await looks()).toEqual([]);
    },
  );

  test('it is offered to nobody else', async () => {
    for (const line of ['/catchup', '/catchup invented-water', '/catchup forget']) {
      const { message, personal } = await at().say(line);
      expect(personal).toBe(true);
      for (const { command } of message.buttons) expect(command).not.toContain('#show');
    }
  });
});

describe('what counts as a look', () => {
  test.for([
    ['/briefing invented-water', true],
    ['/briefing invented-water timeline', true],
    ['/briefing invented-water page:2', false],
    ['/briefing invented-water as-of:2026-03-13', false],
    ['/briefing', false],
    ['/ask invented-water Who is the mayor?', true],
    ['/ask invented-water What is the price of butter in Peru?', false],
    ['/catchup invented-water', true],
    ['/catchup invented-water since:1 page:2', false],
    ['/catchup', false],
    ['/digest preview invented-water', false],
    ['/stories', false],
    ['/help', false],
  ] as const)('%s: %s', async ([line, isLook]) => {
    await at().say(line);
    const last = await storage.entries.last('invented-water');
    expect(await looks()).toEqual(isLook ? [{ story: 'invented-water', entry: last, at: friday }] : []);
  });

  test('not what a program asks once more', async () => {
    const again = { again: true };
    for (const line of ['/briefing invented-water', '/ask invented-water Who is the mayor?', '/catchup invented-water'])
      await somebody(stories, { reader: 'ann', more: again }, storage).say(line);
    expect(await looks()).toEqual([]);
  });

  test('nor a version of the story that has been replaced meanwhile', async () => {
    let current = water;
    const changing = finding(stories, (name) => (name === water.id ? current : stories.find(name)));
    const slow = {
      ...storage,
      entries: {
        ...storage.entries,
        last: async (id: string) => {
          current = { ...water };
          return storage.entries.last(id);
        },
      },
    };
    await somebody(changing, { reader: 'ann' }, slow).say('/briefing invented-water');
    expect(await looks()).toEqual([]);
  });
});

describe('/catchup without a story', () => {
  test('who has looked at none is told how it begins', async () => {
    const { message } = await at().say('/catchup');
    expect(message.summary).toBe(
      'You have not looked at a story yet. Open one: from then on this tells what is new in it.',
    );
    expect(message.buttons).toEqual([{ label: 'All stories', command: '/stories', primary: true }]);
  });

  test('one story with something new is told in full', async () => {
    for (const id of ['invented-water', 'albania-iran']) await at({ at: tuesday }).say(`/briefing ${id}`);
    await newsInWater();
    const told = await at().say('/catchup');
    expect(told.message.title).toBe("New to you: Skarnvåg's water");
    expect(textOf(told)).toMatch(newSinceTuesday);
    const none = await at().say('/catchup');
    expect(sentenceOf(none)).toContain('Nothing new since earlier today');
  });

  test('several are a list, each of which is new until it is opened', async () => {
    for (const id of ['invented-water', 'albania-iran']) await at({ at: tuesday }).say(`/briefing ${id}`);
    await newsInWater();
    await enter(albania, ['withdrawal:none'], friday - dayMs); // says nothing
    const others = entryKeys(albania).slice(0, 3);
    const fresh = await openTransientStorage();
    await fresh.entries.enter(albania, entryKeys(albania).slice(3), tuesday - dayMs);
    await fresh.entries.enter(water, entryKeys(water).slice(3), tuesday - dayMs);
    const ann = (when: number) => somebody(stories, { reader: 'ann', at: when }, fresh);
    for (const id of ['invented-water', 'albania-iran']) await ann(tuesday).say(`/briefing ${id}`);
    await fresh.entries.enter(albania, others, friday - dayMs);
    await fresh.entries.enter(water, entryKeys(water), friday - dayMs);
    for (let times = 0; times < 2; times += 1) {
      const { message, personal } = await ann(friday).say('/catchup');
      expect(personal).toBe(true);
      expect(message.summary).toBe('New in 2 stories.');
      const opens = message.blocks.flatMap((block) => (block.kind === 'item' ? [block.opens] : []));
      expect(opens.sort()).toEqual(['/catchup albania-iran', '/catchup invented-water']);
    }
    expect(await ann(friday).press('/catchup page:2')).toMatchObject({
      place: 'same',
      message: { command: '/catchup', page: 2 },
    });
    expect(textOf(await ann(friday).press('/catchup albania-iran'))).toContain('3 statements');
    expect((await ann(friday).say('/catchup')).message.title).toBe("New to you: Skarnvåg's water");
    await fresh.close();
  });

  test('a story that is gone is passed over', async () => {
    await storage.readers.look('test ann', { story: 'gone-story', entry: 1, at: tuesday });
    expect((await at().say('/catchup')).message.summary).toContain('You have not looked at a story yet.');
    expect(sentenceOf(await at().say('/catchup gone-story'))).toBe('There is no story ‘gone-story’.');
    expect(sentenceOf(await at().press('/catchup gone-story'))).toContain('‘gone-story’');
  });
});

describe('/catchup forget', () => {
  test('deletes the reader’s looks and this conversation’s last answer, and says so', async () => {
    for (const id of ['invented-water', 'albania-iran']) await at().say(`/briefing ${id}`);
    await at({ reader: 'bo' }).say('/briefing albania-iran');
    const forgotten = await at().say('/catchup forget');
    expect(forgotten).toMatchObject({ to: 'reader', personal: true, message: { title: 'Forgotten' } });
    expect(sentenceOf(forgotten)).toBe(
      'Deleted: when you last looked at 2 stories, and the last answer in this conversation.',
    );
    expect(await looks()).toEqual([]);
    expect(await looks('bo')).toHaveLength(1);
    expect(textOf(await at().say('/catchup albania-iran'))).toContain('You have not looked at this story before');
  });

  test('a follow-up is no longer read in the light of what was said', async () => {
    await at().say('/ask invented-water Who is the mayor?');
    expect((await at().say('/ask what did he say?')).message.command).toContain('invented-water');
    await at().say('/catchup forget');
    expect((await at().say('/catchup forget')).message.title).toBe('Nothing kept');
  });

  test('where nothing is kept it says so; as a flag it can be declined', async () => {
    expect(sentenceOf(await at().say('/catchup forget:yes'))).toBe('Nothing was kept about you here.');
    await at().say('/briefing albania-iran');
    await at().say('/catchup forget:no');
    expect(await looks()).toHaveLength(1);
    expect(sentenceOf(await at().fill('catchup', { forget: 'true' }))).toContain(
      'Deleted: when you last looked at one story',
    );
  });

  test('of one story it is not done unasked', async () => {
    await at().say('/briefing albania-iran');
    const asked = await at().say('/catchup albania-iran forget');
    expect(sentenceOf(asked)).toBe('‘forget’ deletes what is kept of all stories that you have looked at, not of one.');
    expect(await looks()).toHaveLength(1);
    await at().press(asked.message.buttons[0]?.command ?? '');
    expect(await looks()).toEqual([]);
  });
});
