import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Problem, parseStory } from '../../src/story/index.ts';
import { bytesOf, root } from './fixture.ts';

const albania = readFileSync(join(root, 'briefings', 'albania-iran.yaml'), 'utf8');

/** What every outcome of parsing keeps, whatever the file holds. */
function isOutcome(bytes: Uint8Array): boolean {
  const parsed = parseStory('albania-iran.yaml', bytes);
  if ('story' in parsed) return parsed.story.id === 'albania-iran';
  const isTold = ({ file, line, column, message }: Problem) =>
    file === 'albania-iran.yaml' && line >= 1 && column >= 1 && message.trim() !== '';
  const places = parsed.problems.map(({ line, column }) => line * 1e6 + column);
  const inOrder = places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0));
  return parsed.problems.length > 0 && parsed.problems.every(isTold) && inOrder;
}

describe('whatever a file holds, it is a story or a list of what is wrong', () => {
  const signs = fc.constantFrom(
    ...':-#[]{}*&!|>\'"%@`?,~.…“” \t\n\r\\0\u0000\u202e\ufeff\ud800é漢😀',
    '---\n',
    '\n  ',
    ': ',
    ' #',
  );

  test('for any bytes and any text', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), isOutcome), { numRuns: 150 });
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 80 }), (list) => isOutcome(bytesOf(list.join('')))),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => isOutcome(bytesOf(text))),
      { numRuns: 200 },
    );
  });

  test('for a story with characters cut, put in or exchanged', () => {
    const change = fc.tuple(fc.nat(albania.length), fc.nat(40), fc.oneof(signs, fc.constant(''), fc.string()));
    const changes = fc.array(change, { minLength: 1, maxLength: 4 });
    const changed = (list: readonly [number, number, string][]) =>
      list.reduce((text, [at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut), albania);
    fc.assert(
      fc.property(changes, (list) => isOutcome(bytesOf(changed(list)))),
      { numRuns: 100 },
    );
  });

  test('for a story with lines left out, doubled, indented or exchanged', () => {
    const lines = albania.split('\n');
    const line = fc.nat(lines.length - 1);
    const change = fc.tuple(line, line, fc.constantFrom('cut', 'double', 'indent', 'outdent', 'copy'));
    const apply = (all: readonly string[], [at, from, how]: readonly [number, number, string]): string[] => {
      const old = all[at] ?? '';
      const put = {
        cut: [],
        double: [old, old],
        indent: [`  ${old}`],
        outdent: [old.trimStart()],
        copy: [all[from] ?? ''],
      }[how];
      return all.toSpliced(at, 1, ...(put ?? []));
    };
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (list) =>
        isOutcome(bytesOf(list.reduce(apply, lines).join('\n'))),
      ),
      { numRuns: 100 },
    );
  });

  test('for a story of which one value is something else', () => {
    const values = [...albania.matchAll(/: (\S.*)$/gm)].map((match) => match.index + 2);
    const other = fc.constantFrom(
      '',
      '~',
      '[]',
      '{}',
      '[[a]]',
      '{ a: b }',
      '"\\u0000"',
      '*a',
      'constructor',
      '1',
      'x'.repeat(700),
    );
    const changed = (at: number, put: string) => albania.slice(0, at) + albania.slice(at).replace(/^.*/, () => put);
    expect(values.length).toBeGreaterThan(100);
    fc.assert(
      fc.property(fc.constantFrom(...values), other, (at, put) => isOutcome(bytesOf(changed(at, put)))),
      { numRuns: 100 },
    );
  });
});
