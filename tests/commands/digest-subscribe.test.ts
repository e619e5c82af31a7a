import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asMessage, type FormAnswer, fieldsOf, formCommand, type MessageAnswer } from '../../src/commands/index.ts';
import { plainBlock } from '../../src/message/index.ts';
import { openTransientStorage } from '../../src/storage/index.ts';
import { somebody, type Where } from './somewhere.ts';
import { friday, meant, messageOf, openStories, readerOf, sentenceOf, textOf } from './typing.ts';

const stories = await openStories();
const memory = await openTransientStorage();
let channels = 0;

/** Somebody in a channel of a server, neither of which anything is known of yet. */
function newcomer(where: Where = {}) {
  channels += 1;
  return somebody(stories, { id: `channel-${channels}`, space: `space-${channels}`, ...where }, memory);
}

const of = (channel: string) => memory.subscriptions.of({ platform: 'test', id: channel });
const first = async (channel: string) => (await of(channel))[0]?.subscription ?? expect.fail(`nothing in ${channel}`);
const said = ({ message }: MessageAnswer) => message.summary;

const weekly = 'A digest of Albania–Iran comes here every Monday at 09:00 (Europe/Tirane).';

describe('what is understood is said again', () => {
  test.for([
    ['albania-iran every week on monday at 9 Europe/Tirane', weekly],
    ['albania-iran every:week on:monday at:9:00 zone:europe/tirane', weekly],
    ['story:albania-iran every:week on:Monday at:"9 am" zone:Tirana', weekly],
    ['tirana embassy weekly on mondays at 9:00 tirana', weekly],
    ['on monday at 9 every week albania-iran Europe/Tirane', weekly],
    ['albania-iran every monday 9:00 Europe/Tirane', weekly],
    ['albania-iran Mon 9am Europe/Tirane', weekly],
    ['albania-iran EVERY WEEK ON MONDAY AT 9 EUROPE/TIRANE', weekly],
    ['albania-iran daily at noon UTC', 'A digest of Albania–Iran comes here every day at 12:00 (UTC).'],
    [
      'albania-iran every day at 9:30 pm New York',
      'A digest of Albania–Iran comes here every day at 21:30 (America/New_York).',
    ],
    [
      'albania-iran weekdays 21h zone:Asia/Kolkata',
      'A digest of Albania–Iran comes here Monday to Friday at 21:00 (Asia/Kolkata).',
    ],
    [
      'albania-iran every month date 31 at midnight UTC',
      'A digest of Albania–Iran comes here every month on the 31st, or its last day, at 00:00 (UTC).',
    ],
    [
      'albania-iran every month on the 1st at 9 UTC',
      'A digest of Albania–Iran comes here every month on the 1st at 09:00 (UTC).',
    ],
    [
      'albania-iran monthly 15th 9:00 UTC',
      'A digest of Albania–Iran comes here every month on the 15th at 09:00 (UTC).',
    ],
    [
      'albania-iran date the 2nd at 9 UTC',
      'A digest of Albania–Iran comes here every month on the 2nd at 09:00 (UTC).',
    ],
    ['petrel-2 news', 'A digest of Petrel-2 comes here when something happens, at most once in 30 minutes.'],
    [
      'petrel-2 when something happens at-most 3h quiet-hours 22-7 Europe/Oslo',
      'A digest of Petrel-2 comes here when something happens, at most once in 3 hours, not from 22:00 to 07:00 (Europe/Oslo).',
    ],
    [
      'petrel-2 news at most once in 3 hours quiet hours 22-7 Europe/Oslo',
      'A digest of Petrel-2 comes here when something happens, at most once in 3 hours, not from 22:00 to 07:00 (Europe/Oslo).',
    ],
    [
      'petrel-2 news at most every 3 hours',
      'A digest of Petrel-2 comes here when something happens, at most once in 3 hours.',
    ],
    ['petrel-2 news at-most:day', 'A digest of Petrel-2 comes here when something happens, at most once a day.'],
    ['diplomacy every day at 9 UTC', 'A digest of the topic ‘diplomacy’ comes here every day at 09:00 (UTC).'],
    ['topic:Diplomacy every day at 9 UTC', 'A digest of the topic ‘diplomacy’ comes here every day at 09:00 (UTC).'],
    [
      'albania-iran every day at 9 UTC channel:news',
      'A digest of Albania–Iran comes to ‘news’ every day at 09:00 (UTC).',
    ],
    [
      'albania-iran every day at 9 UTC <#55>',
      'A digest of Albania–Iran comes to ‘forum post’ every day at 09:00 (UTC).',
    ],
  ] as const)('%s', async ([typed, sentence]) => {
    const answered = await newcomer().say(`/digest subscribe ${typed}`);
    expect(said(answered)).toBe(sentence);
    expect(answered).toMatchObject({ to: 'reader', place: 'new', message: { title: 'Subscribed' } });
  });

  test('with the next three dates, what comes of a quiet time, who is pinged, and what can be done', async () => {
    const answered = await newcomer().say(
      '/digest subscribe invented-water every week on friday at 12 UTC mention:readers',
    );
    const id = (await first(`channel-${channels}`)).id;
    // It is Friday, ten o'clock.
    expect(textOf(answered)).toBe(
      [
        'Subscribed',
        "A digest of Skarnvåg's water comes here every Friday at 12:00 (UTC).",
        'Next  Fri 10 Apr 2026, 12:00 · Fri 17 Apr 2026, 12:00 · Fri 24 Apr 2026, 12:00',
        'The first, in your time  Fri 10 Apr 2026, 12:00 (UTC)',
        'If nothing is new  one line comes, once, and then nothing until something happens',
        'Pings  Readers',
      ].join('\n'),
    );
    expect(answered.message.buttons).toEqual([
      { label: 'Preview', command: `/digest preview number:${id}` },
      { label: 'Pause', command: `/digest pause number:${id}` },
      { label: 'Remove', command: `/digest remove number:${id}` },
      { label: 'All digests here', command: '/digest list' },
    ]);
  });

  test('hours that are typed for what comes of a quiet time are taken for quiet hours', async () => {
    for (const typed of ['quiet:22-7', 'quiet 22:30-6', 'quiet:9pm–7am']) {
      const answered = await newcomer().say(`/digest subscribe invented-water news ${typed}`);
      const hours = typed.slice('quiet '.length);
      expect(sentenceOf(answered)).toBe(
        `/digest subscribe does not know what to do with ‘${hours}’ there; did you mean ‘quiet-hours:${hours}’?`,
      );
      expect(meant(answered).command).toBe(`/digest subscribe invented-water every:news quiet-hours:"${hours}"`);
    }
    expect(sentenceOf(await newcomer().say('/digest subscribe invented-water news quiet:loudly'))).toContain(
      '‘loudly’ is no way to be quiet',
    );
  });

  test('dates are those of its zone, and the first is told as an instant to whoever may be in another one', async () => {
    const typed = '/digest subscribe invented-water every day at 9 Europe/Oslo';
    const entries = async (zone?: string) => {
      const { message } = await newcomer(zone === undefined ? {} : { zone }).say(typed);
      return message.blocks.flatMap((block) => (block.kind === 'entry' ? [plainBlock(block)] : []));
    };
    const dates = 'Next  Sat 11 Apr 2026, 09:00 · Sun 12 Apr 2026, 09:00 · Mon 13 Apr 2026, 09:00';
    const quiet = 'If nothing is new  one line comes, once, and then nothing until something happens';
    for (const same of ['Europe/Oslo', 'Europe/Tirane'])
      expect(await entries(same)).toEqual([dates, quiet, 'Pings  nobody']);
    const own = 'The first, in your time  Sat 11 Apr 2026, 09:00 (Europe/Oslo)';
    expect(await entries('America/Lima')).toEqual([dates, own, quiet, 'Pings  nobody']);
    const { message } = await newcomer().say(typed);
    const instants = message.blocks.flatMap((block) =>
      block.kind === 'entry' ? block.content.flatMap((part) => (part.kind === 'instant' ? [part.epochMs] : [])) : [],
    );
    expect(instants).toEqual([Date.parse('2026-04-11T07:00:00Z')]);
  });

  test('of a closed story it is said that little will come', async () => {
    const line = 'This story is closed. You will hear of it only if it is corrected or reopens.';
    expect(textOf(await newcomer().say('/digest subscribe albania-iran daily 9:00 UTC'))).toContain(line);
    const other = newcomer();
    expect(textOf(await other.say('/digest subscribe invented-water daily 9:00 UTC'))).not.toContain('closed');
    const added = textOf(await other.say('/digest subscribe albania-iran daily 9:00 UTC'));
    expect(added).toContain('Albania–Iran is closed. You will hear of it only if it is corrected or reopens.');
  });

  test('of a topic, which stories have it now', async () => {
    const answered = await newcomer().say('/digest subscribe topic:diplomacy daily 9:00 UTC');
    expect(textOf(answered)).toContain('Now that is Albania–Iran; a story that gets the topic later comes, too.');
  });
});

