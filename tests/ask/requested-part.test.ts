/** Which questions ask for a part of a story as a whole. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { Answers, type RequestedPart, requestedPart } from '../../src/ask/index.ts';
import { type Story, StoryLibrary } from '../../src/story/index.ts';

const asked: Readonly<Record<RequestedPart, readonly string[]>> = {
  timeline: ['Timeline?', 'give me the full timeline', 'show me the chronology of this story'],
  'who-says-what': ['who says what?', 'what are the two sides', 'all the positions, please'],
  people: ['Who is involved?', 'who’s who', 'people', 'who are the people in this?', 'who are the main players'],
  background: ['background', 'what’s the background?', 'give me the context', 'any context?'],
  sources: [
    'sources?',
    'What are your sources?',
    'and where is this from?',
    'where does this story come from',
    'who reported this?',
    'how do you know?',
    'what is this based on?',
    'how old is this',
    'When was this last updated?',
    'is this up to date?',
  ],
  quotes: ['quotes', 'Show me the quotes', 'are there any direct quotes?'],
  open: [
    'what is disputed?',
    'what’s still unclear',
    "what don't we know?",
    'what do we not know yet',
    'open questions',
  ],
  plans: ['what’s next?', 'What happens next?', 'what now', 'Is there any plan?', 'are there any plans', 'coming up'],
  corrections: [
    'any corrections?',
    'has anything been corrected?',
    'what was withdrawn',
    'did you get anything wrong?',
  ],
};

test.for(Object.entries(asked))('%s', ([part, questions]) => {
  expect(questions.map((question) => [question, requestedPart(question)])).toEqual(
    questions.map((each) => [each, part]),
  );
});

test.for([
  'which sources did the government name?',
  'who is involved in the summit?',
  'what does Rama quote?',
  'the timeline of the embassy',
  'what was planned for July?',
  'what is disputed about the attack?',
  'who reported the attack?',
  'where is the dog from?',
  'was the statement corrected by NATO?',
  'what happens next to the staff?',
  'people at the airport',
])('%s asks for less', (question) => {
  expect(requestedPart(question)).toBeUndefined();
});

test('behind an answer “what happened next?” asks for what followed that', () => {
  expect(requestedPart('what happens next?', true)).toBeUndefined();
  expect(requestedPart('what is disputed?', true)).toBe('open');
});

describe('a part', () => {
  const answers = new Answers();
  let albania: Story;
  let water: Story;

  beforeAll(async () => {
    albania = (await StoryLibrary.open(join(import.meta.dirname, '../../briefings'))).find('albania-iran') as Story;
    water = (await StoryLibrary.open(join(import.meta.dirname, '../stories'))).find('invented-water') as Story;
  });

  const idsOf = (story: Story, question: string) => answers.ask(story, question).statements.map(({ id }) => id);

  it('is told by its statements', () => {
    expect(idsOf(albania, 'what is disputed?')).toEqual(
      albania.openQuestions.flatMap(({ positions }) => positions.map(({ id }) => id)),
    );
    expect(idsOf(water, 'what comes next?')).toEqual(['meeting', 'auditors-report', 'lamps-on']);
    expect(idsOf(albania, 'the timeline')).toEqual(albania.events.map(({ id }) => id));
    expect(idsOf(albania, 'background')).not.toContain('attack-failed');
    expect(idsOf(albania, 'who says what')).toContain('attack-failed');
    expect(idsOf(albania, 'any quotes?')).toContain('attack-failed');
    const facts = albania.facts.map((fact) => ({ ...fact, withdrawn: '2022-09-09' }));
    expect(idsOf({ ...albania, facts }, 'any quotes?')).not.toContain('attack-failed');
  });

  it('that has no statements is told, too', () => {
    expect(answers.ask(albania, 'sources?')).toMatchObject({
      part: 'sources',
      isAnswered: true,
      statements: [],
      confidence: 1,
    });
  });

  it('that a story does not have is no question for its editor', () => {
    expect(answers.ask(albania, 'has anything been corrected?')).toMatchObject({
      part: 'corrections',
      isAnswered: false,
      isNotTold: true,
      confidence: 0,
    });
  });

  it('puts the next question in the light of no more than five', () => {
    expect(answers.ask(albania, 'who says what?').inView).toHaveLength(5);
  });
});
