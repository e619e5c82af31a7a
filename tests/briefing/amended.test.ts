import { describe, expect, test } from 'vitest';
import { amendMessage, composeBriefing, composeCorrectionReply } from '../../src/briefing/index.ts';
import { type Block, type Line, type Message, plainBlock, plainLine } from '../../src/message/index.ts';
import { renderDiscord } from '../../src/platforms/discord/index.ts';
import { renderSlack } from '../../src/platforms/slack/index.ts';
import { type Correction, reportingDays, type Story, statementsOf } from '../../src/story/index.ts';
import { pagesOf } from '../messages-of.ts';
import { discordProblems } from '../platforms/discord-rules.ts';
import { slackProblems } from '../platforms/slack-rules.ts';
import { digest, digestOf, newsBetween } from './digests.ts';
import { albania, satellite, stories, storyAsOf, storyOf, textOf, water } from './stories.ts';

/** What was known at the end of the first week of the water story, and what was corrected since. */
const before = storyAsOf(water, '2026-03-12');
const week = ['2026-03-09', '2026-03-15'] as const;
const original = digest([newsBetween(before, ...week)], ...week, { whole: true }).message;
const since = { story: water, corrections: water.corrections, withdrawn: ['eidet'] };
const amended = amendMessage(original, [since]);

const blockOf = ({ blocks }: Message, id: string) =>
  blocks.findLast(({ statements, kind }) => statements?.includes(id) && kind !== 'correction');
const isStruck = (line: Line) => line.some(({ kind }) => kind === 'struck');
const struckText = (line: Line) => plainLine(line.filter(({ kind }) => kind === 'struck'));
const contentOf = (block: Block | undefined): Line => (block && 'content' in block ? block.content : []);

test('the notice at the head says each correction with its day, what was wrong, and what is right', () => {
  expect(amended.blocks.slice(0, 5)).toMatchObject([
    { kind: 'heading', text: 'Corrected since this was posted' },
    { kind: 'correction', label: expect.stringMatching(/^Correction of Fri 13 Mar 2026 · the date of the event ‘/) },
    { kind: 'entry', label: [{ text: 'Withdrawn on Fri 13 Mar 2026' }], statements: ['eidet'] },
    { kind: 'correction', label: 'Correction of Wed 18 Mar 2026' },
    { kind: 'correction', label: 'Correction of Mon 30 Mar 2026' },
  ]);
  expect(textOf(amended.blocks.slice(3, 4))).toContain('between 80 and 95 people');
  expect(amended.title).toBe(original.title);
  expect(amended.summary).toBe(`${original.title}. Corrected on Mon 30 Mar 2026.`);
});

test('the words that were wrong are struck through where they stood, and can still be read', () => {
  const [was] = water.corrections.filter(({ statement }) => statement === 'ill').map((each) => each.was);
  expect(struckText(contentOf(blockOf(amended, 'ill')))).toBe(was);
  expect(textOf([blockOf(amended, 'ill') as Block])).toBe(`  – ${was} (corrected on Mon 30 Mar 2026) ¶4`);
  expect(textOf([blockOf(amended, 'eidet') as Block])).toBe(
    'Bacteria were also found at the small waterworks of Eidet, according to Skarn Vann. (withdrawn on Fri 13 Mar 2026) ¶2',
  );
  expect(isStruck(contentOf(blockOf(amended, 'eidet')))).toBe(true);
});

test('of a corrected day the label is struck through, and what was right of the entry stays', () => {
  const entry = blockOf(amended, 'samples');
  expect(entry).toMatchObject({
    kind: 'entry',
    label: [{ kind: 'struck', children: [{ kind: 'day', text: 'Mon 9 Mar' }] }],
  });
  expect(isStruck(contentOf(entry))).toBe(false);
  expect(textOf([entry as Block])).toContain('(corrected on Fri 13 Mar 2026) ¶2');
});

test('what was not corrected stays as it was', () => {
  const touched = new Set(['ill', 'samples', 'eidet']);
  const untouched = (message: Message) =>
    message.blocks.filter(({ statements = [] }) => statements.length > 0 && !statements.some((id) => touched.has(id)));
  expect(untouched(amended)).toEqual(untouched(original));
  expect(untouched(amended).length).toBeGreaterThan(8);
});

test('all corrections make one edit of the message as it was first, stored in between or not', () => {
  const stored = JSON.parse(JSON.stringify(original)) as Message;
  expect(amendMessage(stored, [since])).toEqual(amended);
  expect(amendMessage(stored, [since])).toEqual(amendMessage(stored, [since]));
});

test('the room for a correction is used', () => {
  const posted = digest([newsBetween(before, ...week)], ...week).message;
  expect(posted.spare).toBeDefined();
  expect(amendMessage(posted, [since]).spare).toBeUndefined();
});