test('what is kept is what was said', async () => {
  const typed = '/digest subscribe invented-water every month date:31 at:21:30 zone:Asia/Kolkata quiet:skip <@&77>';
  await newcomer({ reader: 'ann' }).say(typed);
  expect(await first(`channel-${channels}`)).toMatchObject({
    to: { platform: 'test', id: `channel-${channels}` },
    space: `space-${channels}`,
    owner: 'ann',
    stories: ['invented-water'],
    cadence: { kind: 'monthly', on: 31, at: 1290 },
    zone: 'Asia/Kolkata',
    quiet: 'skip',
    mention: '77',
    state: 'active',
    next: Date.parse('2026-04-30T16:00:00Z'),
    handled: friday,
  });
});

test('options that a platform tells apart are read alike', async () => {
  const options = {
    story: 'Albania–Iran',
    every: 'week',
    on: 'monday',
    at: '9:00',
    zone: 'Europe/Tirane',
    channel: '55',
  };
  const answered = await newcomer().fill('digest subscribe', { ...options, quiet: 'look-back', mention: 'readers' });
  expect(said(answered)).toBe(weekly.replace('here', 'to ‘forum post’'));
  expect(textOf(answered)).toContain('a look back comes');
});

test('in a reply to a story’s message the story need not be named; a topic is not taken for it', async () => {
  const about = ['/briefing albania-iran timeline'];
  const replying = newcomer({ more: { about } });
  expect(said(await replying.say('/digest subscribe every week on monday at 9 Europe/Tirane'))).toBe(weekly);
  expect(said(await replying.say('/digest subscribe topic:diplomacy daily 9:00 UTC'))).toContain(
    'the topic ‘diplomacy’',
  );
});

