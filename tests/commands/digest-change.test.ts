import { describe, expect, test } from 'vitest';
import { sayInstant } from '../../src/digest/index.ts';
import { openTransientStorage } from '../../src/storage/index.ts';
import { finding, type Somebody, somebody, type Where } from './somewhere.ts';
import { friday, openStories, sentenceOf, textOf } from './typing.ts';

const stories = await openStories();
const storage = await openTransientStorage();
let channels = 0;

function newcomer(where: Where = {}) {
  channels += 1;
  return somebody(stories, { id: `channel-${channels}`, ...where }, storage);
}

const here = () => ({ platform: 'test', id: `channel-${channels}` });
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Somebody in a channel with digests, and the numbers of these. */
async function owning(...subscribed: readonly string[]) {
  const owner = newcomer();
  for (const line of subscribed) await owner.say(`/digest subscribe ${line} UTC`);
  const ids = (await storage.subscriptions.of(here())).map(({ subscription }) => subscription.id);
  const later = (byMs: number) => somebody(stories, { id: `channel-${channels}`, at: friday + byMs }, storage);
  return { owner, ids, later };
}

/** What is offered where several may be meant. */
async function offered(owner: Somebody, name: string): Promise<string[]> {
  const { message } = await owner.say(`/digest ${name}`);
  return message.blocks.flatMap((block) => (block.kind === 'item' ? [block.opens] : []));
}

const daily = 'invented-water daily 9:00';
const weekly = 'albania-iran week on monday at 9';
const find = async (id: number | undefined) => storage.subscriptions.find(id ?? 0);

