/** Starts the real program against a small Discord and a small Slack, and sends it commands: one at a time, many a second, many in all. */
import { setTimeout as wait } from 'node:timers/promises';
import {
  type Exchange as DiscordExchange,
  textOf as discordText,
  isMessage,
  startDiscord,
} from '../peers/discord/index.ts';
import { type Exchange as SlackExchange, textOf as slackText, startSlack } from '../peers/slack/index.ts';
import { type Figure, percentiles, quantile } from './figures.ts';
import { memoryOf, start, stop } from './start.ts';
import { idOf } from './write-stories.ts';

const [folder = ''] = process.argv.slice(2);
const [oneMs, manyMs] = [25, 250];
const perSecond = 200;
const seconds = 30;
const few = 5000;
const all = 50_000;
/** So many that none of them sends more than 20 commands in ten seconds. */
const readers = 2000;
/** Commands of the last run that are under way at once. */
const atOnce = 20;

const discord = await startDiscord();
const slack = await startSlack({ mode: 'socket' });
const program = await start(folder, {
  DISCORD_TOKEN: discord.token,
  DISCORD_API_URL: discord.api,
  SLACK_BOT_TOKEN: slack.botToken,
  SLACK_APP_TOKEN: slack.appToken,
  SLACK_API_URL: slack.api,
});
await Promise.all([
  discord.waitFor(() => discord.commands.names(undefined).includes('briefing')),
  slack.waitFor(() => slack.socket.open > 0),
]);

const onDiscord = Array.from({ length: readers }, (_, index) => discord.reader(`reader ${index}`));
const onSlack = Array.from({ length: readers }, (_, index) => slack.reader(`reader ${index}`));

interface Times {
  readonly acknowledged: number[];
  readonly answered: number[];
}

/** One command, through to the right answer. @returns how many answers came of it */
type Send = (number: number, times?: Times) => Promise<() => number>;

const sendDiscord: Send = async (number, times) => {
  const story = idOf(number % 100);
  const begun = performance.now();
  const exchange: DiscordExchange = onDiscord[number % readers]?.type('briefing', { story }) as DiscordExchange;
  const acknowledged = exchange.acknowledged.then(() => times?.acknowledged.push(performance.now() - begun));
  const message = await exchange.answered;
  times?.answered.push(performance.now() - begun);
  await acknowledged;
  if (!isMessage(message) || !discordText(message).includes('In short')) throw new Error('that was no briefing');
  return () => exchange.messages.length;
};

const sendSlack: Send = async (number, times) => {
  const begun = performance.now();
  const exchange: SlackExchange = onSlack[number % readers]?.type('/briefing', idOf(number % 100)) as SlackExchange;
  const acknowledged = exchange.acknowledged.then(() => times?.acknowledged.push(performance.now() - begun));
  const message = await exchange.answered;
  times?.answered.push(performance.now() - begun);
  await acknowledged;
  if (!slackText(message).includes('In short')) throw new Error('that was no briefing');
  return () => exchange.messages.length;
};

async function oneAtATime(name: string, send: Send): Promise<Figure[]> {
  for (let number = 0; number < 100; number += 1) await send(number);
  const times: Times = { acknowledged: [], answered: [] };
  for (let number = 0; number < 1000; number += 1) await send(number, times);
  return figuresOf(`${name}, one at a time`, times, oneMs);
}

function figuresOf(what: string, { acknowledged, answered }: Times, target: number): Figure[] {
  const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b);
  return [
    ...percentiles(`${what}: acknowledged`, sorted(acknowledged), target),
    ...percentiles(`${what}: answered`, sorted(answered), target),
  ];
}

/** So many a second, alternately on both platforms. Each has to be answered once: what came late or twice is counted at the end. */
async function manyASecond(): Promise<Figure[]> {
  const times = {
    discord: { acknowledged: [], answered: [] } as Times,
    slack: { acknowledged: [], answered: [] } as Times,
  };
  const sent: Promise<() => number>[] = [];
  const begun = performance.now();
  for (let number = 0; number < perSecond * seconds; number += 1) {
    const due = begun + (number * 1000) / perSecond;
    if (performance.now() < due) await wait(due - performance.now());
    sent.push(number % 2 === 0 ? sendDiscord(number, times.discord) : sendSlack(number, times.slack));
  }
  const answers = await Promise.allSettled(sent);
  await wait(1000); // what comes twice may come late
  const counts = answers.map((answer) => (answer.status === 'fulfilled' ? answer.value() : 0));
  const label = `${perSecond} commands/s for ${seconds} s`;
  return [
    ...figuresOf(`${label}, Discord`, times.discord, manyMs),
    ...figuresOf(`${label}, Slack`, times.slack, manyMs),
    { what: `${label}: lost`, value: counts.filter((count) => count === 0).length, unit: 'commands', target: 0 },
    {
      what: `${label}: answered twice`,
      value: counts.filter((count) => count > 1).length,
      unit: 'commands',
      target: 0,
    },
  ];
}

/** Sends commands until so many have been sent in all. */
async function sendUntil(total: number, from: number): Promise<void> {
  let next = from;
  const lane = async () => {
    while (next < total) {
      const number = next;
      next += 1;
      await (number % 2 === 0 ? sendDiscord : sendSlack)(number);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/** The median of some readings, since the collector comes and goes. */
async function settledMemory(): Promise<number> {
  const readings: number[] = [];
  for (let reading = 0; reading < 9; reading += 1) {
    readings.push(memoryOf(program) ?? Number.NaN);
    await wait(250);
  }
  return quantile(
    readings.sort((a, b) => a - b),
    0.5,
  );
}

const single = [
  ...(await oneAtATime('Discord', sendDiscord)),
  ...(await oneAtATime('Slack by Socket Mode', sendSlack)),
];
const many = await manyASecond();
const before = single.length === 0 ? 0 : 2200 + perSecond * seconds;
await sendUntil(before + few, before);
const early = await settledMemory();
const begun = performance.now();
await sendUntil(before + all, before + few);
const rate = (all - few) / ((performance.now() - begun) / 1000);
const late = await settledMemory();
process.stderr.write(`${Math.round(rate)} commands/s, ${atOnce} at once\n`);

await stop(program);
await Promise.all([discord.stop(), slack.stop()]);
const figures: Figure[] = [
  ...single,
  ...many,
  { what: `memory after ${few.toLocaleString('en')} commands`, value: early / 1e6, unit: 'MB' },
  { what: `memory after ${all.toLocaleString('en')} commands`, value: late / 1e6, unit: 'MB' },
  { what: 'memory gained in between', value: (late / early - 1) * 100, unit: '%', target: 10 },
];
process.stdout.write(JSON.stringify(figures));
process.exit(0);