test('a private conversation belongs to no server or workspace, also where the platform names one', async () => {
  channels += 1;
  const where = { platform: 'test', space: 'workspace', channel: `channel-${channels}` };
  const reader = somebody(stories, { id: `channel-${channels}`, personal: true, more: { where } }, memory);
  await reader.say('/digest subscribe albania-iran daily 9:00 UTC');
  expect(await first(`channel-${channels}`)).not.toHaveProperty('space');
});

describe('what is missing is asked by one form', () => {
  test.for([
    ['', ['story', 'every'], ['on', 'at', 'zone']],
    ['albania-iran', ['every'], ['on', 'at', 'zone']],
    ['albania-iran UTC', ['every'], ['on', 'at']],
    ['albania-iran every week', ['on', 'at'], ['zone']],
    ['albania-iran every week UTC at 9', ['on'], []],
    ['albania-iran every day', ['at'], ['zone']],
    ['albania-iran every month UTC', ['date', 'at'], []],
    ['albania-iran on monday UTC', ['at'], []],
    ['news', ['story'], []],
    ['quiet-hours:22-7', ['story'], ['zone']],
    ['every day at 9', ['story'], ['zone']],
    ['diplomacy date:3 at 9', ['zone'], []],
    ['diplomacy quiet-hours:22-7', ['zone'], []],
    ['topic:diplomacy', ['every', 'zone'], ['on', 'at']],
    ['every day at 9 UTC', ['story'], []],
  ] as const)('‘%s’', async ([typed, asks, offers]) => {
    const form = await newcomer().asked(`/digest subscribe ${typed}`);
    expect(form.asks).toEqual(asks);
    expect(form.offers).toEqual(offers);
    expect(asks.length + offers.length).toBeLessThanOrEqual(5);
    expect(formCommand(form).length).toBeLessThanOrEqual(100);
    for (const { command } of asMessage(form).message.buttons) expect(command.length).toBeLessThanOrEqual(100);
  });

  test('what was filled in goes with what was typed; an empty field is none', async () => {
    const owner = newcomer();
    const form = await owner.asked('/digest subscribe tirana embassy mention:readers');
    expect(form.given).toEqual({ story: 'albania-iran', mention: 'readers' });
    expect(form.ifEmpty).toEqual({ on: 'Monday', at: '09:00', zone: 'Europe/Tirane, the story’s own' });
    const filled = { every: 'week', on: 'monday', at: '9', zone: 'Tirana' };
    expect(said(messageOf(await owner.send(formCommand(form), filled)))).toBe(weekly);
    const daily = { every: 'day', on: '', at: '9', zone: 'Tirana' };
    expect(said(messageOf(await owner.send(formCommand(form), daily)))).toContain('every day at 09:00 (Europe/Tirane)');
  });

  test('what may stay empty may: the form says what is then taken, and nothing more is asked for', async () => {
    const empty = { on: '', at: '', zone: '' };
    const owner = newcomer();
    const form = await owner.asked('/digest subscribe albania-iran mention:readers');
    expect(said(messageOf(await owner.send(formCommand(form), { every: 'week', ...empty })))).toBe(weekly);
    const daily = messageOf(await owner.send(formCommand(form), { every: 'day', ...empty }));
    expect(said(daily)).toContain('every day at 09:00 (Europe/Tirane)');
    const news = messageOf(await owner.send(formCommand(form), { every: 'news', ...empty }));
    expect(said(news)).toContain('when something happens');
    // The day of the month has no field yet; what was taken for the hour goes along.
    const monthly = await owner.send(formCommand(form), { every: 'month', ...empty });
    expect(monthly).toMatchObject({ kind: 'form', asks: ['date'], given: { mention: 'readers', at: '09:00' } });
    const dated = monthly.kind === 'form' ? formCommand(monthly) : '';
    expect(said(messageOf(await owner.send(dated, { date: '3' })))).toContain('on the 3rd at 09:00 (Europe/Tirane)');
  });

  test('a form says what each field is, and how to type it only where it is typed', async () => {
    const form = await newcomer().asked('/digest subscribe albania-iran');
    const fields = fieldsOf(form, () => []);
    expect(fields.map(({ label }) => label)).toEqual(['How often', 'Day of the week', 'Hour', 'Time zone']);
    expect(fields.map(({ description }) => description)).toEqual([
      'At set times, or when something happens',
      'For every week. If it stays empty: Monday.',
      'At what time of day. If it stays empty: 09:00.',
      'By whose clock the hour is meant. If it stays empty: Europe/Tirane, the story’s own.',
    ]);
    expect(fields.map(({ typedAs }) => typedAs)).toEqual([
      undefined,
      undefined,
      '9, 09:30, 9:30 pm or noon',
      undefined,
    ]);
  });

  test('where no zone is given, it is the reader’s, that of the last digest there, or the story’s own, and that is said', async () => {
    const typed = '/digest subscribe albania-iran every week on monday at 9';
    const note = (answered: MessageAnswer) => /No time zone was given: .*/.exec(textOf(answered))?.[0];
    const known = await newcomer({ zone: 'Europe/Tirane' }).say(typed);
    expect([said(known), note(known)]).toEqual([weekly, undefined]);
    expect(said(await newcomer({ zone: 'Asia/Calcutta' }).say(typed))).toContain('(Asia/Kolkata)');
    // A machine that nobody told where it stands says UTC.
    for (const zone of [{}, { zone: 'UTC' }, { zone: 'Etc/UTC' }]) {
      const answered = await newcomer(zone).say(typed);
      expect(said(answered)).toBe(weekly);
      expect(note(answered)).toBe('No time zone was given: its hours are those of Europe/Tirane, the story’s own.');
    }
    const owner = newcomer();
    expect(note(await owner.say('/digest subscribe petrel-2 daily 9:00 Europe/Oslo'))).toBeUndefined();
    const last = 'No time zone was given: its hours are those of Europe/Oslo, the zone of the last digest here.';
    expect(note(await owner.say(typed))).toBe(last);
    // in another channel of the same server, too, but in no other server
    expect(note(await newcomer({ space: `space-${channels}` }).say(typed))).toBe(last);
    expect(said(await newcomer().say(typed))).toBe(weekly);
    expect(note(await newcomer().say('/digest subscribe albania-iran news'))).toBeUndefined();
  });
});

