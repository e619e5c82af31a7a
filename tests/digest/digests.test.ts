/** What digests tell, and when they tell nothing. */
import { describe, expect, test } from 'vitest';
import { statementsOf } from '../../src/story/index.ts';
import { correction, dayMs, event, hourMs, minuteMs, type Rig, satellite, startRig, water } from './rig.ts';

const start = '2026-03-12T12:00:00Z';
const [firstMonday, secondMonday, thirdMonday] = [
  '2026-03-16T08:00:00Z',
  '2026-03-23T08:00:00Z',
  '2026-03-30T07:00:00Z',
] as const;

/** What the last post carries of a story, by the kinds of its entries. */
async function carried(rig: Rig, story = water) {
  const last = rig.peer.posts.at(-1);
  const slot = last && (await rig.storage.ledger.byKey(last.key));
  return slot?.carried.find((each) => each.story === story)?.keys ?? [];
}

const isReported =
  (from: string, until: string) =>
  ({ reported }: { readonly reported: string }) =>
    reported >= from && reported <= until;

const titles = (rig: Rig) => rig.peer.posts.map(({ message }) => message.title);

describe('a weekly digest', () => {
  test('tells first what was reported in the last seven days, and then what has entered', async () => {
    const rig = await startRig(start);
    await rig.subscribe();
    await rig.until('2026-03-16T07:59:59Z');
    expect(rig.peer.posts).toEqual([]);
    await rig.until(firstMonday);
    expect(titles(rig)).toEqual(["This week in the story: Skarnvåg's water · 9–15 March 2026"]);
    const story = rig.stories.find(water);
    const reported = (story ? statementsOf(story) : []).filter(isReported('2026-03-09', '2026-03-15'));
    const keys = await carried(rig);
    expect(keys.filter((key) => key.startsWith('statement:')).sort()).toEqual(
      reported.map((each) => `statement:${each.id}`).sort(),
    );
    expect(reported.length).toBeGreaterThan(10);
    expect(keys.some((key) => key.startsWith('correction:samples:2026-03-13'))).toBe(true);
    expect(keys.some((key) => key.startsWith('correction:ill:2026-03-18'))).toBe(false);

    await rig.edit(water, event('pump', 'A pump was installed.'));
    await rig.until(secondMonday);
    expect(titles(rig).at(-1)).toBe("This week in the story: Skarnvåg's water · 16–22 March 2026");
    expect(await carried(rig)).toEqual(['statement:pump']);
    expect(rig.said().at(-1)).toContain('A pump was installed.');
  });

  test('tells first also what was reported on its day, which no later one would tell', async () => {
    const rig = await startRig('2026-03-25T08:00:00Z');
    await rig.subscribe();
    await rig.edit(water, event('pump', 'A pump was installed.')); // reported on Monday 30 March
    await rig.edit(water, ...correction('pump', 'A pump was installed.', 'Two pumps were installed.', '2026-03-31'));
    await rig.until('2026-03-30T07:00:00Z');
    expect(titles(rig)).toEqual(["In the story: Skarnvåg's water · 23–31 March 2026"]); // no whole week any more
    expect(rig.said()[0]).toContain('Two pumps were installed.');
    const keys = await carried(rig);
    expect(keys).toContain('statement:pump');
    expect(keys.some((key) => key.startsWith('correction:pump:2026-03-31'))).toBe(true);
    await rig.until('2026-04-06T07:00:00Z');
    expect(rig.said()[1]).toContain('Nothing new');
  });

  test('comes once, however often the engine looks and starts again', async () => {
    const rig = await startRig(start);
    await rig.subscribe();
    await rig.until(firstMonday);
    for (let look = 0; look < 3; look += 1) await rig.later(minuteMs);
    await rig.restart();
    expect(rig.peer.tries).toHaveLength(1);
    expect(rig.counts.get('peer sent')).toBe(1);
    expect(rig.lines.filter((each) => each.startsWith('digest {'))).toEqual([
      'digest {"slot":1,"subscription":1,"key":"key-1","platform":"peer","outcome":"sent"}',
    ]);
  });

  test('after weeks in which it could not be sent spans all days since the last one', async () => {
    const rig = await startRig(start);
    const id = await rig.subscribe({ quiet: 'skip' });
    await rig.until(firstMonday);
    await rig.until(secondMonday); // nothing new
    expect((await rig.standing(id)).last).toMatchObject({ outcome: 'skipped', why: 'nothing new' });
    await rig.edit(water, event('pump', 'A pump was installed.'));
    await rig.until(thirdMonday);
    expect(titles(rig)).toHaveLength(2);
    expect(titles(rig).at(-1)).toBe("In the story: Skarnvåg's water · 16–30 March 2026");
  });

  test('loses nothing that enters while it is planned', async () => {
    let entering: (() => Promise<void>) | undefined;
    const rig = await startRig(start, {
      entries: (entries) => ({
        async since(story, number) {
          await entering?.();
          return entries.since(story, number);
        },
      }),
    });
    await rig.subscribe();
    await rig.until(firstMonday);
    entering = async () => {
      entering = undefined;
      const before = await rig.storage.entries.last(water);
      void rig.edit(water, event('pump', 'A pump was installed.')); // which waits for the planning
      await expect.poll(() => rig.storage.entries.last(water)).toBeGreaterThan(before);
    };
    await rig.until(secondMonday);
    expect(rig.said().at(-1)).toContain('A pump was installed.');
  });

  test('of several stories comes as one message, and tells which one is no longer there', async () => {
    const rig = await startRig('2025-09-19T12:00:00Z');
    await rig.subscribe({ stories: [satellite, water] });
    await rig.until('2025-09-22T07:00:00Z');
    expect(rig.peer.posts).toHaveLength(1);
    expect(rig.said()[0]).toContain('Petrel-2');
    expect(rig.said()[0]).toContain("Nothing new this week in Skarnvåg's water.");
    expect((await carried(rig, satellite)).length).toBeGreaterThan(0);
    await rig.remove(water);
    await rig.until('2025-09-29T07:00:00Z');
    expect(rig.said().at(-1)).toContain(`No longer among the stories: ${water}.`);
  });

  test.for(['timed', 'news'] as const)(
    'that waits does not tell a story that is left out meanwhile: %s',
    async (how) => {
      const isNews = how === 'news';
      const rig = await startRig('2026-03-25T08:00:00Z');
      const id = await rig.subscribe({
        stories: [satellite, water],
        ...(isNews && { cadence: { kind: 'news', leastMs: 3 * hourMs } }),
      });
      rig.peer.limitMs = hourMs;
      rig.peer.lasting.set('news', 'limited');
      const told = async () => {
        await rig.edit(water, event('pump', 'A pump was installed.'));
        if (!isNews) await rig.until('2026-03-30T07:00:00Z');
        expect(rig.peer.tries).toEqual(['key-1']);
        const [waiting] = await rig.storage.ledger.waiting();
        return rig.storage.ledger.load(waiting?.id ?? 0);
      };
      expect((await told())?.carried.some(({ story }) => story === water)).toBe(true);
      await rig.storage.subscriptions.drop(id, water, rig.now());
      rig.peer.lasting.clear();
      await rig.later(minuteMs);
      for (let hour = 0; hour < 3; hour += 1) await rig.later(hourMs);
      expect(rig.said().join()).not.toContain('pump');
      expect(rig.said()).toHaveLength(isNews ? 0 : 1);
      if (!isNews) expect(titles(rig)).toEqual(['This week in the story: Petrel-2 · 23–29 March 2026']);
      expect(new Set(rig.peer.tries).size).toBe(rig.said().length + 1);
    },
  );

  test('does not tell a story that is left out while it is planned', async () => {
    let leave: (() => Promise<unknown>) | undefined;
    const rig = await startRig('2025-09-19T12:00:00Z', {
      ledger: ({ plan }) => ({
        async plan(plans, now) {
          await leave?.();
          leave = undefined;
          return plan(plans, now);
        },
      }),
    });
    const id = await rig.subscribe({ stories: [satellite, water] });
    leave = () => rig.storage.subscriptions.drop(id, water, rig.now());
    await rig.until('2025-09-22T07:00:00Z');
    expect(titles(rig)).toEqual(['This week in the story: Petrel-2 · 15–21 September 2025']);
    expect(rig.said()[0]).not.toContain('Skarnvåg');
  });

  test('of stories that are all gone is skipped with that reason, and comes again with them', async () => {
    const rig = await startRig(start);
    const id = await rig.subscribe();
    await rig.remove(water);
    await rig.until(firstMonday);
    expect(rig.peer.posts).toEqual([]);
    expect((await rig.standing(id)).last).toMatchObject({
      outcome: 'skipped',
      why: 'invented-water is no longer among the stories',
    });
    expect((await rig.standing(id)).subscription.state).toBe('active');
  });

  test('is not of a story that has taken the name of one that is gone', async () => {
    const rig = await startRig(start);
    const id = await rig.subscribe({ stories: ['boil notice'] });
    await rig.until(firstMonday);
    expect((await rig.standing(id)).last?.why).toBe('boil notice is no longer among the stories');
  });

  test('of a topic tells of the stories that have it now', async () => {
    const rig = await startRig('2026-03-12T12:00:00Z');
    const id = await rig.subscribe({ stories: [], topic: 'water' });
    await rig.until(firstMonday);
    expect((await rig.standing(id)).last).toMatchObject({ outcome: 'skipped', why: 'no story has the topic water' });
    await rig.edit(water, ['topics: [', 'topics: [water, ']);
    await rig.until(secondMonday);
    expect(titles(rig)).toEqual(["This week in the story: Skarnvåg's water · 16–22 March 2026"]);
    expect((await carried(rig)).some((key) => key.includes('crack-found'))).toBe(true);
  });
});

