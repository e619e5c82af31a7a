/** Forms of a question that ask what a plainer one asks. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plainly } from '../../src/ask/answer/question/plainly.ts';
import { StoryIndex } from '../../src/ask/answer/story/story-index.ts';
import { abbreviatedBy } from '../../src/ask/answer/tell/abbreviation.ts';
import { Answers } from '../../src/ask/index.ts';
import { type Story, StoryLibrary } from '../../src/story/index.ts';
import { leastTimes } from '../least-times.ts';

test.for([
  ['What is America’s position on the expulsion?', 'what does America say about the expulsion?'],
  ['what is the minister’s view of the damage', 'what does the minister say about the damage?'],
  ['NATO’s stance on the matter?', 'what does NATO say about it?'],
  ['The Americans’ opinion?', 'what does The Americans say?'],
  ['Tehran’s side of the story', 'what does Tehran say?'],
  ['What is the attitude of Iran towards NATO?', 'what does Iran say about NATO?'],
  ['What is the position of Iran?', 'what does Iran say?'],
  ['what position has the union taken on the offer?', 'what does the union say about the offer?'],
  ['Which post does Adrienne Watson hold?', 'who is Adrienne Watson?'],
  ['What is the function of Madam Watson?', 'who is Madam Watson?'],
  ['Watson’s first name?', 'who is Watson?'],
  ['What do the letters MEK stand for?', 'what does MEK stand for?'],
  ['For which name does the abbreviation MEK stand?', 'what does MEK stand for?'],
  ['mek is short for what', 'what does mek stand for?'],
  ['What is MEK the abbreviation of?', 'what does MEK stand for?'],
  ['The events of Wednesday, please', 'what happened on Wednesday?'],
  ['events on 15 July', 'what happened on 15 July?'],
  ['What has become of Petrel-2?', 'what happened to Petrel-2?'],
  ['what became of the sheep', 'what happened to the sheep'],
  ['What was the fate of the staff?', 'what happened to the staff?'],
  ['petrel-2 what happened', 'what happened to petrel-2?'],
  ['the summit: what happened?', 'what happened to the summit?'],
  ['so what happened?', 'so what happened?'],
  ['Which country is it that make the attack?', 'who make the attack?'],
  ['For which reason was it cancelled?', 'why was it cancelled?'],
  ['Since which year are ties strained?', 'Since when are ties strained?'],
  ['Precisely when was it?', 'when was it?'],
  ['And on what grounds?', 'why?'],
  ['On what grounds was he held?', 'why was he held?'],
  ['for what reason', 'why?'],
  ['how come?', 'why?'],
  ['whose words are those?', 'who said that?'],
  ['And who put it that way?', 'who said that?'],
  ['According to whom?', 'who said that?'],
  ['By whom was that statement made?', 'who said that?'],
  ['and on which day was that announcement made', 'and on which day was that said?'],
  ['petrel-2 what happened', 'what happened to petrel-2?'],
  ['what’s the date Albania ordered the diplomats out', 'when Albania ordered the diplomats out'],
  ['What was the year in which the MEK came to Albania?', 'when the MEK came to Albania?'],
  ['who is on Albania’s side?', 'who supports Albania?'],
] as const)('‘%s’ asks ‘%s’', ([typed, asked]) => expect(plainly(typed)).toBe(asked));

test.for([
  'what’s the position of the ship?',
  'What was the date of the attack?',
  'what is the date for it?',
  'whose words did he quote?',
  'How come nobody was told?',
  'What is the role of Iran in the attack?',
  'What is the name of the dog?',
  'where do they stand?',
  'since when?',
  'on what date?',
  'on what day did it open?',
  'on Monday what happened?',
  'so what happened?',
  'the events of the summit',
  'roughly 300 people',
])('‘%s’ stays as it is', (typed) => expect(plainly(typed)).toBe(typed));

test('letters stand for the name behind which they are given', async () => {
  const { stories } = await StoryLibrary.open(join(import.meta.dirname, '../../briefings'));
  const story = stories.find(({ id }) => id === 'albania-iran') as Story;
  const without = { ...story, readersAsk: [], alsoAsked: [], notTold: [] };
  const ask = (question: string) => new Answers().ask(without, question).statements.map(({ id }) => id);
  expect(ask('What do the letters MEK stand for?')).toEqual(['mek-arrival']);
  expect(ask('mek is short for what')).toEqual(['mek-arrival']);
  // Statements name NATO, and none gives what it is short for.
  expect(abbreviatedBy(new StoryIndex(without), 'what does NATO stand for?')).toBeUndefined();
});

test.for(['NATO ', 'of the ', 'NATO’s position ', 'what is ', 'A’s view on '])(
  'it is read in no time, however often there is ‘%s’',
  async (long) => {
    const [took] = await leastTimes(() => plainly(long.repeat(500 / long.length)));
    expect(took).toBeLessThan(100);
  },
);

test('what is listed in another form is the same question, and its spelling is no model for others', async () => {
  const { stories } = await StoryLibrary.open(join(import.meta.dirname, '../../briefings'));
  const story = stories.find(({ id }) => id === 'albania-iran') as Story;
  const listed = ['Rama’s take on bananas?', 'whats the big deal?'].map((asks) => ({ answers: ['nato-member'], asks }));
  const own = { ...story, readersAsk: [], alsoAsked: listed, notTold: ['Rama’s stance on cherries?'] };
  const ask = (question: string) => new Answers().ask(own, question).statements.map(({ id }) => id);
  expect(ask('What is Rama’s position on bananas?')).toEqual(['nato-member']);
  expect(ask('What is Rama’s position on cherries?')).toEqual([]);
  expect(ask('whats the latest?')[0]).toBe(story.events.at(-1)?.id);
});
