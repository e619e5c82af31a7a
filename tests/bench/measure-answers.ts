/** Puts marked questions to stories, and times questions to one story and to a thousand. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Answers } from '../../src/ask/index.ts';
import { StoryLibrary, statementsOf } from '../../src/story/index.ts';
import { judgeAll, questionsOf, ratesOf, storiesById } from '../ask/judge.ts';
import { type Figure, percentiles, timesOf, typicalTimesOf } from './figures.ts';
import { idOf } from './write-stories.ts';

/** A folder of a thousand generated stories of 50 statements. */
const [folder = ''] = process.argv.slice(2);

/** Sets of questions, and what they are; *looked at*: what was answered wrongly was read, and mended. */
const sets: Readonly<Record<string, string>> = {
  seen: 'the half that weights were fitted on',
  unseen: 'the half that was kept unseen',
  examined: 'by somebody who knew the story alone, kept unseen',
  street: 'as people type them in the street, kept unseen',
  evening: 'by a panel of unlike readers, kept unseen',
  corner: 'by eight kinds of readers, on three stories, kept unseen',
  near: 'near misses on the same story, kept unseen',
  examiner: 'by an examiner of the same story, looked at',
  headline: 'as from readers of its headline, looked at',
  onward: 'conversations on the same story, looked at',
  talks: 'conversations by somebody who knew the story alone, looked at',
  fresh: 'a story that nothing was tried on, looked at',
  passers: 'a story without wordings, looked at',
  household: 'eight kinds of readers, on two invented stories, looked at',
  voices: 'in ten unlike voices on three stories, looked at',
  'more-voices': 'in more such voices, looked at',
  latecomers: 'in others, put once all was mended',
};

/** Neither weights, rules nor lists were made with them, and a third of each can't be answered. */
const unseen = ['unseen', 'examined', 'street', 'evening', 'corner'];

async function rates(names: readonly string[], what: string): Promise<Figure[]> {
  const verdicts = (await Promise.all(names.map(judgeAll))).flat();
  const { questions, rightAnswer, rightRefusal, wrongAnswer } = ratesOf(verdicts);
  const label = `${questions} story questions, ${what}`;
  const right: Figure = { what: `${label}: right answer`, value: rightAnswer, unit: '%', least: 92 };
  const isTold = verdicts.some(({ marked }) => marked.gold.length > 0);
  return [
    ...(isTold ? [right] : []),
    { what: `${label}: right refusal`, value: rightRefusal, unit: '%', least: 90 },
    { what: `${label}: answered wrongly`, value: wrongAnswer, unit: '%', target: 3 },
  ];
}

/** Of the sets that were kept unseen together, and of each by itself. */
async function allRates(): Promise<Figure[]> {
  const figures = await rates(unseen, 'those kept unseen together, but the near misses');
  for (const [name, what] of Object.entries(sets)) figures.push(...(await rates([name], what)));
  return figures;
}

/** The question goes round: another one each time, and the same story only now and then. */
async function times(): Promise<Figure[]> {
  const story = (await storiesById()).get('invented-water');
  if (!story) throw new Error('the story of the water is missing');
  const asked = questionsOf('seen').map(({ question }) => question);
  const one = new Answers();
  const ask = (number: number) => one.ask(story, asked[(number * 7) % asked.length] ?? '');
  // Before a thousand others are there, which the collector walks through, too.
  const oneMs = await timesOf(2000, ask);
  const eachMs = await typicalTimesOf(asked.length, ask);
  const hurriedMs = await timesOf(2000, ask, noPause);
  const many = new Answers();
  const { stories } = await StoryLibrary.open(folder);
  const askMany = (number: number) => {
    const [subject, place, id] = idOf((number * 7919) % stories.length).split('-');
    return many.askAll(stories, `who pays for the ${subject} of ${place} in case ${id}`);
  };
  const start = performance.now();
  askMany(0);
  const firstMs = performance.now() - start;
  for (const _ of many.rehearse(stories)); // as the bot does once it runs
  return [
    ...percentiles(`a question to a story of ${statementsOf(story).length} statements`, oneMs, 2),
    ...percentiles('the same, each the median of three', eachMs, 2),
    ...percentiles('the same, one right behind the other', hurriedMs),
    { what: 'the first question to 1,000 stories of 50 statements', value: firstMs, unit: 'ms' },
    ...percentiles('a question to 1,000 stories of 50 statements', await timesOf(1000, askMany), 5),
    ...percentiles('the same thousand, one right behind the other', await timesOf(1000, askMany, noPause)),
    ...percentiles('the same thousand, each the median of three', await typicalTimesOf(1000, askMany), 5),
  ];
}

/** What is left behind is then collected while the next one is timed. */
async function noPause() {}

function tables(): Figure {
  const tables = join(import.meta.dirname, '../../src/ask/tables');
  const bytes = readdirSync(tables).reduce((sum, file) => sum + statSync(join(tables, file)).size, 0);
  return { what: 'tables and weights in the repository', value: bytes / 1e6, unit: 'MB', target: 3 };
}

const figures = [...(await allRates()), ...(await times()), tables()];
process.stdout.write(JSON.stringify(figures));