describe('a quiet week', () => {
  const quietly = async (quiet: 'skip' | 'line' | 'look-back') => {
    const rig = await startRig('2026-04-06T12:00:00Z');
    const id = await rig.subscribe({ quiet });
    for (let week = 0; week < 3; week += 1) await rig.later(7 * dayMs);
    return { rig, id };
  };

  test('is skipped', async () => {
    const { rig } = await quietly('skip');
    expect(rig.peer.posts).toEqual([]);
    expect(rig.counts.get('peer skipped')).toBe(3);
  });

  test('is one line, once, until something happens', async () => {
    const { rig, id } = await quietly('line');
    expect(rig.said()).toHaveLength(1);
    expect(rig.said()[0]).toContain("Nothing new this week in Skarnvåg's water.");
    expect((await rig.standing(id)).last?.why).toBe('nothing new since the line that said so');
    await rig.edit(water, event('pump', 'A pump was installed.'));
    await rig.later(7 * dayMs);
    expect(rig.said()).toHaveLength(2);
    await rig.later(7 * dayMs);
    expect(rig.said()).toHaveLength(3);
    await rig.later(7 * dayMs);
    expect(rig.said()).toHaveLength(3);
  });

  test('is a look back, each time', async () => {
    const { rig } = await quietly('look-back');
    expect(rig.said()).toHaveLength(3);
    expect(rig.said()[2]).toContain('In short');
  });
});

