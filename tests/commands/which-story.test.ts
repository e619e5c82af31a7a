import { expect, test } from 'vitest';
import { Answers, type StoryAnswer } from '../../src/ask/index.ts';
import { statementsOf } from '../../src/story/index.ts';
import { newAsker } from './asking.ts';
import { messageOf, openStories, sentenceOf, textOf } from './typing.ts';

const stories = await openStories();
const [albania, satellite, water] = ['albania-iran', 'invented-satellite', 'invented-water'].map(
  (id) => stories.find(id) ?? expect.fail(),
);

/** Answers with the first statement of a story, as surely as it is told; from a half on. */
class Sure extends Answers {
  readonly #sure: Readonly<Record<string, number>>;
  readonly #fits: Readonly<Record<string, number>>;
  readonly #besides: Partial<StoryAnswer>;

  /** @param fits how well each fits; as surely as it is told where that is left out @param besides what each answer is, too */
  constructor(
    sure: Readonly<Record<string, number>>,
    fits: Readonly<Record<string, number>> = {},
    besides: Partial<StoryAnswer> = {},
  ) {
    super();
    this.#sure = sure;
    this.#fits = fits;
    this.#besides = besides;
  }

  override ask(...[story]: Parameters<Answers['ask']>): StoryAnswer {
    const confidence = this.#sure[story.id] ?? 0;
    const nearest = statementsOf(story).slice(0, 1);
    const isAnswered = confidence >= 0.5;
    const statements = isAnswered ? nearest : [];
    return { ...super.ask(story, ''), isAnswered, statements, nearest, confidence, next: [], ...this.#besides };
  }

  override askAll(...[all]: Parameters<Answers['askAll']>) {
    const found = all
      .filter(({ id }) => id in this.#sure)
      .map((story) => ({ story, answer: this.ask(story, ''), fit: this.#fits[story.id] ?? this.#sure[story.id] ?? 0 }));
    return found.sort((a, b) => b.fit - a.fit);
  }
}

const asker = (...how: ConstructorParameters<typeof Sure>) => newAsker(stories, new Sure(...how));

test('where no story is named, the one that answers best is, by its name', async () => {
  const { say } = await asker({ 'albania-iran': 0.6, 'invented-water': 0.9 });
  const answered = messageOf(await say('/ask what is it'));
  expect(answered).toMatchObject({ to: 'channel', message: { command: '/ask invented-water what is it' } });
  expect(textOf(answered)).toContain(`From the story ${water?.name}`);
});

test('the story of the conversation comes first, if it answers, however well another does', async () => {
  const { say } = await asker({ 'albania-iran': 0.5, 'invented-water': 1 });
  await say('/briefing albania-iran');
  const answered = messageOf(await say('/ask what is it'));
  expect(answered.message.command).toBe('/ask albania-iran what is it');
  expect(textOf(answered)).not.toContain('From the story');
});

test.for([
  [{ 'albania-iran': 0.3, 'invented-water': 0.5 }, 'invented-water'],
  [{ 'albania-iran': 0.45, 'invented-water': 0.59 }, 'albania-iran'], // not so much more surely
  [{ 'albania-iran': 0.2, 'invented-water': 0.4 }, 'albania-iran'], // neither answers
] as const)('if it does not, another is taken where it clearly does: %o', async ([sure, id]) => {
  const { say } = await asker(sure);
  await say('/briefing albania-iran');
  const { message } = messageOf(await say('/ask what is it'));
  expect(message.command).toBe(`/ask ${id} what is it`);
});

test.for([
  [{ isFollowUp: true }, 'leans on it'],
  [{ isNotTold: true }, 'is listed there as not told'],
] as const)('none is where the question %o', async ([besides]) => {
  const { say } = await asker({ 'albania-iran': 0, 'invented-water': 1 }, {}, besides);
  await say('/briefing albania-iran');
  expect(messageOf(await say('/ask what is it')).message.command).toBe('/ask albania-iran what is it');
});

test('nor does the story that is talked about overrule itself by what it answers to the question alone', async () => {
  class SureAlone extends Sure {
    override askAll(...[all]: Parameters<Answers['askAll']>) {
      const alone = new Sure({ 'albania-iran': 0.9 });
      return alone.askAll(all, '');
    }
  }
  const { say } = await newAsker(stories, new SureAlone({ 'albania-iran': 0.3 }));
  await say('/briefing albania-iran');
  const told = messageOf(await say('/ask what is it'));
  expect(textOf(told)).not.toContain('From the story');
  expect(told.message.command).toBe('/ask albania-iran what is it');
});

test('what is no question is answered with one that the story of the conversation answers', async () => {
  const { say } = await asker({});
  await say('/briefing invented-water');
  for (const nothing of ['?', 'ok'])
    expect(sentenceOf(messageOf(await say(`/ask ${nothing}`)))).toContain(water?.readersAsk[0]?.asks);
});

test('nor is what is no question put to a statement', async () => {
  const { press } = await asker({});
  const long = messageOf(await press(`/ask albania-iran about:attack ${'why '.repeat(200)}`));
  expect(long).toMatchObject({ to: 'reader', message: { title: 'Too long' } });
});

test('a story that is named comes before all', async () => {
  const { say } = await asker({ 'albania-iran': 1, 'invented-water': 0.1 });
  await say('/briefing albania-iran');
  const refused = messageOf(await say('/ask invented-water what is it'));
  expect(refused).toMatchObject({ to: 'reader', message: { command: '/ask invented-water what is it' } });
});

test('so does the one of the message that is replied to', async () => {
  const { say } = await asker({ 'albania-iran': 1, 'invented-water': 0.9 });
  await say('/briefing albania-iran');
  const answered = messageOf(await say('what is it', { about: ['/briefing invented-water timeline'] }));
  expect(answered.message.command).toBe('/ask invented-water what is it');
});

test.for([
  ['what is it', ['/ask invented-water what is it', '/ask albania-iran what is it']],
  ['what is it '.repeat(9).trim(), ['/briefing invented-water', '/briefing albania-iran']],
] as const)('where two fit about equally well, it asks which is meant: ‘%s’', async ([question, commands]) => {
  const { say, press, waiting } = await asker({
    'albania-iran': 0.8,
    'invented-water': 0.88,
    'invented-satellite': 0.2,
  });
  const answered = messageOf(await say(`/ask ${question}`));
  expect(answered).toMatchObject({ to: 'reader', message: { kind: 'mistake' } });
  expect(sentenceOf(answered)).toBe('Which story do you mean?');
  expect(answered.message.buttons.map(({ label, command }) => [label, command])).toEqual([
    [water?.name, commands[0]],
    [albania?.name, commands[1]],
  ]);
  for (const command of commands) expect(messageOf(await press(command)).message.kind).not.toBe('mistake');
  expect(await waiting()).toEqual([]);
});

test('of three that do, none is left out', async () => {
  const { say } = await asker({ 'albania-iran': 0.8, 'invented-water': 0.82, 'invented-satellite': 0.86 });
  const { message } = messageOf(await say('/ask what is it'));
  expect(message.buttons.map(({ label }) => label)).toEqual([satellite?.name, water?.name, albania?.name]);
});

test('none is offered that does not answer, and none beside what does not', async () => {
  const { say } = await asker({ 'albania-iran': 0.52, 'invented-water': 0.48 });
  expect(messageOf(await say('/ask what is it')).message.command).toBe('/ask albania-iran what is it');
  const other = await asker(
    { 'albania-iran': 0.48, 'invented-water': 0.52 },
    { 'albania-iran': 0.9, 'invented-water': 0.88 },
  );
  expect(messageOf(await other.say('/ask what is it')).message.summary).toBe('No story says that.');
});

test('a little farther apart the better one is taken', async () => {
  const { say } = await asker({ 'albania-iran': 0.8, 'invented-water': 0.89 });
  expect(messageOf(await say('/ask what is it')).message.command).toBe('/ask invented-water what is it');
});

test('where none answers, it says so with the nearest of the best, for whose editor it waits', async () => {
  const { say, memory } = await asker({ 'albania-iran': 0.1, 'invented-satellite': 0.4 });
  const refused = messageOf(await say('/ask what is the colour'));
  expect(refused).toMatchObject({ to: 'reader', message: { kind: 'answer', summary: 'No story says that.' } });
  expect(textOf(refused)).toContain(`No story says that.\n\nThe nearest thing, in the story ${satellite?.name}\n`);
  expect(await memory.inbox.open()).toMatchObject([{ story: 'invented-satellite', words: 'what is the colour' }]);
});

test('where no story has a word of it, that is said, too', async () => {
  const { say } = await asker({});
  expect(messageOf(await say('/ask what is the colour')).message.summary).toBe('No story says that.');
});

test('an answer of another story turns the conversation to it', async () => {
  const { say } = await asker({ 'albania-iran': 0.2, 'invented-water': 0.9 });
  await say('/briefing albania-iran');
  await say('/ask what is it');
  expect(textOf(messageOf(await say('/ask what is it')))).not.toContain('From the story');
});
