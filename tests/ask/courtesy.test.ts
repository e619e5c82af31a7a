/** What people say around a question: taken away, and nothing else. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withoutCourtesy } from '../../src/ask/answer/question/courtesy.ts';
import { Answers } from '../../src/ask/index.ts';
import { type Story, StoryLibrary } from '../../src/story/index.ts';
import { leastTimes } from '../least-times.ts';

test('a long line that is nearly all in capitals takes no longer than another', () => {
  for (const part of ['АБ ', 'AB — ', 'ALBANIA’S PM CUTS TIES “NOW” '])
    expect(withoutCourtesy(`${part.repeat(1000)}ok`)).toContain(part.trim());
});

test.for([
  ['Hi there! Could you please tell me who did it? Thanks', 'who did it'],
  ['ok, sorry, when was that?', 'when was that?'],
  ['ok when was that', 'when was that'],
  ['btw do you know how many cars left, bot?', 'how many cars left'],
  ['im just curious, why exactly?', 'why'],
  ['i was wondering what happened lol', 'what happened'],
  ['who said so, according to this article?', 'who said so'],
  ['What the hell happened?', 'What happened?'],
  ['WHO FORCED THE DOOR', 'who forced the door'],
  ['do you know whether Iran did it?', 'is it true that Iran did it?'],
  ['I heard the school closed, is that true?', 'is it true that the school closed?'],
  ['The school closed, right?', 'is it true that The school closed?'],
  ['What does the story say about the dog?', 'tell me about the dog?'],
  ['tl;dr', 'summary'],
  ['please, who did it', 'who did it'],
  ['I missed the news yesterday, when was it?', 'when was it?'],
  ['My friend told me about this. What happened?', 'What happened?'],
  ['What happened? I could not find it.', 'What happened?'],
  ['one last question: who did it, do you think?', 'who did it'],
  ['2) Who did it?', 'Who did it?'],
  ['/ask who did it', 'who did it'],
  ['In the Albania story, who did it?', 'who did it?'],
  ['so basically, who did it', 'who did it'],
  ['Would you be so kind as to tell an old man who did it?', 'who did it?'],
  ['I should like to know whether it is over', 'is it true that it is over'],
  ['For my school paper I need to know who did it', 'who did it'],
  ['In one sentence for my class: what happened?', 'what happened?'],
  ['my dear sir, who did it, if I may ask?', 'who did it'],
  ['for my article: who did it?', 'who did it?'],
  ['Dear Dateline, who did it?', 'who did it?'],
  ['What happened, in a nutshell?', 'What happened'],
  ['It is over, yes or no?', 'is it true that It is over?'],
  ['Who had the nerve to defend it?!', 'Who defend it?!'],
  ['So who dared to say so, for heaven’s sake?', 'So who say so?'],
  ['Where are the bloody lamps? Unbelievable!', 'Where are the lamps? '],
  ['Confirm that it is over', 'is it true that it is over'],
  ['Fact check: who did it?', 'who did it?'],
  ['When did it open, as far as anybody can tell?', 'When did it open?'],
] as const)('‘%s’ asks ‘%s’', ([typed, asked]) => expect(withoutCourtesy(typed)).toBe(asked));

test.for([
  'well water or tap water?',
  'who had the face of a clown?',
  'did the police check the door?',
  'is it a joke?',
  'for my brother?',
  'dear ones of the victims?',
  'Wait times at the clinic?',
  'question 3',
  'who saved the man',
  'The embassy was raided. Why?',
  'When was it? Who did it?',
  'After the attack, who left?',
  'Rama: what did he say?',
  '24 hours: for whom?',
  'tell me about the attack',
  'Was the minister right?',
  'who said that is true?',
  'is that true?',
  'US',
  'thanks',
  'hello',
])('‘%s’ stays as it is', (typed) => expect(withoutCourtesy(typed)).toBe(typed));

test.for(['hey ', 'please ', 'i heard ', ', ', 'x, right '])(
  'it is read in no time, however often there is ‘%s’',
  async (long) => {
    const [took] = await leastTimes(() => withoutCourtesy(long.repeat(500 / long.length)));
    expect(took).toBeLessThan(100);
  },
);

test.for([
  'hey, when was the attack?',
  'can you tell me when the attack was please',
  'sorry when was the attack?',
  'When was the attack exactly? thanks',
  'WHEN WAS THE ATTACK?!',
  'When was the attack? https://example.org/report',
  'helo, can yuo tell me when was the attack',
])('‘%s’ is answered like the question alone', async (typed) => {
  const library = await StoryLibrary.open(join(import.meta.dirname, '../../briefings'));
  const { statements, point } = new Answers().ask(library.find('albania-iran') as Story, typed);
  expect([statements[0]?.id, point?.kind]).toEqual(['attack', 'day']);
});