describe('after the bot was away', () => {
  const daily = { kind: 'daily', at: 9 * 60 } as const;

  test('the latest comes within the window, and the others are skipped', async () => {
    const rig = await startRig(start);
    const id = await rig.subscribe({ cadence: daily, quiet: 'look-back' });
    await rig.until('2026-03-15T20:00:00Z');
    expect(rig.peer.posts).toHaveLength(1);
    expect(rig.counts.get('peer skipped')).toBe(2);
    expect(await rig.standing(id)).toMatchObject({
      last: { at: Date.parse('2026-03-15T08:00:00Z'), outcome: 'sent' },
      skipped: [
        {
          count: 2,
          until: Date.parse('2026-03-14T08:00:00Z'),
          why: 'the bot was not running; a later one came instead',
        },
      ],
    });
  });

  test('none comes that is too old, and what entered is told next', async () => {
    const rig = await startRig(start);
    const id = await rig.subscribe();
    await rig.until(firstMonday);
    await rig.edit(water, event('pump', 'A pump was installed.'));
    await rig.until('2026-03-24T08:00:01Z');
    expect(rig.peer.posts).toHaveLength(1);
    expect((await rig.standing(id)).last).toMatchObject({
      outcome: 'skipped',
      why: 'the bot was not running at that time, nor for 24 hours after it',
    });
    await rig.until(thirdMonday);
    expect(await carried(rig)).toEqual(['statement:pump']);
    expect(titles(rig).at(-1)).toBe("In the story: Skarnvåg's water · 16–30 March 2026");
  });
});