describe('/digest list', () => {
  test('where there is none, one can subscribe', async () => {
    const answered = await newcomer().say('/digest list');
    expect(answered).toMatchObject({ to: 'reader', message: { kind: 'list' } });
    expect(sentenceOf(answered)).toBe('No digest comes here yet.');
    expect(answered.message.buttons[0]).toEqual({ label: 'Subscribe', command: '/digest subscribe', primary: true });
    expect(sentenceOf(await newcomer().say('/digest list channel:news'))).toBe('No digest comes to ‘news’ yet.');
  });

  test('of one it tells all', async () => {
    const { owner, ids } = await owning(daily);
    const answered = await owner.say('/digest list');
    expect(textOf(answered)).toBe(
      [
        `Digest No. ${ids[0]}: Skarnvåg's water`,
        "A digest of Skarnvåg's water comes here every day at 09:00 (UTC).",
        'Next  Sat 11 Apr 2026, 09:00 · Sun 12 Apr 2026, 09:00 · Mon 13 Apr 2026, 09:00',
        'The first, in your time  Sat 11 Apr 2026, 09:00 (UTC)',
        'If nothing is new  one line comes, once, and then nothing until something happens',
        'Pings  nobody',
      ].join('\n'),
    );
    const [preview, pause, remove] = answered.message.buttons.map(({ command }) => command);
    expect([preview, pause, remove]).toEqual(
      ['preview', 'pause', 'remove'].map((name) => `/digest ${name} number:${ids[0]}`),
    );
  });

  test('of news it tells when what has entered comes', async () => {
    const { owner, ids } = await owning('petrel-2 news');
    expect(textOf(await owner.say('/digest list'))).not.toContain('Next');
    const next = friday + hourMs / 2;
    await storage.ledger.plan([{ subscription: ids[0] ?? 0, skipped: [], handled: friday, next }], friday);
    expect(textOf(await owner.say('/digest list'))).toContain(
      `Next  ${sayInstant(next, 'UTC')} (UTC), since something has happened`,
    );
    // Among several it is told, too.
    await owner.say('/digest subscribe albania-iran daily 9:00 UTC');
    expect(textOf(await owner.say('/digest list'))).toContain(
      `at most once in 30 minutes · next ${sayInstant(next, 'UTC')} (UTC), since something has happened`,
    );
  });

  test('of several it gives a list, in which each can be opened', async () => {
    const { owner, ids } = await owning(weekly, daily, 'petrel-2 news', 'diplomacy daily 10:00');
    await owner.say(`/digest pause number:${ids[1]}`);
    const answered = await owner.say('/digest list');
    expect(textOf(answered)).toBe(
      [
        'Digests',
        '4 digests come here.',
        `No. ${ids[0]}: Albania–Iran  every Monday at 09:00 (UTC) · next Mon 13 Apr 2026, 09:00`,
        `    /digest list number:${ids[0]}`,
        `No. ${ids[1]}: Skarnvåg's water  every day at 09:00 (UTC) · paused`,
        `    /digest list number:${ids[1]}`,
        `No. ${ids[2]}: Petrel-2  when something happens, at most once in 30 minutes`,
        `    /digest list number:${ids[2]}`,
        `No. ${ids[3]}: the topic ‘diplomacy’  every day at 10:00 (UTC) · next Sat 11 Apr 2026, 10:00`,
        `    /digest list number:${ids[3]}`,
      ].join('\n'),
    );
    for (const block of answered.message.blocks)
      if (block.kind === 'item') {
        expect((await owner.press(block.opens)).message).toMatchObject({ kind: 'list', command: block.opens });
      }
    expect(await owner.press('/digest list page:2')).toMatchObject({ place: 'same', message: { page: 2 } });
  });

  test('of a story it lists those that tell of it', async () => {
    const { owner, ids } = await owning(
      'albania-iran daily 9:00',
      'petrel-2 daily 9:00',
      'diplomacy daily 10:00',
      'invented-water daily 11:00',
    );
    const { message } = await owner.say('/digest list albania-iran');
    expect(message).toMatchObject({
      command: '/digest list albania-iran',
      summary: '2 digests that tell of Albania–Iran come here.',
    });
    const opened = message.blocks.flatMap((block) => (block.kind === 'item' ? [block.opens] : []));
    expect(opened).toEqual([ids[0], ids[1]].map((id) => `/digest list number:${id}`));
    expect(message.buttons[0]).toEqual({ label: 'All digests here', command: '/digest list' });
    expect((await owner.say('/digest list petrel-2')).message.command).toBe(opened[0]);
    expect((await owner.say(`/digest list albania-iran number:${ids[2]}`)).message.title).toContain('Skarnvåg');
    await owner.say(`/digest remove ${ids[2]}`);
    expect(sentenceOf(await owner.say('/digest list skarnvåg'))).toBe("No digest of Skarnvåg's water comes here.");
  });

  test('it tells what became of the last slot, and of corrections', async () => {
    const { owner, ids } = await owning(daily);
    const [subscription = 0] = ids;
    const slot = (day: number) => ({ subscription, name: `at:${day}`, at: friday - day * 24 * hourMs });
    const at = (day: number) => sayInstant(slot(day).at, 'UTC');
    const last = async () => textOf(await owner.say('/digest list')).match(/^Last {2}(.*)$/m)?.[1];
    const plan = { subscription, handled: friday, next: friday + hourMs };
    await storage.ledger.plan([{ ...plan, skipped: [{ ...slot(3), why: 'missed by 30 hours' }] }], friday);
    expect(await last()).toBe(`${at(3)}: skipped (missed by 30 hours)`);
    const message = {
      kind: 'digest',
      title: 't',
      summary: 's',
      command: 'c',
      page: 1,
      blocks: [],
      buttons: [],
    } as const;
    const planned = {
      ...slot(2),
      key: 'key-1',
      to: here(),
      message,
      from: '2026-04-01',
      until: '2026-04-08',
      carried: [],
    };
    await storage.ledger.plan([{ ...plan, skipped: [], slot: planned }], friday);
    expect(await last()).toBe(`${at(2)}: is being sent`);
    const [waiting] = await storage.ledger.waiting();
    await storage.ledger.ended(waiting?.id ?? 0, {
      kind: 'uncertain',
      why: 'Slack could not be read',
      pauses: false,
      tellsOwner: false,
    });
    expect(await last()).toBe(`${at(2)}: may have been sent (Slack could not be read)`);
    await storage.ledger.plan([{ ...plan, skipped: [], slot: { ...planned, ...slot(1), key: 'key-2' } }], friday);
    const [next] = await storage.ledger.waiting();
    await storage.ledger.ended(next?.id ?? 0, {
      kind: 'skipped',
      why: 'the bot may not write there',
      pauses: true,
      tellsOwner: true,
    });
    const said = textOf(await owner.say('/digest list'));
    expect(said).toContain('Next  paused: the bot may not write there');
    expect(said).toContain(`Last  ${at(1)}: skipped (the bot may not write there)`);
    expect(sentenceOf(await owner.say('/digest pause'))).toBe(
      "The digest of Skarnvåg's water is paused already: the bot may not write there.",
    );
  });

  test('it tells how many were skipped before the last slot, and why', async () => {
    const { owner, ids } = await owning(daily, weekly);
    const [subscription = 0] = ids;
    const slot = (day: number) => ({ subscription, name: `at:${day}`, at: friday - day * 24 * hourMs });
    const at = (day: number) => sayInstant(slot(day).at, 'UTC');
    const away = 'the bot was not running; a later one came instead';
    const skipped = [
      { ...slot(40), why: 'nothing new' }, // too long ago
      { ...slot(9), why: 'nothing new' },
      ...[3, 2].map((day) => ({ ...slot(day), why: away })),
      { ...slot(1), why: 'nothing new, either' },
    ];
    await storage.ledger.plan([{ subscription, skipped, handled: friday, next: friday + hourMs }], friday);
    const before = `2, the latest ${at(2)} (${away}); one, ${at(9)} (nothing new)`;
    expect(textOf(await owner.say(`/digest list ${subscription}`))).toContain(
      `Last  ${at(1)}: skipped (nothing new, either)\nSkipped before it  ${before}`,
    );
    const all = textOf(await owner.say('/digest list'));
    expect(all).toContain(` · last ${at(1)}: skipped (nothing new, either) · skipped before it: ${before}`);
    expect(all.split('skipped before it')).toHaveLength(2);
  });

  test('the dates are behind all that was handled, though the clock had been ahead', async () => {
    const { owner, ids } = await owning(daily, weekly);
    const [id = 0] = ids;
    const ahead = Date.parse('2027-04-11T09:00:00Z');
    await storage.ledger.plan([{ subscription: id, skipped: [], handled: ahead, next: ahead + 24 * hourMs }], friday);
    expect(textOf(await owner.say(`/digest list ${id}`))).toMatch(/Next {2}Mon 12 Apr 2027/);
    expect(textOf(await owner.say('/digest list'))).toMatch(/next Mon 12 Apr 2027/);
  });

  test('many with long names are a list of short ones', async () => {
    const long = finding(stories, (name) => {
      const story = stories.find(name);
      return story && { ...story, name: `${story.name} `.repeat(4).trim() };
    });
    channels += 1;
    const owner = somebody(long, { id: `channel-${channels}` }, storage);
    for (let hour = 0; hour < 24; hour += 1)
      for (const story of ['albania-iran', 'invented-water', 'petrel-2'])
        await owner.say(`/digest subscribe ${story} every day at ${hour} UTC`);
    const { blocks } = (await owner.say('/digest list')).message;
    const items = blocks.flatMap((block) => (block.kind === 'item' ? [block] : []));
    expect(items).toHaveLength(24);
    for (const { name, opens } of items) {
      expect(name.length).toBe(75);
      expect(name).toMatch(/^No\. \d+: Albania–Iran .*…$/);
      expect(opens.length).toBeLessThanOrEqual(100);
    }
    expect(new Set(items.map(({ opens }) => opens)).size).toBe(24);
  });
});