describe('what cannot be read is told in a sentence, and nothing else is lost', () => {
  const week = 'albania-iran every week on monday';
  const ofOffset = (typed: string) =>
    `‘${typed.replace('zone:', '')}’ is no time zone here: it does not tell when a place changes its clocks. Write it as a region and a city: Europe/Tirane, America/New_York.`;
  const noOption = (typed: string, meant: string) =>
    `/digest subscribe has no option ‘${typed}’${meant} Its options are story, topic, every, on, date, at, quiet, at-most, quiet-hours, zone, mention, channel.`;
  test.for([
    [
      `${week} at 25 Tirana`,
      '‘25’ is no hour of a day. Write it as 9, 09:30, 9:30 pm or noon.',
      'on:monday zone:Tirana',
    ],
    [`${week} at:24:00`, '‘24:00’ is no hour of a day. Write it as 9, 09:30, 9:30 pm or noon.', 'on:monday'],
    [`${week} at:9:75`, '‘9:75’ is no hour of a day. Write it as 9, 09:30, 9:30 pm or noon.', 'on:monday'],
    [
      `${week} at 9 zone:Europ/Tirane`,
      '‘Europ/Tirane’ is no time zone; did you mean ‘Europe/Tirane’? Write it as a region and a city: Europe/Tirane, America/New_York.',
      'at:9 zone:Europe/Tirane',
    ],
    [
      `${week} at 9 zone:Mars/Olympus`,
      '‘Mars/Olympus’ is no time zone. Write it as a region and a city: Europe/Tirane, America/New_York.',
      'at:9',
    ],
    [
      'albania-iran every month on the 32nd',
      '‘on the 32nd’ is no answer to ‘date’: write a whole number from 1 to 31.',
      'every:month',
    ],
    [
      'albania-iran every month date 32 at 9',
      '‘32’ is no answer to ‘date’: write a whole number from 1 to 31.',
      'every:month at:9',
    ],
    ['albania-iran evry week', '/digest subscribe does not know what to do with ‘evry’.', 'every:week'],
    [
      'albania-iran every wekdays at 9',
      '‘wekdays’ is no cadence; did you mean ‘weekdays’? There are day, weekdays, week, month, news.',
      'every:weekdays at:9',
    ],
    [
      'albania-iran week on mondya at 9',
      '‘mondya’ is no day of the week; did you mean ‘monday’? There are monday, tuesday, wednesday, thursday, friday, saturday, sunday.',
      'on:monday',
    ],
    ['albania-iran blah every week at 9', '/digest subscribe does not know what to do with ‘blah’.', 'every:week at:9'],
    [
      'albania-iran every week monday 9',
      '/digest subscribe does not know what to do with ‘9’; did you mean ‘at 9’ or ‘date 9’?',
      'on:monday at:9',
    ],
    [
      'albania-iran every month 15',
      '/digest subscribe does not know what to do with ‘15’; did you mean ‘at 15’ or ‘date 15’?',
      'every:month at:15',
    ],
    [
      'albania-iran every month on 31 at 9',
      '/digest subscribe does not know what to do with ‘31’; did you mean ‘date 31’?',
      'every:month date:31 at:9',
    ],
    [
      'albania-iran news at most every 5 hours',
      '‘every 5 hours’ is no length of time; did you mean ‘3h’? There are 30m, 3h, day.',
      'every:news at-most:3h',
    ],
    ...['CET', 'UTC+2', 'zone:est', '+02:00'].map(
      (typed) => [`${week} at 9 ${typed}`, ofOffset(typed), 'on:monday at:9'] as const,
    ),
    [
      `${week} at 9 Mars/Phobos`,
      '‘Mars/Phobos’ is no time zone. Write it as a region and a city: Europe/Tirane, America/New_York.',
      'on:monday at:9',
    ],
    [
      'topic:diplomacy every day at 8 Mars/Phobos',
      '‘Mars/Phobos’ is no time zone. Write it as a region and a city: Europe/Tirane, America/New_York.',
      'topic:diplomacy every:day at:8',
    ],
    [
      'every day at 8 Mars/Phobos',
      '‘Mars/Phobos’ is no time zone. Write it as a region and a city: Europe/Tirane, America/New_York.',
      'every:day at:8',
    ],
    [`${week} in:#news`, noOption('in', '; did you mean ‘channel’?'), 'on:monday channel:#news'],
    [`${week} tz:Europe/Tirane`, noOption('tz', '; did you mean ‘zone’?'), 'on:monday zone:Europe/Tirane'],
    [`${week} in:news`, noOption('in', '.'), 'on:monday'],
    ['XYZ every day at 8', 'There is no story ‘XYZ’.', '/stories'],
    [
      'topic:diplomacy every day at 8 xyzzy',
      '/digest subscribe does not know what to do with ‘xyzzy’.',
      'topic:diplomacy every:day at:8',
    ],
    ['albania-irn every week at 9', 'There is no story ‘albania-irn’. Did you mean one of these?', 'every:week at:9'],
    [
      'topic:diplmacy every day',
      'No story has the topic ‘diplmacy’; did you mean ‘diplomacy’?',
      'topic:diplomacy every:day',
    ],
    ['topic:cooking every day', 'No story has the topic ‘cooking’.', 'every:day'],
    [
      'albania-iran news at 9',
      '‘at’ goes with ‘Every day’, ‘Monday to Friday’, ‘Every week’ and ‘Every month’, not with ‘When something happens’.',
      'every:news',
    ],
    ['albania-iran every day on monday at 9', '‘on’ goes with ‘Every week’, not with ‘Every day’.', 'at:9'],
    [
      'albania-iran every day at 9 at-most:3h',
      '‘at-most’ goes with ‘When something happens’, not with ‘Every day’.',
      'at:9',
    ],
    [
      'albania-iran news quiet-hours:late',
      'Quiet hours are written as two different hours, from and to: 22-7, or 22:30-06:00.',
      'every:news',
    ],
    [
      'albania-iran news quiet-hours:7-7',
      'Quiet hours are written as two different hours, from and to: 22-7, or 22:30-06:00.',
      'every:news',
    ],
    [
      'albania-iran diplomacy every day',
      'A digest is of stories or of a topic, not of both.',
      'albania-iran every:day',
    ],
    ['albania-iran daily 9:00 UTC mention:nobody', 'There is no role or group ‘nobody’ here.', 'zone:UTC'],
    [
      'albania-iran daily 9:00 UTC mention:everyone',
      'A digest never pings everyone: name a role or group instead.',
      'zone:UTC',
    ],
    [
      'albania-iran daily 9:00 UTC mention:staff',
      'You may not ping ‘Staff’, and neither may everybody, so no digest does.',
      'zone:UTC',
    ],
  ] as const)('%s', async ([typed, sentence, kept]) => {
    const owner = newcomer();
    const answered = await owner.say(`/digest subscribe ${typed}`);
    expect(answered).toMatchObject({ to: 'reader', message: { kind: 'mistake' } });
    expect(sentenceOf(answered)).toBe(sentence);
    const [button] = answered.message.buttons;
    expect(button?.command).toContain(kept);
    expect(await of(`channel-${channels}`)).toEqual([]);
    for (const { command } of answered.message.buttons) expect(command.length).toBeLessThanOrEqual(100);
  });

  test.for([
    ['nowhere', 'There is no channel ‘nowhere’ here.'],
    ['theirs', 'Digests there are for those who may manage that channel.'],
    ['shut', 'The bot cannot write in that channel. Let it write there first.'],
    ['archive', 'The bot cannot write in that channel. It is archived.'],
  ] as const)('the channel %s', async ([channel, sentence]) => {
    const answered = await newcomer().say(`/digest subscribe albania-iran daily 9:00 UTC channel:${channel}`);
    expect(sentenceOf(answered)).toBe(sentence);
  });

  test('this channel, where the bot hears and cannot write', async () => {
    const owner = newcomer({ id: 'closed' });
    const answered = await owner.say('/digest subscribe albania-iran daily 9:00 UTC');
    expect(sentenceOf(answered)).toBe('The bot cannot write in this channel. Let it see the channel.');
    expect(await of('closed')).toEqual([]);
  });

  test('a role that the bot may not ping', async () => {
    const answered = await newcomer().say('/digest subscribe albania-iran daily 9:00 UTC mention:muted');
    expect(sentenceOf(answered)).toBe('Let the bot ping it.');
  });

  test('where nothing can be posted, as in the terminal', async () => {
    const terminal = readerOf(stories, { rights: async () => ['manage-channel'] });
    for (const name of ['subscribe albania-iran daily 9:00 UTC', 'list', 'preview', 'pause', 'resume', 'remove'])
      expect(sentenceOf(await terminal.say(`/digest ${name}`))).toBe(
        'No digest can come here: it needs a channel, or a private conversation with the bot.',
      );
  });
});

