import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createBot } from '../../src/bot/create-bot.ts';
import { Metrics } from '../../src/bot/metrics.ts';
import { withTrials } from './trial.ts';
import { friday, messageOf, nothingKept, openStories, pressed, sentenceOf, typed } from './typing.ts';

const stories = await openStories();
const kept = await nothingKept();

/** The bot, with what it logs. */
function start() {
  const lines: Record<string, unknown>[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const metrics = new Metrics();
  return { bot: createBot({ stories, memory: kept.memory, log, metrics, commands: withTrials }), lines, metrics };
}

test.for([
  ['at once', '/broken'],
  ['later', '/broken later'],
  ['by something that is no error', '/broken oddly'],
] as const)('a handler that fails %s is answered in private, with a reference that the log knows', async ([, line]) => {
  const { bot, lines } = start();
  for (const call of [typed(line), pressed(line), typed(line, { where: { platform: 'test', shared: true } })]) {
    lines.length = 0;
    const answered = messageOf(await bot.answer(call));
    expect(answered).toMatchObject({ to: 'reader', message: { kind: 'mistake', title: 'That failed', buttons: [] } });
    const [, reference] = /^That failed here, .* under ([0-9a-f]{8})\.$/.exec(sentenceOf(answered)) ?? [];
    expect(JSON.stringify(answered)).not.toContain('secret');
    const failure = lines.find(({ msg }) => msg === 'command failed');
    expect(failure).toMatchObject({ level: 50, reference, platform: 'test' });
    expect(failure?.['error']).toContain('a secret of the handler');
    expect(lines.at(-1)).toMatchObject({ command: 'broken', answer: 'mistake', to: 'reader', msg: 'command' });
  }
});

test('a platform that cannot tell the rights is a fault, too', async () => {
  const { bot, lines } = start();
  const rights = () => Promise.reject(new Error('the platform is away'));
  const answered = messageOf(await bot.answer(typed('/follow add albania-iran', { rights })));
  expect(answered).toMatchObject({ to: 'reader', message: { title: 'That failed' } });
  expect(lines[0]).toMatchObject({ msg: 'command failed', error: expect.stringContaining('the platform is away') });
});

test('after a fault the bot goes on, and no reference comes twice', async () => {
  const { bot } = start();
  const [one, other] = [messageOf(await bot.answer(typed('/broken'))), messageOf(await bot.answer(typed('/broken')))];
  expect(sentenceOf(one)).not.toBe(sentenceOf(other));
  expect(messageOf(await bot.answer(typed('/briefing albania-iran'))).message.kind).toBe('briefing');
});

test('one reader’s flood gets one notice and then silence; others are answered', async () => {
  const { bot, metrics } = start();
  const flood = (at: number) => bot.answer(typed('/help', { at, where: { platform: 'test', space: 's' } }));
  for (let each = 0; each < 20; each += 1) expect(messageOf(await flood(friday)).message.kind).toBe('help');
  expect(messageOf(await flood(friday))).toMatchObject({
    to: 'reader',
    message: { kind: 'mistake', title: 'Slow down' },
  });
  for (let each = 1; each < 5; each += 1) expect(await flood(friday + each)).toEqual({ kind: 'silence' });
  const others = [
    { reader: 'other', where: { platform: 'test', space: 's' } },
    { where: { platform: 'test', space: 't' } },
    { where: { platform: 'else', space: 's' } },
  ];
  for (const other of others) expect(messageOf(await bot.answer(typed('/help', other))).message.kind).toBe('help');
  expect(messageOf(await flood(friday + 10_000)).message.kind).toBe('help');
  expect(await metrics.text()).toContain('dateline_commands_total{platform="test",command="help",answer="silence"} 4');
});

test('a form is counted as one, and so is each command by its name, never by what was typed', async () => {
  const { bot, lines, metrics } = start();
  const typedLines = [
    '/fault',
    '/follow list',
    'tirana embassy timeline',
    '/a-secret-word',
    '',
    '/briefing a-secret-word',
  ];
  for (const line of typedLines) await bot.answer(typed(line));
  expect(lines.map(({ command, answer, to }) => `${command} ${answer} ${to}`)).toEqual([
    'fault form reader',
    'follow list help reader',
    'briefing briefing channel',
    'unknown mistake reader',
    'unknown mistake reader',
    'briefing mistake reader',
  ]);
  expect(await metrics.text()).toContain('dateline_commands_total{platform="test",command="fault",answer="form"} 1');
  expect(JSON.stringify(lines) + (await metrics.text())).not.toContain('secret');
});

test('the bot completes and foretells as its commands do', () => {
  const { bot } = start();
  expect(bot.commands).toBe(withTrials);
  expect(bot.completeLine('/follow l').map(({ value }) => value)).toEqual(['/follow list ']);
  expect(bot.audience(typed('/briefing albania-iran'))).toBe('channel');
  expect(bot.audience(pressed('/briefing albania-iran'))).toBe('reader');
});
