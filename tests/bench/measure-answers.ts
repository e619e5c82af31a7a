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

const halves: Readonly<Record<string, string>> = {
  seen: 'the half that weights were fitted on',
  unseen: 'the half that was kept unseen',
  fresh: 'a story kept for the end, looked at',
  examined: 'by somebody who knew the story alone, kept unseen',
  examiner: 'by an examiner of the same story, kept unseen',
  headline: 'as from readers of its headline, kept unseen',
  onward: 'conversations on the same story, looked at',
  near: 'near misses on the same story, kept unseen',
  talks: 'conversations by somebody who knew the story alone, looked at',
  street: 'as people type them in the street, kept unseen',
  evening: 'by a panel of unlike readers, kept unseen',
  passers: 'a story without wordings, looked at',
};

async function rates(name: string): Promise<Figure[]> {
  const { questions, rightAnswer, rightRefusal, wrongAnswer } = ratesOf(await judgeAll(name));
  const label = `${questions} story questions, ${halves[name] ?? name}`;
  const right: Figure = { what: `${label}: right answer`, value: rightAnswer, unit: '%', least: 92 };
  const isTold = questionsOf(name).some(({ gold }) => gold.length > 0);
  return [
    ...(isTold ? [right] : []),
    { what: `${label}: right refusal`, value: rightRefusal, unit: '%', least: 90 },
    { what: `${label}: answered wrongly`, value: wrongAnswer, unit: '%', target: 3 },
  ];
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

const figures = [
  ...(await rates('seen')),
  ...(await rates('unseen')),
  ...(await rates('fresh')),
  ...(await rates('examined')),
  ...(await rates('examiner')),
  ...(await rates('headline')),
  ...(await rates('onward')),
  ...(await rates('near')),
  ...(await rates('talks')),
  ...(await rates('street')),
  ...(await rates('evening')),
  ...(await rates('passers')),
  ...(await times()),
  tables(),
];
process.stdout.write(JSON.stringify(figures));