describe('when something happens', () => {
  const cadence = { kind: 'news', leastMs: 3 * hourMs, quiet: { from: 22 * 60, to: 7 * 60 } } as const;

  test('one post tells what entered, no sooner than the least time after the last', async () => {
    const rig = await startRig('2026-03-31T08:00:00Z');
    await rig.subscribe({ cadence });
    await rig.later(dayMs);
    expect(rig.peer.posts).toEqual([]);
    await rig.edit(water, event('pump', 'A pump was installed.'));
    expect(titles(rig)).toEqual(["New in the story: Skarnvåg's water · 1 April 2026"]);
    expect(await carried(rig)).toEqual(['statement:pump']);
    await rig.later(hourMs);
    await rig.edit(water, event('filter', 'A filter was installed.'));
    await rig.later(hourMs);
    await rig.edit(water, event('lamp', 'A lamp was installed.'));
    await rig.later(hourMs - 1);
    expect(rig.peer.posts).toHaveLength(1);
    await rig.later(1);
    expect(rig.peer.posts).toHaveLength(2);
    expect((await carried(rig)).toSorted()).toEqual(['statement:filter', 'statement:lamp']);
    await rig.later(dayMs);
    expect(rig.peer.posts).toHaveLength(2);
  });

  test('what enters is posted also where the clock was set back, and nothing that was there before', async () => {
    const rig = await startRig('2026-03-31T08:00:00Z');
    await rig.subscribe({ cadence });
    await rig.jump(-2 * hourMs);
    await rig.edit(water, event('pump', 'A pump was installed.'));
    expect(await carried(rig)).toEqual(['statement:pump']);
  });

  test('nothing is posted in quiet hours; it comes when they end', async () => {
    const rig = await startRig('2026-03-31T19:00:00Z');
    await rig.subscribe({ cadence });
    await rig.until('2026-03-31T20:30:00Z'); // half past ten in the evening
    await rig.edit(water, event('pump', 'A pump was installed.'));
    await rig.until('2026-04-01T04:59:00Z');
    expect(rig.peer.posts).toEqual([]);
    await rig.until('2026-04-01T05:00:00Z');
    expect(rig.peer.posts).toHaveLength(1);
  });

  test('of a topic tells of a story that is new', async () => {
    const rig = await startRig('2026-03-31T08:00:00Z');
    await rig.subscribe({ cadence, stories: [], topic: 'water' });
    await rig.later(dayMs);
    await rig.edit(water, ['topics: [', 'topics: [water, '], event('pump', 'A pump was installed.'));
    expect(await carried(rig)).toEqual(['statement:pump']);
  });

  test('of a topic tells next what could not be sent', async () => {
    const rig = await startRig('2026-03-31T08:00:00Z');
    await rig.subscribe({ cadence, stories: [], topic: 'water' });
    await rig.later(hourMs);
    rig.peer.mishaps.push('refused');
    await rig.edit(water, ['topics: [', 'topics: [water, '], event('pump', 'A pump was installed.'));
    expect(rig.peer.posts).toEqual([]);
    await rig.later(dayMs);
    await rig.edit(water, event('lamp', 'A lamp was installed.'));
    expect((await carried(rig)).toSorted()).toEqual(['statement:lamp', 'statement:pump']);
  });

  test('what the file loses before it is told is not told', async () => {
    const rig = await startRig('2026-03-31T20:30:00Z');
    await rig.subscribe({ cadence });
    const [from, to] = event('pump', 'A pump was installed.');
    await rig.edit(water, [from, to]);
    await rig.edit(water, [to, from]);
    await rig.later(dayMs);
    expect(rig.peer.posts).toEqual([]);
    expect(rig.lines.filter((each) => each.includes('digest'))).toEqual([]);
  });
});
