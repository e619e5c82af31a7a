/** News of stories, and the digests and catch-ups that tell them. */
import fc from 'fast-check';
import { composeCatchUp, composeDigest, type DigestView, type StoryNews } from '../../src/briefing/index.ts';
import type { Block, Message } from '../../src/message/index.ts';
import { asOf, type Day, reportingDays, type Story, statementsOf } from '../../src/story/index.ts';

/** What was reported, corrected and withdrawn between two days. */
export function newsBetween(story: Story, from: Day, until: Day): StoryNews {
  const lies = (day: Day | undefined) => day !== undefined && from <= day && day <= until;
  const statements = statementsOf(story);
  return {
    story,
    entered: statements.filter(({ reported }) => lies(reported)).map(({ id }) => id),
    corrections: story.corrections.filter(({ when }) => lies(when)),
    withdrawn: statements.filter(({ withdrawn }) => lies(withdrawn)).map(({ id }) => id),
  };
}

/** A digest of one story of what was reported between two days, as it was known on the last of them. */
export function digestOf(story: Story, from: Day, until: Day, more: Partial<DigestView> = {}) {
  const then = asOf(story, until) ?? story;
  return digest([newsBetween(then, from, until)], from, until, more);
}

export function digest(news: readonly StoryNews[], from: Day, until: Day, more: Partial<DigestView> = {}) {
  return composeDigest({ news, from, until, key: 'k1', kind: 'period', ...more });
}

/** News, and every message that tells them. */
export interface Telling {
  readonly news: readonly StoryNews[];
  readonly message: Message;
}

/** A digest in short, the whole of it, one among several stories, and a catch-up. */
export function tellingsOf(news: StoryNews, from: Day, until: Day): Telling[] {
  const several = [news, { ...news, story: { ...news.story, id: 'another', name: 'Another' } }];
  const messages: Telling[] = [
    { news: [news], message: digest([news], from, until).message },
    { news: [news], message: digest([news], from, until, { whole: true, mayRepeat: true }).message },
    { news: [news], message: composeCatchUp([news], { since: from, today: until }) },
    { news: several, message: digest(several, from, until, { gone: ['lost'], quiet: 'look-back' }).message },
  ];
  return messages;
}

/** A digest and a catch-up for each day on which a story was reported, and for all of them. */
export function everyTelling(story: Story): Telling[] {
  const days = reportingDays(story).map(({ day }) => day);
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const pairs: (readonly [Day, Day])[] = [
    ...days.map((day) => [day, day] as const),
    [first, last],
    ['2027-01-01', '2027-01-07'],
  ];
  return pairs.flatMap(([from, until]) =>
    tellingsOf(newsBetween(asOf(story, until) ?? story, from, until), from, until),
  );
}

/** Any news that a story can have. */
export function arbitraryNews(story: Story): fc.Arbitrary<StoryNews> {
  const statements = statementsOf(story);
  const gone = statements.filter(({ withdrawn }) => withdrawn !== undefined).map(({ id }) => id);
  return fc.record({
    story: fc.constant(story),
    entered: fc.subarray(statements.map(({ id }) => id)),
    corrections: fc.subarray([...story.corrections]),
    withdrawn: fc.subarray(gone),
  });
}

/** The blocks of one story. */
export function blocksOf({ blocks }: Message, { id }: Story): Block[] {
  return blocks.filter(({ story }) => story === undefined || story === id);
}
