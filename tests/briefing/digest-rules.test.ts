/** Rules that every digest and catch-up keeps, over the stories and over generated ones. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, type Message, plainBlock } from '../../src/message/index.ts';
import { renderDiscord } from '../../src/platforms/discord/index.ts';
import type { Rendered } from '../../src/platforms/platform.ts';
import { renderSlack } from '../../src/platforms/slack/index.ts';
import { denialsOwed, type Position, type Statement, type Story, statementsOf } from '../../src/story/index.ts';
import { arbitraryStory } from '../arbitrary-story.ts';
import { pagesOf } from '../messages-of.ts';
import { discordProblems } from '../platforms/discord-rules.ts';
import { slackProblems } from '../platforms/slack-rules.ts';
import { arbitraryNews, blocksOf, everyTelling, type Telling, tellingsOf } from './digests.ts';
import { plain, satellite, stories, textOf, water } from './stories.ts';

const days = ['2021-01-01', '2022-09-01', '2022-09-07', '2022-09-08', '2022-09-09', '2022-10-01'] as const;

/** Tellings of generated news, between any two days. */
const arbitraryTellings: fc.Arbitrary<Telling[]> = arbitraryStory
  .chain((story) => fc.tuple(arbitraryNews(story), fc.subarray([...days], { minLength: 2, maxLength: 2 })))
  .map(([news, [from = '', until = '']]) => tellingsOf(news, from, until));

/** Every telling of the stories, and generated ones. */
const tellings = [
  ...stories.flatMap(everyTelling),
  ...fc.sample(arbitraryTellings, { numRuns: 200, seed: 20220908 }).flat(),
];

function check(rule: (telling: Telling) => void) {
  expect(tellings.length).toBeGreaterThan(800);
  for (const telling of tellings) rule(telling);
}

/** Words that stand around a statement: its day, and what must be known about it. */
const around =
  /^(?:mon|tue|wed|thu|fri|sat|sun|jan\w*|feb\w*|mar\w*|apr\w*|may|jun\w*|jul\w*|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|about|until|from|on|and|day|month|time|years?|only|uncertain|reported|planned|called|off|earlier|later|corrected|updated|since|withdrawn|correction|of|the|date|place|was|now|reports?|do|does|not|say|whose|words|these|are|utc|event|statement|\d+)$/i;

/** Lines without a statement, besides headings that name a story and questions of it. */
const fixed = [
  /^(?:What happened|Called off|What was planned|Who says what|Also said|Coming up|(?:Also f|F)irst reported|In short|Another)$/,
  /^This may repeat the last digest: whether that one arrived is not known\.$/,
  /^No longer among the stories: lost\.$/,
  /^Also (?:first reported|new): [\w ,]+\.$/,
  /^(?:Nothing new(?: this week)?(?: in [^.]+.*)?\. ?)?(?:Reports are numbered under Sources of each story’s briefing\.)?$/s,
  /^Nothing new since [\w ]+\.$/,
  /^Last developments?: .*\.$/s,
  /^New(?: since [\w ]+)?: [\w ,]+\.$/,
  /^(?:(?:Closed|Quiet|Developing) · )?(?:[Ll]ast development [\w ()–]+ · )?(?:[Oo]ne report, .+|\d+ reports, numbered under Sources(?: of the full briefing)?)$/s,
  /^(?:(?:Closed|Quiet|Developing) · l|L)ast development [\w ()–]+$/,
];

function invented(block: Block, story: Story): string[] {
  const said = plain(plainBlock(block)).trim();
  if (block.statements === undefined) {
    const own = [story.name, ...story.openQuestions.map(({ asks }) => asks)].map(plain);
    return own.includes(said) || fixed.some((form) => form.test(said)) ? [] : [said];
  }
  const statements = statementsOf(story).filter(({ id }) => block.statements?.includes(id));
  const words = statements.flatMap((each) => wordsOf(each, story)).sort((a, b) => b.length - a.length);
  const rest = words.reduce((left, each) => left.replaceAll(plain(each), ' '), said);
  return [...rest.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word).filter((word) => !around.test(word));
}

function wordsOf(statement: Statement, { corrections }: Story): string[] {
  const own = corrections.filter((each) => each.statement === statement.id);
  const short = statement.kind === 'event' && statement.short !== undefined ? [statement.short] : [];
  return [statement.what, ...short, ...own.flatMap(({ was, now, why }) => [was, now, why])];
}

const storiesOf = ({ news }: Telling) => news.map(({ story }) => story);

test('nothing is invented: each line is a statement’s words with its day, or one of a few phrases', () => {
  check((telling) => {
    for (const story of storiesOf(telling)) {
      expect(blocksOf(telling.message, story).flatMap((block) => invented(block, story))).toEqual([]);
    }
  });
});

const numbers = (text: string) =>
  [...text.matchAll(/(?:^|: |, | and )(one|\d+) /g)].reduce(
    (sum, [, count]) => sum + (count === 'one' ? 1 : Number(count)),
    0,
  );

test('every new statement is said or counted', () => {
  check((telling) => {
    for (const { story, entered } of telling.news) {
      const blocks = blocksOf(telling.message, story);
      const said = new Set(blocks.flatMap(({ statements = [] }) => statements));
      const rest =
        blocks.map((block) => textOf([block])).find((text) => /Also (?:first reported|new): /.test(text)) ?? '';
      const left = entered.filter((id) => !said.has(id));
      expect(numbers(rest.replace(/^.*(?:reported|new):/s, ':'))).toBe(left.length);
    }
  });
});