describe('the same slot again', () => {
  const slot = 'every week on monday at 9 Europe/Tirane';

  test('takes another story, and says which it has then', async () => {
    const owner = newcomer();
    await owner.say(`/digest subscribe albania-iran ${slot}`);
    const added = await owner.say(`/digest subscribe petrel-2 ${slot}`);
    expect(added.message.title).toBe('Added to a digest');
    expect(said(added)).toBe(weekly.replace('Iran', 'Iran and Petrel-2'));
    expect(await of(`channel-${channels}`)).toHaveLength(1);
  });

  test('says that a story is there already', async () => {
    const owner = newcomer();
    await owner.say(`/digest subscribe albania-iran ${slot}`);
    const known = await owner.say(`/digest subscribe albania-iran ${slot}`);
    expect(known.message.title).toBe('Already there');
    expect(said(known)).toBe(weekly);
  });

  test('changes what it names, and nothing else', async () => {
    const owner = newcomer();
    await owner.say(`/digest subscribe albania-iran ${slot} quiet:skip mention:readers`);
    await owner.say(`/digest subscribe petrel-2 ${slot}`);
    expect(await first(`channel-${channels}`)).toMatchObject({ quiet: 'skip', mention: 'readers' });
    await owner.say(`/digest subscribe petrel-2 ${slot} look-back`);
    expect(await first(`channel-${channels}`)).toMatchObject({ quiet: 'look-back', mention: 'readers' });
    // A topic at that slot is a digest of its own.
    await owner.say(`/digest subscribe diplomacy ${slot}`);
    const [, topic] = await of(`channel-${channels}`);
    expect(topic?.subscription).toMatchObject({ topic: 'diplomacy', quiet: 'line' });
    expect(topic?.subscription).not.toHaveProperty('mention');
  });

  test('of news it is the same with the same hours', async () => {
    const owner = newcomer();
    await owner.say('/digest subscribe albania-iran news quiet-hours:22-7 UTC mention:readers');
    await owner.say('/digest subscribe petrel-2 news quiet-hours:22:00-07:00 UTC');
    expect(await of(`channel-${channels}`)).toHaveLength(1);
    expect(await first(`channel-${channels}`)).toMatchObject({ mention: 'readers' });
    await owner.say('/digest subscribe petrel-2 news quiet-hours:22-8 UTC');
    expect(await of(`channel-${channels}`)).toHaveLength(2);
  });
});

