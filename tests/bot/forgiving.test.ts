import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createBot } from '../../src/bot/create-bot.ts';
import { forgiving } from '../../src/bot/forgiving.ts';
import { Metrics } from '../../src/bot/metrics.ts';
import { openTransientStorage } from '../../src/storage/index.ts';
import { friday, messageOf, openStories, pressed, sentenceOf, typed } from '../commands/typing.ts';

const stories = await openStories();

/** A bot with a storage that works until it is closed, a clock, and what is logged besides the commands. */
async function start() {
  const lines: Record<string, unknown>[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const storage = await openTransientStorage();
  const clock = { now: 0 };
  const memory = forgiving(storage, log, () => clock.now);
  const bot = createBot({ stories, memory, log, metrics: new Metrics() });
  const faults = () => lines.filter(({ msg }) => msg !== 'command').map(({ msg }) => msg);
  return { bot, memory, storage, lines, faults, clock };
}

const all = [
  'a conversation was not recalled',
  'a conversation was not kept',
  'a question was not kept',
  'a look was not kept',
  'entries were not read',
];

test('readers are answered while nothing can be kept, and each fault is logged once a minute', async () => {
  const { bot, storage, faults, lines, clock } = await start();
  await storage.close();
  const ask = async (question: string) => messageOf(await bot.answer(typed(`/ask albania-iran ${question}`))).message;
  const round = async () => {
    expect((await ask('when was the attack?')).kind).toBe('answer');
    expect((await ask('who won the secret cup?')).summary).toContain('The story does not say.');
    expect(messageOf(await bot.answer(typed('/briefing albania-iran'))).message.kind).toBe('briefing');
  };
  await round();
  await round();
  expect(faults().sort()).toEqual([...all].sort());
  clock.now = 59_999;
  await round();
  expect(faults()).toHaveLength(all.length);
  clock.now = 60_000;
  await round();
  expect(faults()).toHaveLength(2 * all.length);
  expect(JSON.stringify(lines)).not.toMatch(/goalkeeper/);
});

test('nobody is thanked for a report that is lost', async () => {
  const { bot, storage } = await start();
  await storage.close();
  const answered = messageOf(
    await bot.answer(pressed('/report albania-iran', { options: { mistake: 'It was a Wednesday.' } })),
  );
  expect(sentenceOf(answered)).toMatch(/^That failed here/);
});

test('the page shows no inbox that cannot be read, and says so where an item cannot be closed', async () => {
  const { memory, storage, faults } = await start();
  await storage.close();
  expect(await memory.inbox.open()).toEqual([]);
  expect(faults()).toEqual(['the inbox was not read']);
  await expect(memory.inbox.close([1], '2026-04-10')).rejects.toThrow();
});

test('looks and entries cost no answer; whoever sets something up is told that it failed', async () => {
  const { memory, storage, faults } = await start();
  await storage.close();
  await memory.readers.look('web ann', { story: 'albania-iran', entry: 1, at: friday });
  expect(await memory.readers.looks('web ann')).toEqual([]);
  expect(await memory.entries.since('albania-iran', 0)).toEqual([]);
  expect(await memory.entries.last('albania-iran')).toBe(0);
  expect(faults()).toEqual(['a look was not kept', 'looks were not read', 'entries were not read']);
  const channel = { platform: 'web', id: 'here' };
  for (const act of [
    () => memory.readers.forget('web ann'),
    () => memory.subscriptions.of(channel),
    () => memory.subscriptions.remove(1, friday),
    () => memory.ledger.byKey('key'),
  ])
    await expect(act()).rejects.toThrow();
});

test('what works is remembered as ever', async () => {
  const { bot, memory, faults } = await start();
  await bot.answer(typed('/ask albania-iran who is the secret goalkeeper?'));
  const [item] = await memory.inbox.open();
  expect(item).toMatchObject({ words: 'who is the secret goalkeeper?' });
  await memory.inbox.close([item?.id ?? 0], '2026-04-10');
  expect(await memory.inbox.open('albania-iran')).toEqual([]);
  const talk = { story: 'albania-iran', question: 'why?', statements: ['attack'], at: friday };
  await memory.conversations.remember('ann', talk);
  expect(await memory.conversations.recall('ann', friday)).toEqual(talk);
  expect(faults()).toEqual([]);
});