const isAgainst = ({ stance }: Position) => stance === 'denies' || stance === 'doubts';
const isFor = (position: Position) => !isAgainst(position) && position.stance !== 'declines';
const stands = ({ withdrawn }: Statement) => withdrawn === undefined;

/** The questions of which one side is told and the other, which the story has, is not. */
function oneSided({ openQuestions, events }: Story, said: ReadonlySet<string>): string[] {
  const oneSides = openQuestions.filter(({ id, positions }) => {
    const standing = positions.filter(stands);
    const [claims, denials] = [standing.filter(isFor), standing.filter(isAgainst)];
    // An event may be the claim itself, as in short.
    const isClaimed = events.some((event) => said.has(event.id) && event.because.includes(id));
    const [isAsserted, isDenied] = [claims, denials].map((side) => side.some((each) => said.has(each.id)));
    return (
      (isAsserted && denials.length > 0 && !isDenied) || (isDenied && claims.length > 0 && !isAsserted && !isClaimed)
    );
  });
  return oneSides.map(({ asks }) => asks);
}

test('a contested matter is never told by one side alone', () => {
  check((telling) => {
    for (const story of storiesOf(telling)) {
      const blocks = blocksOf(telling.message, story).filter(({ kind }) => kind !== 'correction');
      expect(oneSided(story, new Set(blocks.flatMap(({ statements = [] }) => statements)))).toEqual([]);
    }
  });
});

test('a sentence that rests on a contested matter is told with its denial', () => {
  let checked = 0;
  check((telling) => {
    for (const story of storiesOf(telling)) {
      const blocks = blocksOf(telling.message, story);
      const said = new Set(blocks.flatMap(({ statements = [] }) => statements));
      const told = statementsOf(story).filter(({ id }) => said.has(id));
      const text = textOf(blocks);
      const sentences = told.filter((each) => each.kind === 'event' && stands(each) && text.includes(plain(each.what)));
      expect(sentences.flatMap((event) => denialsOwed(event, told, story.openQuestions))).toEqual([]);
      checked += sentences.filter((event) => denialsOwed(event, [], story.openQuestions).length > 0).length;
    }
  });
  expect(checked).toBeGreaterThan(5);
});

test('what was known before is marked as earlier, and nothing new is', () => {
  check(({ news, message }) => {
    for (const { story, entered } of news) {
      const positions = blocksOf(message, story).filter(({ kind }) => kind === 'position');
      for (const block of positions) {
        const isMarked = /^ {2}– (?:Earlier|Later): /.test(textOf([block]));
        expect([block.statements, isMarked]).toEqual([
          block.statements,
          !entered.includes(block.statements?.[0] ?? ''),
        ]);
      }
    }
  });
});

test('corrections and withdrawals stand before all other news of their story, and none is left out', () => {
  check(({ news, message }) => {
    for (const { story, corrections, withdrawn } of news) {
      const blocks = blocksOf(message, story).filter(({ statements }) => statements);
      const isChange = (block: Block) =>
        block.kind === 'correction' || (block.kind === 'entry' && /^Withdrawn on /.test(textOf([block])));
      const changes = blocks.filter(isChange);
      expect(blocks.slice(0, changes.length)).toEqual(changes);
      expect(changes.filter(({ kind }) => kind === 'correction')).toHaveLength(corrections.length);
      const gone = changes.flatMap(({ kind, statements = [] }) => (kind === 'entry' ? statements : []));
      expect(gone).toEqual(expect.arrayContaining([...withdrawn]));
    }
  });
});

test('every statement told has its source’s mark', () => {
  check(({ message }) => {
    for (const block of message.blocks.filter(({ statements }) => statements)) expect(textOf([block])).toMatch(/¶\d+/);
  });
});

test('each block tells one statement', () => {
  check(({ message }) => {
    for (const { statements } of message.blocks) expect(statements?.length ?? 1).toBe(1);
  });
});

const commandsOf = ({ command, buttons, blocks }: Message) => [
  command,
  ...buttons.map((button) => button.command),
  ...blocks.flatMap((block) => (block.kind === 'item' ? [block.opens] : [])),
];

test('titles, buttons and commands keep their bounds, with the longest names and keys', () => {
  const id = 'a'.repeat(40);
  const longest = stories.map((story) => ({ ...story, id, name: 'N'.repeat(60) }));
  for (const { message } of longest.flatMap(everyTelling)) {
    expect(message.title.length).toBeLessThanOrEqual(120);
    for (const command of commandsOf(message)) {
      expect(`${command.replace('key:k1', `key:${'k'.repeat(25)}`)} page:99`.length).toBeLessThanOrEqual(100);
    }
    for (const { label } of message.buttons) expect(label.length).toBeLessThanOrEqual(75);
    expect(message.buttons.filter(({ primary }) => primary).length).toBeLessThanOrEqual(2);
  }
});

describe('every digest and catch-up fits', () => {
  const fits = <P>(render: (message: Message) => Rendered<P>, problems: (payload: P) => unknown[]) =>
    check(({ message }) => {
      const pages = pagesOf(message, render);
      expect(pages.flatMap(({ omitted }) => omitted)).toEqual([]);
      expect(pages.flatMap(({ payload }) => problems(payload))).toEqual([]);
    });

  test('Discord', () => fits((message) => renderDiscord(message), discordProblems));
  test('Slack', () => fits(renderSlack, slackProblems));
});

test('the same news are said in the same words', () => {
  for (const story of [water, satellite]) expect(everyTelling(story)).toEqual(everyTelling(story));
});