test('as many as may be: one more is refused in a sentence', async () => {
  const few = await openTransientStorage(2);
  const owner = somebody(stories, { space: 'full' }, few);
  for (const hour of [1, 2]) await owner.say(`/digest subscribe albania-iran every day at ${hour} UTC`);
  const refused = await owner.say('/digest subscribe albania-iran every day at 3 UTC');
  expect(sentenceOf(refused)).toBe(
    'This server or workspace has 2 digests already, which is as many as there may be. Remove one first.',
  );
  expect((await owner.press(refused.message.buttons[0]?.command ?? '')).message.title).toBe('Digests');
  // A story more at a slot that is there is no digest more.
  expect((await owner.say('/digest subscribe petrel-2 every day at 2 UTC')).message.title).toBe('Added to a digest');
  await few.close();
});

describe('rights', () => {
  const lines = ['subscribe', 'subscribe albania-iran daily 9:00 UTC', 'list', 'preview', 'pause', 'resume', 'remove'];

  test.for(lines)('who may not manage the channel is refused: /digest %s', async (line) => {
    const reader = newcomer({ rights: [] });
    for (const answered of [await reader.say(`/digest ${line}`), await reader.press(`/digest ${line} #3`)]) {
      expect(answered).toMatchObject({ to: 'reader', message: { kind: 'mistake', title: 'Not allowed' } });
      expect(said(answered)).toMatch(/^\/digest \w+ is for those who may manage this channel\.$/);
    }
    expect(await of(`channel-${channels}`)).toEqual([]);
  });

  test('a button of what an owner did is refused to others', async () => {
    const { message } = await newcomer().say('/digest subscribe albania-iran daily 9:00 UTC');
    const other = newcomer({ id: `channel-${channels}`, rights: [], reader: 'other' });
    for (const { command } of message.buttons)
      expect((await other.press(command)).message.title, command).toBe('Not allowed');
  });

  test('in a private conversation the reader alone decides, and it is theirs', async () => {
    const reader = newcomer({ personal: true, rights: [], reader: 'ann' });
    const answered = await reader.say('/digest subscribe albania-iran every week on monday at 9 Europe/Tirane');
    expect(said(answered)).toBe(weekly.replace('here', 'to you here'));
    expect(answered.personal).toBe(true);
    const subscription = await first(`channel-${channels}`);
    expect(subscription.owner).toBe('ann');
    expect(subscription).not.toHaveProperty('space');
    // Its zone is then known there.
    expect(said(await reader.say('/digest subscribe petrel-2 daily at 9'))).toContain('(Europe/Tirane)');
    expect(sentenceOf(await reader.say('/digest subscribe petrel-2 daily at 9 mention:readers'))).toBe(
      'In a private conversation there is nobody else to ping.',
    );
    for (const { command } of answered.message.buttons)
      expect((await reader.press(command)).message.kind, command).not.toBe('mistake');
  });
});

