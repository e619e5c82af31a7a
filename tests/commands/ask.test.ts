import { expect, test } from 'vitest';
import { type Answer, commands, type Invocation, talkMs } from '../../src/commands/index.ts';
import { channel, newAsker } from './asking.ts';
import { friday, messageOf, openStories, sentenceOf, textOf } from './typing.ts';

const stories = await openStories();
const named = ['albania-iran', 'invented-satellite', 'invented-water'] as const;

/** The ids of the statements that a message says. */
function said(answered: Answer): string[] {
  return messageOf(answered).message.blocks.flatMap(({ statements = [] }) => statements);
}

test('a question that a story answers is answered to the channel, under the question, with where it is from', async () => {
  const { say, waiting } = await newAsker(stories);
  const answered = messageOf(await say('/ask albania-iran what did NATO say?'));
  expect(answered).toMatchObject({
    to: 'channel',
    place: 'new',
    message: { kind: 'answer', title: 'What did NATO say?', command: '/ask albania-iran what did NATO say?' },
  });
  expect(textOf(answered)).toMatch(/Albania–Iran\n.*NATO .*¶10 · reported Thu 8 Sep/s);
  expect(said(answered)).toContain('order/nato');
  expect(await waiting()).toEqual([]);
});

test('what a story does not say is said to the reader alone, and waits in the inbox, counted', async () => {
  const { say, memory } = await newAsker(stories);
  for (const line of ['Who won  the world cup?', 'who won the World Cup']) {
    const answered = messageOf(await say(`/ask albania-iran ${line}`));
    expect(answered).toMatchObject({ to: 'reader', message: { kind: 'answer' } });
    expect(textOf(answered)).toContain('The story does not say.');
  }
  expect(await memory.inbox.open()).toMatchObject([
    { kind: 'question', story: 'albania-iran', words: 'Who won the world cup?', times: 2, first: '2026-04-10' },
  ]);
});

test('what the editor lists as not told is refused, and waits for nobody', async () => {
  const { say, memory } = await newAsker(stories);
  const answered = messageOf(await say('/ask albania-iran was anyone arrested at the embassy'));
  expect(textOf(answered)).toContain('The story does not say.');
  expect(await memory.inbox.open()).toEqual([]);
});

test('it can be shown to the channel, which does not count it again', async () => {
  const { say, press, memory } = await newAsker(stories);
  const { message } = messageOf(await say('/ask albania-iran who won the world cup?'));
  const show = message.buttons.find(({ command }) => command.endsWith(' #show'))?.command ?? '';
  expect(messageOf(await press(show))).toMatchObject({ to: 'channel', message: { title: message.title } });
  expect(await memory.inbox.open()).toMatchObject([{ times: 1 }]);
});

test('what a program asks again waits no second time, and is no part of the conversation', async () => {
  const { say, memory } = await newAsker(stories);
  await say('/ask albania-iran what did the attack take down?');
  await say('/ask albania-iran who won the world cup?');
  await say('/ask albania-iran who won the world cup?', { again: true });
  expect(await memory.inbox.open()).toMatchObject([{ times: 1 }]);
  await say('/ask albania-iran who are the MEK?', { again: true });
  expect(said(await say('/ask when was that?'))[0]).toBe('attack');
});

test('the day on which it was asked is the one where the story happens', async () => {
  const { say, memory } = await newAsker(stories);
  await say('/ask albania-iran who won the world cup?', { at: Date.parse('2026-04-10T22:30:00Z') });
  expect(await memory.inbox.open()).toMatchObject([{ first: '2026-04-11' }]);
});

test('private is a word of the question, unless it is given by name', async () => {
  const { say } = await newAsker(stories);
  const { message } = messageOf(await say('/ask albania-iran what did NATO say in private'));
  expect(message.title).toBe('What did NATO say in private');
  for (const line of [
    '/ask private:yes albania-iran what did NATO say?',
    '/ask albania-iran what did NATO say? private:yes',
  ]) {
    expect(messageOf(await say(line))).toMatchObject({ to: 'reader', message: { title: 'What did NATO say?' } });
  }
  const filled = await say('', {
    command: 'ask',
    options: { question: 'what did NATO say?', story: 'albania', private: 'true' },
  });
  expect(messageOf(filled)).toMatchObject({ to: 'reader', message: { title: 'What did NATO say?' } });
});

test('private alone is no question', async () => {
  const { say } = await newAsker(stories);
  const form = { kind: 'form', asks: ['question'] };
  expect(await say('/ask private')).toMatchObject({ ...form, given: { private: 'yes' } });
  const given = { story: 'albania-iran', private: 'yes' };
  expect(await say('/ask albania-iran Private')).toMatchObject({ ...form, given });
});

