/** The tables beside this file. Their heads, lines that begin with `#`, tell where they come from. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A table of numbers. The caller knows its shape. */
export function jsonTable<Shape>(
  table: 'weights.json' | 'answer-weights.json' | 'answer-words.json' | 'answer-trees.json',
): Shape {
  return JSON.parse(readFileSync(join(import.meta.dirname, table), 'utf8'));
}

type Table = 'words.txt' | 'relations.txt' | 'news.txt' | 'phrases.txt';

/** A table without its head; each line ends in a line break. */
export function loadTable(table: Table): string {
  const text = readFileSync(join(import.meta.dirname, table), 'utf8');
  return text.replace(/^(?:#.*\n)*/, '');
}

/** The lines of a table without its head. */
export function linesOf(table: Table): string[] {
  return loadTable(table).trimEnd().split('\n');
}

/**
 * Looks up what follows a line's first word in a table that is sorted by the first words, without reading the others:
 * nothing is split beforehand, and about 20 steps find a line among 20,000.
 */
export function sortedTable(table: Table): (word: string) => string | undefined {
  const text = loadTable(table);
  return (word) => {
    let [low, high] = [0, text.length];
    while (low < high) {
      const start = text.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1;
      const end = text.indexOf('\n', start);
      const first = text.slice(start, text.indexOf(' ', start));
      if (first === word) return text.slice(start + first.length + 1, end);
      if (first < word) low = end + 1;
      else high = start;
    }
    return undefined;
  };
}