test('what is pressed for another channel is done there', async () => {
  const owner = newcomer();
  const { message } = await owner.say('/digest subscribe albania-iran daily 9:00 UTC channel:news');
  const commands = message.buttons.map(({ command }) => command);
  for (const command of commands) expect(command).toMatch(/ channel:news$/);
  expect(message.buttons.at(-1)?.label).toBe('All digests there');
  expect(sentenceOf(await owner.say('/digest pause 4711 channel:news'))).toBe(
    'There is no digest No. 4711 there: it was removed, or belongs to another channel.',
  );
  for (const command of commands) expect((await owner.press(command)).message.kind, command).not.toBe('mistake');
  expect(await of('news')).toEqual([]); // the last but one removed it
});

test('no name of a role, a channel or a story is more than text', async () => {
  const answered = await newcomer().say('/digest subscribe petrel-2 every day at 7 UTC mention:<@&77> channel:<#55>');
  for (const block of answered.message.blocks) {
    const content = 'content' in block ? block.content : [];
    for (const part of content) expect(['text', 'instant']).toContain(part.kind);
  }
  expect(textOf(answered)).toContain('Pings  @everyone <b>');
});

const words = fc.constantFrom(
  ...[
    'albania-iran',
    'petrel-2',
    'albana-iran',
    'diplomacy',
    'topic:diplomacy',
    'topic:x',
    'story:',
    'tirana',
    'embassy',
  ],
  ...[
    'every',
    'week',
    'every:week',
    'every:day',
    'evry',
    'day',
    'news',
    'month',
    'on',
    'monday',
    'mondays',
    'on:',
    'date:3',
  ],
  ...[
    'date',
    '31',
    '32',
    'at',
    '9',
    '9:75',
    '9:00',
    'at:9',
    'at:25',
    'pm',
    'noon',
    'zone:UTC',
    'UTC',
    'zone',
    'Mars/X',
  ],
  ...[
    'quiet',
    'skip',
    'line',
    'look-back',
    'at-most',
    '3h',
    'quiet-hours:22-7',
    'quiet-hours',
    '22-7',
    'quiet-hours:x',
  ],
  ...['mention:readers', 'mention:everyone', 'mention', '<@&77>', 'channel:news', 'channel:x', '<#55>', 'channel'],
  ...['@everyone', '<!channel>', '`x`', 'x:y', '__proto__', ':', '"', '#3', 'toString:1'],
);