test('a question that is a flag’s name is told apart in its answer’s command', async () => {
  const { say, press } = await newAsker(stories);
  const options = { question: 'private', story: 'albania-iran' };
  const { message } = messageOf(await say('', { command: 'ask', options }));
  expect(message).toMatchObject({ title: 'Private?', command: '/ask albania-iran question:"private"' });
  expect(messageOf(await press(message.command)).message).toMatchObject({ title: 'Private?' });
});

test.for([
  ['/ask', {}],
  ['/ask albania-iran', { story: 'albania-iran' }],
  ['/ask tirana embassy', { story: 'albania-iran' }],
  ['/ask albania-iran private:yes', { story: 'albania-iran', private: 'yes' }],
] as const)('‘%s’ asks for the question by a form', async ([line, given]) => {
  const { say, press } = await newAsker(stories);
  const command = commands.find(({ name }) => name === 'ask');
  const form = { kind: 'form', command, given, asks: ['question'] };
  expect(await say(line)).toEqual(form);
  expect(await press(line)).toEqual(form);
  const sent = messageOf(await press(line, { options: { question: 'albania: what did NATO say?' } }));
  expect(sent).toMatchObject({ to: 'reader', message: { kind: 'answer' } });
});

test('a follow-up is read in the light of the last answer, and says what was taken for granted', async () => {
  const { say } = await newAsker(stories);
  await say('/ask albania-iran what did the attack take down?');
  const answered = messageOf(await say('/ask when was that?'));
  expect(said(answered)[0]).toBe('attack');
  expect(textOf(answered)).toContain('About: Cyberattack takes down government services');
  // Its command says what it was about: it can be shown later.
  expect(answered.message.command).toBe('/ask albania-iran about:attack when was that?');
});

test('what a button asks about a statement is its answer’s title', async () => {
  const { say, press } = await newAsker(stories);
  const { message } = messageOf(await say('/ask albania-iran about:summit'));
  const offered = message.buttons.filter(({ command }) => /about:\S+ (?:who|when|where|why)$/.test(command));
  expect(offered.length).toBeGreaterThan(1);
  for (const { label, command } of offered) {
    const answer = messageOf(await press(command));
    expect(answer.message).toMatchObject({ title: label, command });
  }
  expect(messageOf(await say('/ask albania-iran about:summit constructor')).message.title).toBe('Constructor?');
});

test('only for half an hour, of the same reader in the same channel or thread', async () => {
  const isFollowed = async (rest: Partial<Invocation>) => {
    const { say } = await newAsker(stories);
    await say('/ask albania-iran what did the attack take down?');
    return said(await say('/ask when was that?', rest))[0] === 'attack';
  };
  expect(await isFollowed({})).toBe(true);
  expect(await isFollowed({ reader: 'another' })).toBe(false);
  expect(await isFollowed({ where: { ...channel, channel: 'd' } })).toBe(false);
  expect(await isFollowed({ where: { ...channel, thread: 't' } })).toBe(false);
  expect(await isFollowed({ where: { ...channel, space: 't' } })).toBe(false);
  expect(await isFollowed({ at: friday + talkMs - 1 })).toBe(true);
  expect(await isFollowed({ at: friday + talkMs + 1 })).toBe(false);
});

test('a refusal leaves the last answer in place', async () => {
  const { say } = await newAsker(stories);
  await say('/ask albania-iran what did the attack take down?');
  expect(said(await say('/ask albania-iran who won the world cup?'))).not.toContain('attack');
  expect(said(await say('/ask when was that?'))[0]).toBe('attack');
});

test('what comes nearest to a question without a sure answer is what the next one is about', async () => {
  const { say } = await newAsker(stories);
  const { message } = messageOf(await say('/ask albania-iran who trained the dog that went into the embassy?'));
  expect(message.summary).toContain('no sure answer');
  expect(said(await say('/ask when was that?'))[0]).toBe('officers-enter');
});

test('of what asks nothing by itself it is not said that the story does not tell it', async () => {
  const { say } = await newAsker(stories);
  expect(messageOf(await say('/ask albania-iran when was that?')).message.summary).toContain('no sure answer');
});

test('a follow-up that says nothing by itself does not wait in the inbox', async () => {
  const { say, waiting } = await newAsker(stories);
  expect(said(await say('/ask albania-iran why?'))).toEqual([]);
  expect(await waiting()).toEqual([]);
});

test('a follow-up without an answer waits with the statement that it leans on', async () => {
  const { say, memory } = await newAsker(stories);
  await say('/ask albania-iran what did the attack take down?');
  await say('/ask and who paid for its repair?');
  expect(await memory.inbox.open()).toMatchObject([{ words: 'and who paid for its repair?', statement: 'attack' }]);
});

test('a reply to an answer is about its statement, whoever asked', async () => {
  const { say } = await newAsker(stories);
  const { message } = messageOf(await say('/ask albania-iran what did the attack take down?'));
  const about = message.buttons.map(({ command }) => command);
  expect(said(await say('when was that?', { reader: 'another', about }))[0]).toBe('attack');
});

