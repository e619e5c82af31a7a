/**
 * Puts questions with marked answers to the text engine and to its peers, in one run. The folder of the questions and of
 * the script that measures is `ASK_DATA`; where it is missing, this part is left out.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from './figures.ts';

const folder = process.env['ASK_DATA'] ?? '../shared/ask';
const script = join(folder, 'measure.mjs');
const [file = 'ask.json'] = process.argv.slice(2);
const engines = ['tests/bench/ask/engine.ts', 'bm25', 'minisearch', 'lunr', 'fts5'];

interface Row {
  readonly sentences: Readonly<Record<string, { first: number; p50Ms: number; p99Ms: number }>>;
  readonly refusals: Readonly<Record<string, { auroc: number }>>;
  readonly collection: { readonly recall1: number; readonly p50Ms: number };
}

const sets: Readonly<Record<string, { name: string; least: number }>> = {
  squad11: { name: 'SQuAD', least: 82.5 },
  selqa: { name: 'SelQA', least: 81 },
  news: { name: 'news', least: 78 },
};
const refusals: Readonly<Record<string, { name: string; least: number }>> = {
  nextParagraph: { name: 'asked of the next paragraph', least: 0.94 },
  adversarial: { name: 'made to look answerable', least: 0.6 },
};

/** What has to be reached holds for the first engine, ours. */
function figuresOf(engine: string, row: Row, isOurs: boolean): Figure[] {
  const least = (value: number) => (isOurs ? { least: value } : {});
  const most = (value: number) => (isOurs ? { target: value } : {});
  return [
    ...Object.entries(row.sentences).flatMap(([set, { first, p99Ms }]): Figure[] => {
      const { name = set, least: reach = 0 } = sets[set] ?? {};
      return [
        { what: `${engine}: answer sentence first, ${name}`, value: first, unit: '%', ...least(reach) },
        { what: `${engine}: a question to a passage, ${name}, p99`, value: p99Ms, unit: 'ms', ...most(2) },
      ];
    }),
    ...Object.entries(row.refusals).map(([kind, { auroc }]): Figure => {
      const { name = kind, least: reach = 0 } = refusals[kind] ?? {};
      return { what: `${engine}: answerable or not, ${name}`, value: auroc, unit: 'AUROC', ...least(reach) };
    }),
    { what: `${engine}: paragraph first, of the whole set`, value: row.collection.recall1, unit: '%', ...least(78) },
    { what: `${engine}: a question to the whole set, p50`, value: row.collection.p50Ms, unit: 'ms', ...most(0.5) },
  ];
}

function measure(): Figure[] {
  if (!existsSync(script)) {
    process.stderr.write(`ask: left out, as there is no ${script} (ASK_DATA names the folder)\n`);
    return [];
  }
  execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, '--json', file, ...engines]);
  const { results }: { results: Record<string, Row> } = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(results).flatMap(([engine, row], n) => figuresOf(engine, row, n === 0));
}

process.stdout.write(JSON.stringify(measure()));