/** A line that can be read, or nothing, with more among it. */
const lines = fc
  .tuple(
    fc.constantFrom('', 'albania-iran every week on monday at 9 UTC', 'petrel-2 news', 'diplomacy daily 9:00 zone:UTC'),
    fc.array(fc.tuple(words, fc.nat(9)), { maxLength: 5 }),
  )
  .map(([base, more]) => {
    const line = base === '' ? [] : base.split(' ');
    for (const [word, at] of more) line.splice(at, 0, word);
    return line.join(' ');
  });

test('whatever is typed, it is understood, asked for, or told in one private sentence', async () => {
  const counts = { understood: 0, mistaken: 0, asked: 0 };
  const owner = newcomer();
  const isAsked = async (form: FormAnswer) => {
    counts.asked += 1;
    expect(form.asks.length).toBeGreaterThan(0);
    expect(new Set([...form.asks, ...(form.offers ?? [])]).size).toBeLessThanOrEqual(5);
    // What was given goes along.
    expect(await owner.send(formCommand(form), {})).toMatchObject({ kind: 'form', asks: form.asks });
  };
  const isAnswered = (answered: MessageAnswer) => {
    const isMistake = answered.message.kind === 'mistake';
    counts[isMistake ? 'mistaken' : 'understood'] += 1;
    expect(answered.to).toBe('reader');
    for (const { command } of answered.message.buttons) expect(command.length).toBeLessThanOrEqual(100);
    if (isMistake) expect(sentenceOf(answered).length).toBeLessThan(250);
  };
  await fc.assert(
    fc.asyncProperty(lines, async (typed) => {
      const answered = await owner.send(`/digest subscribe ${typed}`, {});
      if (answered.kind === 'form') await isAsked(answered);
      else isAnswered(messageOf(answered));
    }),
    { numRuns: 1500, seed: 20260410 },
  );
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(20);
});