test('in a thread, whose first message is replied to, it is about what was said last', async () => {
  const { say } = await newAsker(stories);
  const about = ['/briefing albania-iran', '/report albania-iran about:order'];
  const where = { ...channel, thread: 't' };
  await say('what did the attack take down?', { about, where });
  expect(said(await say('when was that?', { about, where }))[0]).toBe('attack');
  expect(said(await say('when was that?', { about, where: { ...where, thread: 'another' } }))[0]).toBe('order');
});

test.for(named)('every question of the list of %s is answered, and whatever is offered next, too', async (id) => {
  const { say, press, waiting } = await newAsker(stories);
  const story = stories.find(id) ?? expect.fail();
  const offered = new Set<string>();
  for (const [index, { asks }] of story.readersAsk.entries()) {
    for (const answered of [await press(`/ask ${id} number:${index + 1}`), await say(`/ask ${id} ${asks}`)]) {
      const { message } = messageOf(answered);
      expect(message.title).toBe(asks);
      expect(said(answered), asks).not.toEqual([]);
      expect(textOf(messageOf(answered)), asks).not.toMatch(/The story does not say|no sure answer/);
      expect(message.buttons.map(({ label }) => label)).not.toContain(asks);
      for (const { command } of message.buttons) if (command.startsWith('/ask ')) offered.add(command);
    }
  }
  expect(offered.size).toBeGreaterThan(story.readersAsk.length);
  for (const command of offered) {
    expect(command.length).toBeLessThanOrEqual(100);
    const answered = messageOf(await press(command));
    expect(answered.message.kind, command).toBe('answer');
    expect(textOf(answered), command).not.toMatch(/The story does not say|no sure answer/);
  }
  expect(await waiting()).toEqual([]);
});

test('a statement is shown by its id, and a button of one that is gone says so', async () => {
  const { press } = await newAsker(stories);
  expect(said(await press('/ask albania-iran about:order'))).toEqual(['order']);
  for (const [command, sentence] of [
    ['/ask albania-iran about:gone', 'The story has no such statement any more.'],
    ['/ask albania-iran about:gone when', 'The story has no such statement any more.'],
    ['/ask albania-iran number:99', 'The story’s list has no such question any more.'],
    ['/ask gone-story number:1', 'The story ‘gone-story’ is gone: it was renamed or taken away.'],
  ] as const) {
    const answered = messageOf(await press(command));
    expect(answered).toMatchObject({ to: 'reader', message: { kind: 'mistake' } });
    expect(sentenceOf(answered)).toBe(sentence);
    for (const { command: next } of answered.message.buttons)
      expect(messageOf(await press(next)).message.kind).not.toBe('mistake');
  }
});

test.for([
  ['so long that it cannot be a title', `what did NATO say about ${'the attack '.repeat(20)}`],
  ['an address', 'what did NATO say on https://example.org/'],
  ['an address without its scheme', 'what did NATO say on example.org'],
  ['a mention', 'what did NATO say @everyone'],
  ['a mention as Discord writes it', 'what did NATO say <@123>'],
  ['a rude word', 'what the fuck did NATO say'],
] as const)('a question is not said again with %s', async ([, question]) => {
  const { say } = await newAsker(stories);
  const { message } = messageOf(await say(`/ask albania-iran ${question}`));
  expect(message.kind).toBe('answer');
  expect(message.title).toBe('Albania–Iran');
  expect(textOf(messageOf(await say(`/ask albania-iran ${question}`)))).not.toMatch(/example|everyone|123|fuck/);
});

test('an answer’s command gives it again, however the question is written', async () => {
  const { say, press } = await newAsker(stories);
  for (const question of [
    'what did the attack take down?',
    'what did the “attack” take down: "all" of it? #1',
    `what did the attack take down${', please'.repeat(15)}?`,
  ]) {
    const { message } = messageOf(await say('', { command: 'ask', options: { question, story: 'albania-iran' } }));
    expect(message.command.length).toBeLessThanOrEqual(90);
    const again = await press(message.command);
    expect(said(again)[0]).toBe(message.blocks.flatMap(({ statements = [] }) => statements)[0]);
  }
});

test.each([
  ['that got no sure answer', 'could Iran attack again?'],
  ['that a story answers', 'what did NATO say?'],
  ['that leans on the last answer', 'and who denied it?'],
])('a question %s gets the same words where it is put again', async (_, question) => {
  const { say } = await newAsker(stories);
  await say('/ask albania-iran who are the MEK?');
  const put = async () => textOf(messageOf(await say(`/ask albania-iran ${question}`)));
  const first = await put();
  expect(await put()).toBe(first);
});

test('what is of small words alone asks on: “and then?” behind “and then?”', async () => {
  const { say } = await newAsker(stories);
  await say('/ask albania-iran who are the MEK?');
  expect(said(await say('/ask and then?'))[0]).toBe('diplomats-expelled');
  expect(said(await say('/ask and then?'))[0]).toBe('attack');
});
