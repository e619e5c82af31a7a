import { expect, test } from 'vitest';
import { newAsker } from './asking.ts';
import { messageOf, openStories, sentenceOf } from './typing.ts';

const stories = await openStories();

/** What a message that gives an answer is: its kind and its command. */
async function read(line: string, about?: readonly string[]) {
  const { say } = await newAsker(stories);
  const { message } = messageOf(await say(line, about ? { about } : {}));
  return `${message.kind} ${message.command}`;
}

const timeline = ['/briefing albania-iran timeline', '/briefing albania-iran people'];

test.for([
  // a story's name, and options of its briefing
  ['albania-iran', 'briefing /briefing albania-iran'],
  ['Albania', 'briefing /briefing albania-iran'],
  ['albania-iran timeline', 'briefing /briefing albania-iran timeline'],
  ['tirana embassy as-of:2022-09-08', 'briefing /briefing albania-iran as-of:2022-09-08'],
  ['albania-iran who says what', 'briefing /briefing albania-iran who-says-what'],
  ['as-of:2022-09-08 albania-iran', 'briefing /briefing albania-iran as-of:2022-09-08'],
  ['/as-of:8 sep albania-iran timeline', 'briefing /briefing albania-iran timeline as-of:2022-09-08'],
  ['story:albania-iran timeline', 'briefing /briefing albania-iran timeline'],
  ['private:yes albania-iran who denied it', 'answer /ask albania-iran who denied it'],
  // a slip in them
  ['section:timelin albania-iran', 'mistake /help'],
  ['albania-iran timelin', 'mistake /help'],
  ['albania-iran as-of:soonish', 'mistake /help'],
  // a question
  ['albania-iran What did NATO say?', 'answer /ask albania-iran What did NATO say?'],
  ['albania-iran dog?', 'answer /ask albania-iran dog?'],
  ['albania-iran rama quotes', 'answer /ask albania-iran rama quotes'],
  ['What did the attack on Albania take down?', 'answer /ask albania-iran What did the attack on Albania take down?'],
  ['ask albania-iran what did NATO say?', 'answer /ask albania-iran what did NATO say?'],
  ['Ask albania-iran what did NATO say?', 'answer /ask albania-iran what did NATO say?'],
  // an other name is a part of the sentence, too
  ['Albania expelled whom before?', 'answer /ask albania-iran Albania expelled whom before?'],
  // a command
  ['help', 'help /help'],
  ['stories iran', 'list /stories iran'],
  ['storys iran', 'mistake /help'],
  ['brief albania', 'mistake /help'],
  ['xyzzy', 'mistake /help'],
  ['/when was the attack', 'mistake /help'],
] as const)('‘%s’ is read as %s', async ([line, expected]) => {
  expect(await read(line)).toBe(expected);
});

test.for([
  ['timeline', 'briefing /briefing albania-iran timeline'],
  ['8 sep', 'briefing /briefing albania-iran as-of:2022-09-08'],
  ['timelin', 'mistake /help'],
  ['what did NATO say?', 'answer /ask albania-iran what did NATO say?'],
  ['dog?', 'answer /ask albania-iran dog?'],
  ['help', 'help /help'],
] as const)('in a reply to a story’s message ‘%s’ is read as %s', async ([line, expected]) => {
  expect(await read(line, timeline)).toBe(expected);
});

test('a word by itself is a slip, unless something was looked at here before', async () => {
  const { say } = await newAsker(stories);
  expect(sentenceOf(messageOf(await say('diplomats')))).toContain('There is no command');
  await say('/briefing albania-iran');
  expect(messageOf(await say('diplomats')).message.command).toBe('/ask albania-iran diplomats');
});

test('a slip in an option that comes first is told as what it is', async () => {
  const { say } = await newAsker(stories);
  const said = sentenceOf(messageOf(await say('section:timelin albania-iran')));
  expect(said).toContain('‘timelin’ is no section; did you mean ‘timeline’?');
});