test('corrections of what it does not say change nothing', () => {
  const quiet = digest([newsBetween(water, '2027-01-01', '2027-01-07')], '2027-01-01', '2027-01-07').message;
  expect(amendMessage(quiet, [since])).toBe(quiet);
  expect(amendMessage(original, [])).toBe(original);
});

test('a corrected place is said by the notice, and marked where the event stands', () => {
  const then = storyAsOf(satellite, '2025-09-17');
  const { message } = digest([newsBetween(then, '2025-09-15', '2025-09-17')], '2025-09-15', '2025-09-21');
  const place = satellite.corrections.filter(({ field }) => field === 'where');
  const after = amendMessage(message, [{ story: satellite, corrections: place, withdrawn: [] }]);
  expect(textOf(after.blocks.slice(0, 2))).toContain('was: the southern pad of Cape Tarrow');
  const entry = blockOf(after, 'launch');
  expect(textOf([entry as Block])).toContain('(corrected on Fri 10 Oct 2025)');
  expect(isStruck(contentOf(entry))).toBe(false);
});

const bridge = (short: string, what: string, was: string) =>
  storyOf(`
events:
  crack:
    when: 2026-05-20
    short: ${short}
    what: ${what}
    evidence: 1 one two three
corrections:
  - { when: 2026-05-21, statement: crack, was: ${was}, why: The report was wrong., evidence: 1 four five six }
`);

test('a headline that still holds is not struck through; one that was changed is', () => {
  const right = bridge(
    'Divers find a crack',
    'Divers found a crack of 4 centimetres.',
    'Divers found a crack of 40 centimetres.',
  );
  const shown = (headline: string): Message => ({
    ...original,
    blocks: [{ kind: 'entry', label: [], content: [{ kind: 'text', text: headline }], statements: ['crack'] }],
  });
  const amend = (headline: string) =>
    contentOf(
      blockOf(
        amendMessage(shown(headline), [{ story: right, corrections: right.corrections, withdrawn: [] }]),
        'crack',
      ),
    );
  expect(isStruck(amend('Divers find a crack'))).toBe(false);
  expect(plainLine(amend('Divers find a crack'))).toBe('Divers find a crack (corrected on Thu 21 May 2026)');
  expect(struckText(amend('Divers find a crack of 40 centimetres'))).toBe('Divers find a crack of 40 centimetres');
});

test('what a correction gave as right is struck through when it was wrong, too', () => {
  const { message } = digestOf(water, '2026-03-16', '2026-03-22');
  const [first] = message.blocks;
  const after = amendMessage(message, [{ ...since, corrections: water.corrections.slice(-1), withdrawn: [] }]);
  const [, , again] = after.blocks;
  expect([first, again]).toMatchObject([{ kind: 'correction' }, { kind: 'correction' }]);
  expect(again?.kind === 'correction' && struckText(again.now)).toContain('between 80 and 95 people');
});

test('a picture is said to be from before', () => {
  const picture: Block = { kind: 'picture', png: new Uint8Array(), alt: 'A timeline' };
  const pictured = amendMessage({ ...original, blocks: [...original.blocks, picture] }, [since]);
  expect(textOf(pictured)).toContain('The picture is from before this.');
  expect(textOf(amended)).not.toContain('The picture');
});

describe('of several stories', () => {
  const news = [newsBetween(before, ...week), newsBetween(albania, '2022-01-01', '2022-12-31')];
  const several = digest(news, ...week, { quiet: 'look-back' }).message;

  const statement = 'iran-behind-attack/rama';
  const correction: Correction = {
    when: '2022-09-10',
    statement,
    field: 'what',
    was: 'x',
    now: 'y',
    why: 'z',
    evidence: [],
  };

  test('the notice names the story, and only blocks of that story are struck through', () => {
    const twin = { ...albania, id: 'twin', name: 'Twin' };
    const both = digest(
      [...news, { ...newsBetween(albania, '2022-01-01', '2022-12-31'), story: twin }],
      ...week,
    ).message;
    const after = amendMessage(both, [{ story: albania, corrections: [correction], withdrawn: [] }]);
    expect(after.blocks[1]).toMatchObject({
      label: 'Albania–Iran: Correction of Sat 10 Sep 2022',
      story: 'albania-iran',
    });
    const struck = after.blocks.filter((block) => isStruck(contentOf(block)));
    expect(struck.map(({ story, statements }) => [story, statements])).toEqual([['albania-iran', [statement]]]);
  });

  test('corrections of two stories stand in one notice', () => {
    const after = amendMessage(several, [
      { ...since, withdrawn: [] },
      { story: albania, corrections: [correction], withdrawn: [] },
    ]);
    const labels = after.blocks.flatMap((block) => (block.kind === 'correction' ? [block.label] : []));
    expect(labels).toHaveLength(2);
    expect(after.blocks.filter(({ kind, story }) => kind === 'heading' && story === undefined)).toHaveLength(1);
  });
});