describe('/digest pause, resume, remove', () => {
  test('where there is one, it needs no number', async () => {
    const { owner, ids } = await owning(daily);
    expect(sentenceOf(await owner.say('/digest pause'))).toBe(
      "The digest of Skarnvåg's water is paused: none comes until it is resumed, and then none is made up for.",
    );
    expect(await find(ids[0])).toMatchObject({ state: 'paused' });
    expect(sentenceOf(await owner.say('/digest pause'))).toBe("The digest of Skarnvåg's water is paused already.");
    const resumed = await owner.say('/digest resume');
    expect(textOf(resumed)).toContain('Next  Sat 11 Apr 2026, 09:00');
    expect(await find(ids[0])).toMatchObject({ state: 'active', next: Date.parse('2026-04-11T09:00:00Z') });
    expect(sentenceOf(await owner.say('/digest resume'))).toBe("The digest of Skarnvåg's water is not paused.");
    await owner.say('/digest remove');
    expect(await find(ids[0])).toBeUndefined();
  });

  test('of several the number tells which, named or bare; without it they are offered', async () => {
    const { owner, ids } = await owning(weekly, daily);
    for (const name of ['pause', 'remove'])
      expect(await offered(owner, name)).toEqual(ids.map((id) => `/digest ${name} number:${id}`));
    expect((await find(ids[0]))?.state).toBe('active');
    await owner.say(`/digest pause ${ids[1]}`);
    await owner.press(`/digest pause number:${ids[0]}`);
    for (const id of ids) expect(await find(id)).toMatchObject({ state: 'paused' });
  });

  test('of several only those are offered that run, or are paused', async () => {
    const { owner, ids } = await owning(weekly, daily, 'petrel-2 daily 10:00', 'diplomacy daily 11:00');
    for (const id of ids.slice(0, 2)) await owner.say(`/digest pause ${id}`);
    expect(await offered(owner, 'resume')).toEqual(ids.slice(0, 2).map((id) => `/digest resume number:${id}`));
    expect(await offered(owner, 'pause')).toEqual(ids.slice(2).map((id) => `/digest pause number:${id}`));
    expect((await owner.say('/digest resume')).message.summary).toBe('Several digests here are paused: choose one.');
    expect((await owner.say('/digest pause')).message.summary).toBe('Several digests here are running: choose one.');
    const toRemove = textOf(await owner.say('/digest remove'));
    expect(toRemove).toContain('Several digests come here: choose one.');
    expect(toRemove.match(/ · paused$/gm)).toHaveLength(2);
  });

  test('of several the only one that runs, or is paused, is taken; where none does they say so', async () => {
    const { owner, ids } = await owning(weekly, daily);
    expect(sentenceOf(await owner.say('/digest resume'))).toBe('None of the digests here is paused.');
    await owner.say(`/digest pause ${ids[1]}`);
    await owner.say('/digest pause');
    expect(await find(ids[0])).toMatchObject({ state: 'paused' });
    expect(sentenceOf(await owner.say('/digest pause'))).toBe('None of the digests here is running.');
    await owner.say(`/digest resume ${ids[0]}`);
    expect((await owner.say('/digest resume')).message.title).toBe('Resumed');
    for (const id of ids) expect(await find(id)).toMatchObject({ state: 'active' });
  });

  test('the one of a story is meant by the story’s name', async () => {
    const { owner, ids } = await owning(weekly, daily);
    expect(sentenceOf(await owner.say('/digest pause skarnvåg'))).toMatch(/^The digest of Skarnvåg's water is paused:/);
    expect(await find(ids[1])).toMatchObject({ state: 'paused' });
    expect((await owner.say('/digest resume invented-water')).message.title).toBe('Resumed');
    expect((await owner.press('/digest remove albania-iran')).message.title).toBe('Removed');
    expect(await find(ids[0])).toBeUndefined();
    expect(await find(ids[1])).toMatchObject({ state: 'active' });
  });

  test('one that tells of more than the named story is asked about first, and so are several', async () => {
    const { owner, ids } = await owning('diplomacy daily 11:00', daily, 'invented-water week on monday at 10');
    const asked = await owner.say('/digest remove albania-iran');
    expect(asked.message.summary).toBe(
      `Albania–Iran comes here in digest No. ${ids[0]}, which is of the topic ‘diplomacy’: choose it if you mean all of it.`,
    );
    expect(await offered(owner, 'remove albania-iran')).toEqual([`/digest remove number:${ids[0]}`]);
    const several = await owner.say('/digest pause invented-water');
    expect(several.message.summary).toBe("Several digests here tell of Skarnvåg's water: choose one.");
    await owner.say(`/digest pause ${ids[1]}`);
    await owner.say('/digest pause invented-water'); // the one that still runs
    for (const id of ids.slice(1)) expect(await find(id)).toMatchObject({ state: 'paused' });
    expect(await find(ids[0])).toMatchObject({ state: 'active' });
  });

  test('of the other stories of a digest nobody is rid unawares, whatever its number', async () => {
    const { owner, ids } = await owning(daily, 'petrel-2 daily 9:00', weekly);
    for (const line of ['/digest remove petrel-2', `/digest remove petrel-2 ${ids[0]}`])
      expect((await owner.say(line)).message.summary).toBe(
        `Petrel-2 comes here in digest No. ${ids[0]}, which is of Skarnvåg's water and Petrel-2: choose it if you mean all of it.`,
      );
    const strange = await owner.say(`/digest remove petrel-2 ${ids[1]}`);
    expect(sentenceOf(strange)).toBe(`Digest No. ${ids[1]} does not tell of Petrel-2.`);
    for (const id of ids) expect(await find(id)).toBeDefined();
  });

  test('of several stories one is left out, where that is meant', async () => {
    const { owner, ids } = await owning(daily, 'petrel-2 daily 9:00', 'diplomacy daily 11:00');
    const drop = `/digest drop invented-satellite number:${ids[0]}`;
    expect(await offered(owner, 'remove petrel-2')).toEqual([`/digest remove number:${ids[0]}`, drop]);
    expect(await offered(owner, 'remove albania-iran')).toEqual([`/digest remove number:${ids[1]}`]);
    expect(await offered(owner, 'pause petrel-2')).toEqual([`/digest pause number:${ids[0]}`]);
    expect((await owner.press(drop)).message.summary).toBe(
      "Petrel-2 is left out; for an hour that can be undone. A digest of Skarnvåg's water comes here every day at 09:00 (UTC).",
    );
    expect(await find(ids[0])).toMatchObject({ stories: ['invented-water'], state: 'active' });
    expect(sentenceOf(await owner.press(drop))).toBe(`Digest No. ${ids[0]} does not tell of Petrel-2.`);
    // Nor is the last one left out, or one of a topic.
    for (const last of [`invented-water number:${ids[0]}`, `albania-iran number:${ids[1]}`])
      expect((await owner.press(`/digest drop ${last}`)).message.title).toBe('Not left out');
    expect(sentenceOf(await newcomer().press(drop))).toContain(`There is no digest No. ${ids[0]} here`);
    for (const id of ids) expect(await find(id)).toBeDefined();
  });

  test('what lay in a pause is not made up for', async () => {
    const { owner, ids, later } = await owning(daily, 'petrel-2 news');
    for (const id of ids) await owner.say(`/digest pause ${id}`);
    for (const id of ids) await later(72 * hourMs).say(`/digest resume ${id}`);
    expect(await find(ids[0])).toMatchObject({
      next: Date.parse('2026-04-14T09:00:00Z'),
      handled: friday + 72 * hourMs,
    });
    expect((await find(ids[1]))?.next).toBeUndefined();
  });

  test('a digest of another channel is never touched, whatever its number', async () => {
    const { ids } = await owning(daily);
    const { owner } = await owning(weekly);
    const strange = `There is no digest No. ${ids[0]} here: it was removed, or belongs to another channel.`;
    for (const name of ['list', 'preview', 'pause', 'resume', 'remove'])
      for (const answered of [
        await owner.say(`/digest ${name} ${ids[0]}`),
        await owner.press(`/digest ${name} number:${ids[0]}`),
      ])
        expect(sentenceOf(answered)).toBe(strange);
    expect(await find(ids[0])).toMatchObject({ state: 'active' });
  });

  test('a platform’s number of a channel is no digest of another platform', async () => {
    const { ids } = await owning(daily);
    const other = { platform: 'other', id: here().id };
    expect(await storage.subscriptions.of(other)).toEqual([]);
    expect(await find(ids[0])).toBeDefined();
  });

  test.for([
    ['number:0', '‘0’ is no answer to ‘number’: write a whole number from 1 on.'],
    ['number:-1', '‘-1’ is no answer to ‘number’: write a whole number from 1 on.'],
    ['number:x', '‘x’ is no answer to ‘number’: write a whole number from 1 on.'],
    ['number:99999999999999999999', '‘99999999999999999999’ is no answer to ‘number’: write a whole number from 1 on.'],
    ['number:999999999', 'There is no digest No. 999999999 here: it was removed, or belongs to another channel.'],
    ['x', 'There is no story ‘x’.'],
    ['lang:sq', '/digest remove has no option ‘lang’. Its options are story, number, channel.'],
    ['invented-water 12 13', '/digest remove does not know what to do with ‘13’.'],
    ['albania-iran', 'No digest of Albania–Iran comes here.'],
  ] as const)('/digest remove %s', async ([typed, sentence]) => {
    const { owner, ids } = await owning(daily);
    const answered = await owner.say(`/digest remove ${typed}`);
    expect(sentenceOf(answered)).toBe(sentence);
    // No button does it without what was wrong: that might be another one.
    for (const { command } of answered.message.buttons) await owner.press(command);
    expect(await find(ids[0])).toBeDefined();
  });

  test.for([
    ['/unsubscribe', '/digest remove'],
    ['unsubscribe', '/digest remove'],
    ['stop', '/digest remove'],
    ['/unsubcribe albania-iran', '/digest remove albania-iran'],
    ['unsubscribe albania-iran', '/digest remove albania-iran'],
    ['/digest unsubscribe albania-iran', '/digest remove albania-iran'],
    ['/digets remove 7', '/digest remove 7'],
    ['/subscribe petrel daily 9:00', '/digest subscribe petrel daily 9:00'],
  ] as const)('‘%s’ is answered by ‘%s’', async ([line, command]) => {
    const { owner, ids } = await owning(weekly);
    const { message } = await owner.say(line);
    expect(message).toMatchObject({ kind: 'mistake', buttons: [{ command, primary: true }, {}] });
    expect(await find(ids[0])).toBeDefined();
  });

  test('a sentence that begins with another word for them is a question', async () => {
    expect((await newcomer().say('stop what the agency does?')).message.title).not.toBe('No such command');
  });

  test('where there is none, they say so', async () => {
    for (const name of ['pause', 'resume', 'remove', 'preview'])
      expect(sentenceOf(await newcomer().say(`/digest ${name}`))).toBe('No digest comes here yet.');
  });
});

describe('a removal can be undone', () => {
  test('for an hour, by its button', async () => {
    const { owner, ids, later } = await owning(daily);
    const removed = await owner.say('/digest remove');
    expect(removed).toMatchObject({ to: 'reader', personal: true });
    expect(sentenceOf(removed)).toBe("The digest of Skarnvåg's water is removed. For an hour that can be undone.");
    const [undo] = removed.message.buttons;
    expect(undo).toEqual({ label: 'Undo', command: `/digest restore number:${ids[0]}`, primary: true });
    const restored = await later(59 * minuteMs).press(undo?.command ?? '');
    expect(restored.message.title).toBe('Restored');
    expect(await find(ids[0])).toMatchObject({ state: 'active', next: Date.parse('2026-04-11T09:00:00Z') });
    // pressed twice
    expect((await later(59 * minuteMs).press(undo?.command ?? '')).message.title).toBe('Not removed');
  });

  test('and so can the leaving out of a story', async () => {
    const { owner, ids, later } = await owning(daily, 'petrel-2 daily 9:00');
    const left = await owner.press(`/digest drop invented-satellite number:${ids[0]}`);
    expect(left.message.buttons.map(({ label }) => label)).toEqual([
      'Undo',
      'Preview',
      'Pause',
      'Remove',
      'All digests here',
    ]);
    const [undo] = left.message.buttons;
    expect(undo).toMatchObject({ command: expect.stringMatching(/^\/digest restore number:\d+$/), primary: true });
    expect((await later(61 * minuteMs).press(undo?.command ?? '')).message.title).toBe('Too late');
    expect(await find(ids[0])).toMatchObject({ stories: ['invented-water'] });
    const restored = await later(59 * minuteMs).press(undo?.command ?? '');
    expect(restored.message.summary).toBe(
      "A digest of Skarnvåg's water and Petrel-2 comes here every day at 09:00 (UTC).",
    );
    expect(await find(ids[0])).toMatchObject({ stories: ['invented-water', 'invented-satellite'] });
    expect(await storage.subscriptions.of(here())).toHaveLength(1);
  });

  test('not later, nor from another channel, nor by others', async () => {
    const { owner, ids, later } = await owning(daily);
    const undo = (await owner.say('/digest remove')).message.buttons[0]?.command ?? '';
    const tooLate =
      'That digest cannot be restored: it was removed more than an hour ago, or belongs to another channel.';
    expect(sentenceOf(await later(61 * minuteMs).press(undo))).toBe(tooLate);
    expect(sentenceOf(await somebody(stories, { id: 'elsewhere' }, storage).press(undo))).toBe(tooLate);
    const others = somebody(stories, { id: `channel-${channels}`, rights: [] }, storage);
    expect((await others.press(undo)).message.title).toBe('Not allowed');
    expect(await find(ids[0])).toBeUndefined();
  });

  test('where the same was subscribed anew, it does not come twice', async () => {
    const { owner } = await owning(daily);
    const undo = (await owner.say('/digest remove')).message.buttons[0]?.command ?? '';
    await owner.say(`/digest subscribe ${daily} UTC`);
    expect((await owner.press(undo)).message.title).toBe('Restored');
    expect(await storage.subscriptions.of(here())).toHaveLength(1);
  });

  test('not where there are as many as there may be', async () => {
    const few = await openTransientStorage(1);
    const owner = somebody(stories, { id: 'narrow' }, few);
    await owner.say(`/digest subscribe ${daily} UTC`);
    const undo = (await owner.say('/digest remove')).message.buttons[0]?.command ?? '';
    await owner.say(`/digest subscribe ${weekly} UTC`);
    expect((await owner.press(undo)).message.title).toBe('Too many');
    await few.close();
  });

  test('a paused one comes back paused', async () => {
    const { owner, ids } = await owning(daily);
    await owner.say('/digest pause');
    const undo = (await owner.say('/digest remove')).message.buttons[0]?.command ?? '';
    expect(textOf(await owner.press(undo))).toContain('Next  paused');
    expect(await find(ids[0])).toMatchObject({ state: 'paused' });
  });
});

test('of many stories a sentence names the first, and the list all', async () => {
  channels += 1;
  const ids = Array.from({ length: 30 }, (_, index) => `story-${index}`);
  const [water] = stories.stories.filter(({ id }) => id === 'invented-water');
  const many = finding(stories, (name) =>
    ids.includes(name) && water ? { ...water, id: name, name: `Story ${name.slice(6)}` } : stories.find(name),
  );
  const owner = somebody(many, { id: `channel-${channels}` }, storage);
  for (const id of ids) await owner.fill('digest subscribe', { story: id, every: 'day', at: '9', zone: 'UTC' });
  const { message } = await owner.say('/digest list');
  expect(message.summary).toBe(
    'A digest of Story 0, Story 1, Story 2, Story 3 and 26 more comes here every day at 09:00 (UTC).',
  );
  const named = message.blocks.flatMap((block) => (block.kind === 'item' ? [block.opens] : []));
  expect(named).toEqual(ids.map((id) => `/briefing ${id}`));
});

test('a story that is gone is named by its id', async () => {
  const { owner } = await owning(daily);
  const without = finding(stories, (name) => (name === 'invented-water' ? undefined : stories.find(name)));
  const listed = await somebody(without, { id: `channel-${channels}` }, storage).say('/digest list');
  expect(textOf(listed)).toContain('A digest of ‘invented-water’ (gone) comes here every day');
  expect(textOf(await owner.say('/digest list'))).toContain("Skarnvåg's water");
});
