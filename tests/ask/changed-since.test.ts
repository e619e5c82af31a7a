/** Follow-ups for what came before or since: told by the order of the story, also where an editor listed none. */
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { changeIn } from '../../src/ask/answer/tell/change-asked.ts';
import { Answers } from '../../src/ask/index.ts';
import { type Story, StoryLibrary } from '../../src/story/index.ts';

const answers = new Answers();
const stories = new Map<string, Story>();

beforeAll(async () => {
  const library = await StoryLibrary.open(join(import.meta.dirname, '../stories'));
  const nothingListed = { readersAsk: [], alsoAsked: [], thenAsked: [], notTold: [] };
  for (const story of library.stories) stories.set(story.id, { ...story, ...nothingListed });
});

const firstBehind = (id: string, shown: string, question: string) =>
  answers.ask(stories.get(id) as Story, question, [shown]).statements[0]?.id;

test.for([
  ['invented-water', 'farm/straumsnes', 'has he changed his mind?', 'farm/straumsnes-takes-back'],
  ['invented-water', 'farm/straumsnes', 'and did the mayor stick to that?', 'farm/straumsnes-takes-back'],
  ['invented-water', 'farm/straumsnes-takes-back', 'Has he taken it back?', 'farm/straumsnes-takes-back'],
  ['invented-water', 'too-late/zurawska', 'what does she say now?', 'too-late/zurawska-admits'],
  ['invented-water', 'too-late/zurawska-admits', 'What had she maintained beforehand?', 'too-late/zurawska'],
  ['invented-satellite', 'software/wang-admits', 'What position had she taken previously?', 'software/wang'],
  ['invented-satellite', 'replacement/minister', 'does he still think so?', 'replacement/minister-agrees'],
  ['invented-satellite', 'panels/hanh', 'is that true?', 'panels/hanh-takes-back'],
  ['invented-satellite', 'signal', 'was that confirmed?', 'signal-withdrawn'],
  ['invented-water', 'eidet', 'is it true?', 'eidet-withdrawn'],
  ['invented-water', 'boil-notice', 'is it over yet?', 'east-lifted'],
  ['invented-satellite', 'press-conference', 'so was it held?', 'press-called-off'],
  ['invented-satellite', 'press-conference', 'what happened to it?', 'press-called-off'],
  ['invented-water', 'lift-called-off', 'why not?', 'lift-called-off'],
  ['invented-water', 'ill', 'Why did the count change?', 'ill'],
  ['invented-satellite', 'cost', 'Why was the other one wrong?', 'cost'],
  ['invented-water', 'sewer/ekremsaeter-finds', 'who disagrees?', 'sewer/naessmark'],
  ['invented-satellite', 'software/engineers', 'And who says otherwise?', 'software/veresov'],
] as const)('%s: behind %s ‘%s’ is told by %s', ([story, shown, question, first]) => {
  expect(firstBehind(story, shown, question)).toBe(first);
});

test.for([
  // Who never took another position, what was never corrected, and a plan that still is one.
  ['invented-water', 'boil-notice/tornkvist', 'what had he said before?'],
  ['invented-water', 'sand-only', 'why did it change?'],
  ['invented-water', 'meeting', 'did it take place?'],
  // Somebody else than who said it.
  ['invented-water', 'farm/straumsnes', 'Has Haddawi changed her mind?'],
] as const)('%s: behind %s ‘%s’ is not', ([story, shown, question]) => {
  const { isAnswered } = answers.ask(stories.get(story) as Story, question, [shown]);
  expect(isAnswered).toBe(false);
});

test.for([
  'What did he say about the damage before the hearing?',
  'why was the school closed?',
  'is it over the lake?',
  'who denies the charge?',
  'did it happen at night?',
])('‘%s’ asks for something else', (question) => expect(changeIn(question)).toBeUndefined());
