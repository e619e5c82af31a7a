import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { coverageOf, partsIn, problemLine } from '../../src/story/index.ts';
import { edited, load, loadFile, root } from './fixture.ts';

const report = `The bridge closed today at noon. Nobody was hurt.

“It is safe,” the mayor said so herself.

As all know the bridge is old.

The bridge closed today at noon. Cars go round by the ferry.

Photo: Ada Lind
`;
/** What was found, and each thing that is wrong as it is listed, with its place. */
function among(text: string) {
  const coverage = coverageOf(load(text), () => report);
  const placeOf = partsIn(text);
  const wrong = coverage.wrong.map(({ part, message }) =>
    problemLine({ file: 'bridge.yaml', ...placeOf(part), message }),
  );
  return { ...coverage, wrong };
}
type Edit = readonly [from: string, to: string];
const noted = (evidence: string, what = 'The bridge is old.'): Edit => [
  '    what: The bridge is old.\n    evidence: 3 the bridge is old',
  `    what: ${what}\n    by: mayor\n    evidence: ${evidence}`,
];
const aside: Edit = ['published: 2024-05-02', 'published: 2024-05-02\n    aside: ["Photo: Ada Lind"]'];

describe('what no statement cites', () => {
  test('is listed, sentence by sentence', () => {
    const { uncited, sentences, passages, located, wrong } = among(edited());
    expect({ sentences, passages, located, wrong }).toEqual({ sentences: 7, passages: 3, located: 3, wrong: [] });
    expect(uncited).toMatchObject([
      { source: 'report', paragraph: 1, text: 'Nobody was hurt.' },
      { source: 'report', paragraph: 4, text: 'Cars go round by the ferry.' },
      { source: 'report', paragraph: 5, text: 'Photo: Ada Lind' },
    ]);
  });

  test('is neither what another paragraph repeats word for word, nor an aside', () => {
    const { uncited, sentences } = among(edited(aside));
    expect(sentences).toBe(6);
    expect(uncited.map(({ text }) => text)).toEqual(['Nobody was hurt.', 'Cars go round by the ferry.']);
  });

  test('is nothing where every sentence is touched by a passage', () => {
    const lines = '[3 the bridge is old, 4 go round by, 1 at noon. Nobody was]';
    expect(among(edited(aside, noted(lines, 'Lind said so.'))).uncited).toEqual([]);
  });

  test('counts a repeated passage that reaches over the end of a sentence', () => {
    const twice =
      'One two three four. Five six seven.\n\nThe bridge closed. The mayor said so.\n\nOne two three four. Five six seven.\n';
    const story = load(
      edited(
        ['1 The bridge closed today', '2 The bridge closed'],
        ['2 the mayor said so', '2 The mayor said'],
        ['3 the bridge is old', '1 two three four. Five six'],
      ),
    );
    expect(coverageOf(story, () => twice.replace('closed.', 'closed today.')).uncited).toEqual([]);
  });
});

describe('what is wrong', () => {
  test('is a passage that is not there', () => {
    expect(among(edited(['1 The bridge closed today', '2 The bridge closed today'])).wrong).toEqual([
      'bridge.yaml:16:15: closing: report: the words ‘The bridge closed today’ do not stand there in paragraph 2; they stand in paragraph 1',
    ]);
    expect(among(edited(['3 the bridge is old', '9 the bridge is old'])).wrong).toEqual([
      'bridge.yaml:28:15: age: report: there is no paragraph 9; the source has 5',
    ]);
  });

  test('is a quotation that is not in the passage of its own statement', () => {
    const quoting = (words: string, evidence: string) => among(edited(noted(evidence, `'“${words},” Lind said.'`)));
    expect(quoting('It is safe', '2 “It is safe,” the')).toMatchObject({ wrong: [], quotations: 1 });
    expect(quoting('It is very safe', '2 “It is safe,” the').wrong).toEqual([
      'bridge.yaml:27:11: age: the quotation “It is very safe,” is not verbatim in its passage',
    ]);
    expect(quoting('It is safe', '3 the bridge is old').wrong).toHaveLength(1);
  });

  test('is told at its place in the file: of a position, of one of several lines, of a correction of an earlier day', () => {
    const second = `      - actor: mayor
        id: again
        stance: doubts
        what: “No,” Ada Lind said.
        evidence: [2 the mayor said so, 1 never said at all]
facts:`;
    const earlier = `corrections:
  - { when: 2024-05-04, statement: age, was: Old., why: Wrong., evidence: 3 the bridge is old }
  - when: 2024-05-03
    statement: age
    was: New.
    why: Wrong.
    evidence: 3 the bridge is new
`;
    expect(among(edited(['facts:', second]) + earlier).wrong).toEqual([
      expect.stringMatching(/^bridge\.yaml:29:41: safe\/again: report: the words ‘never said at all’ do not/),
      expect.stringMatching(/^bridge\.yaml:28:15: safe\/again: the quotation “No,” is not verbatim/),
      expect.stringMatching(/^bridge\.yaml:42:15: age: report: the words ‘the bridge is new’ do not/),
    ]);
  });

  test('is an aside that the source does not have', () => {
    const [from, to] = aside;
    expect(among(edited([from, to.replace('Photo', 'Foto')])).wrong).toEqual([
      'bridge.yaml:10:13: report: the aside ‘Foto: Ada Lind’ is no paragraph of the source',
    ]);
  });

  test('is evidence of a correction that is not there; what was wrong before is in no source', () => {
    const correction = (words: string) =>
      `corrections:\n  - { when: 2024-05-03, statement: age, was: "“New,” it said.", why: Wrong., evidence: ${words} }\n`;
    expect(among(edited() + correction('3 the bridge is old'))).toMatchObject({ wrong: [], passages: 4 });
    expect(among(edited() + correction('3 the bridge is new')).wrong).toEqual([
      expect.stringMatching(/^bridge\.yaml:32:88: age: report: the words ‘the bridge is new’ do not/),
    ]);
  });
});

test('a source that is not at hand is named, and nothing of it is compared', () => {
  const coverage = coverageOf(load(edited(noted('9 not there at all', '“No,” Lind said.'))), () => undefined);
  expect(coverage).toEqual({
    passages: 0,
    located: 0,
    quotations: 0,
    sentences: 0,
    wrong: [],
    uncited: [],
    missing: ['report'],
  });
});

describe('the stories of this repository', () => {
  const textsIn = (folder: string) => (source: string) => {
    const path = join(folder, `${source}.txt`);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };

  test.each([
    ['invented-satellite', { passages: 44, located: 44, quotations: 14, sentences: 48 }],
    ['invented-water', { passages: 51, located: 51, quotations: 13, sentences: 62 }],
  ])('%s is covered by its sources, sentence by sentence', (id, counts) => {
    const coverage = coverageOf(
      loadFile('tests', 'stories', `${id}.yaml`),
      textsIn(join(root, 'tests', 'stories', 'sources')),
    );
    expect(coverage).toEqual({ ...counts, wrong: [], uncited: [], missing: [] });
  });

  const shared = join(root, '..', 'shared', 'source');
  const reason = existsSync(shared)
    ? ''
    : ' (skipped: the article is third-party text and not kept in this repository)';
  test.skipIf(!existsSync(shared))(`albania-iran is covered by its article, 22 sentences of 22${reason}`, () => {
    const coverage = coverageOf(loadFile('briefings', 'albania-iran.yaml'), textsIn(shared));
    expect(coverage).toEqual({
      passages: 27,
      located: 27,
      quotations: 11,
      sentences: 22,
      wrong: [],
      uncited: [],
      missing: [],
    });
  });
});