/** A story's statements, each corrected once as an editor might. */
function correctedThroughout(story: Story): Correction[] {
  return statementsOf(story).map(
    ({ id, what }): Correction => ({
      when: '2026-12-01',
      statement: id,
      field: 'what',
      was: what,
      now: `${what} And more.`,
      why: 'It was wrong.',
      evidence: [],
    }),
  );
}

/** Messages of every kind that say statements of a story. */
function messagesOf(story: Story): Message[] {
  const [from = '', until = ''] = [reportingDays(story)[0]?.day, reportingDays(story).at(-1)?.day];
  const news = [newsBetween(story, from, until)];
  const views = ['timeline', 'who-says-what', 'quotes', 'background', undefined] as const;
  return [
    digest(news, from, until).message,
    digest(news, from, until, { whole: true }).message,
    ...views.map((section) => composeBriefing(story, section && { section })),
  ];
}

const everyAmendment = stories.flatMap((story) =>
  messagesOf(story).map((message) => {
    const after = amendMessage(message, [{ story, corrections: correctedThroughout(story), withdrawn: [] }]);
    const notices = after.blocks.length - message.blocks.length;
    return {
      story,
      message,
      after,
      pairs: message.blocks.map((block, index) => [block, after.blocks[notices + index]] as const),
    };
  }),
);

test('of no message anything is lost that was in it', () => {
  const words = (block: Block | undefined) =>
    (block ? plainBlock(block) : '').replace(/ \(corrected on [^)]+\)/g, '').replace(/[^\p{L}\p{N}]+/gu, '');
  expect(everyAmendment.length).toBeGreaterThan(20);
  for (const [before, after] of everyAmendment.flatMap(({ pairs }) => pairs)) expect(words(after)).toBe(words(before));
});

test('in every message each statement’s sentence is struck through where it is told', () => {
  const told = everyAmendment.flatMap(({ story, pairs }) =>
    statementsOf(story)
      .filter(({ withdrawn }) => withdrawn === undefined)
      .flatMap(({ id, what }) =>
        pairs.filter(
          ([block]) =>
            block.statements?.includes(id) &&
            contentOf(block).some((each) => each.kind === 'text' && each.text === what),
        ),
      ),
  );
  expect(told.length).toBeGreaterThan(150);
  for (const [before, after] of told)
    expect([textOf([before]), isStruck(contentOf(after))]).toEqual([textOf([before]), true]);
});

test('both platforms take every message that was amended', () => {
  for (const { after } of everyAmendment) {
    const discord = pagesOf(after, (each) => renderDiscord(each));
    const slack = pagesOf(after, renderSlack);
    expect([...discord, ...slack].flatMap(({ omitted }) => omitted)).toEqual([]);
    expect(discord.flatMap(({ payload }) => discordProblems(payload))).toEqual([]);
    expect(slack.flatMap(({ payload }) => slackProblems(payload))).toEqual([]);
  }
});

describe('a reply for a post that cannot be changed', () => {
  const reply = (corrections: readonly Correction[], withdrawn: readonly string[] = []) =>
    composeCorrectionReply({
      amendments: [{ story: water, corrections, withdrawn }],
      from: week[0],
      until: week[1],
      key: 'k2',
    });

  test('says which digest it corrects, what was wrong and what is right', () => {
    const message = reply(water.corrections.slice(0, 1));
    expect(message.title).toBe('A correction to the digest of 9–15 March 2026');
    expect(message.summary).toBe('A correction to the digest of 9–15 March 2026. Corrected on Fri 13 Mar 2026.');
    expect(textOf(message)).toBe(
      "Skarnvåg's water: Correction of Fri 13 Mar 2026 · the date of the event ‘Samples of Langvatnet's water hold bacteria’\n" +
        '    was: Mon 9 Mar 2026\n    now: Thu 5 Mar 2026 [2 ¶3]\n' +
        '    Skarn Vann corrected the date; the samples were taken on Thursday 5 March and not on Monday 9 March.\n' +
        'The digest itself cannot be changed any more.',
    );
    expect(message.command).toBe('/digest show key:k2');
  });

  test('of several says so, withdrawals among them', () => {
    expect(reply(water.corrections).title).toBe('Corrections to the digest of 9–15 March 2026');
    const { summary } = reply([], ['eidet']);
    expect(summary).toMatch(/ Withdrawn in part on Fri 13 Mar 2026\.$/);
  });
});
