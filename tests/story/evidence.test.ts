import { describe, expect, test } from 'vitest';
import { parseEvidence } from '../../src/story/evidence.ts';
import { deepLink, type Evidence, passageOf, quotationsIn } from '../../src/story/index.ts';
import { isVerbatim, locate, paragraphsOf } from '../../src/story/passages.ts';

const evidence = (first: string, last?: string, paragraph = 1): Evidence => ({
  source: 'report',
  paragraph,
  first,
  ...(last !== undefined && { last }),
});

describe('a line of evidence', () => {
  test.each([
    ['report 4 is doing all … refloat the vessel', evidence('is doing all', 'refloat the vessel', 4)],
    ['4 is doing all … refloat the vessel', evidence('is doing all', 'refloat the vessel', 4)],
    ['4 is doing all ... refloat the vessel', evidence('is doing all', 'refloat the vessel', 4)],
    ['4 is doing all…refloat the vessel', evidence('is doing all', 'refloat the vessel', 4)],
    ['4 is doing all', evidence('is doing all', undefined, 4)],
    ['4 is doing all that it can', evidence('is doing all that it can', undefined, 4)],
    ['12 2 of 3 … at 6.12, it said', evidence('2 of 3', 'at 6.12, it said', 12)],
  ])('‘%s’ is read', (line, expected) => expect(parseEvidence(line, 'report')).toEqual(expected));

  test('names its source where a story has several', () => {
    expect(parseEvidence('report-2 4 is doing all', undefined)).toMatchObject({ source: 'report-2' });
    expect(parseEvidence('4 is doing all', undefined)).toBe(
      'the source’s id is missing; a story with several sources names it in each line',
    );
  });

  test.each([
    ['4 is doing … refloat the vessel', '‘is doing’ has 2 words'],
    ['4 is doing all … vessel', '‘vessel’ has 1 word'],
    ['4 is doing all … one two three four five six seven', '‘one two three four five six seven’ has 7 words'],
  ])('‘%s’ is refused for its number of words', (line, why) => {
    expect(parseEvidence(line, 'report')).toBe(
      `${why}; give three to six, verbatim, on each side of the …, or the whole of a short passage, without the …`,
    );
  });

  test('may hold a short sentence or a long passage whole', () => {
    expect(parseEvidence('4 Residents protested.', 'report')).toEqual(evidence('Residents protested.', undefined, 4));
    const long = 'one two three four five six seven';
    expect(parseEvidence(`4 ${long}`, 'report')).toEqual(evidence(long, undefined, 4));
  });

  test.each([
    'is doing all',
    '4',
    '4 … refloat the vessel',
    '4 is doing all …',
    '4 a b c … d e f … g h i',
    'Report 4 is doing all',
    '12345 is doing all',
    '4. is doing all',
  ])('‘%s’ is no evidence', (line) => {
    expect(parseEvidence(line, 'report')).toBe(
      `‘${line}’ is no evidence: write \`source-id paragraph first words … last words\` (put the line in quotation marks if a comma or colon cut it)`,
    );
  });

  test.each([
    ['[report] 4 is doing all', 'report 4 is doing all'],
    ['report ¶4 is doing all', 'report 4 is doing all'],
    ['[report ¶4] is doing all', 'report 4 is doing all'],
    ['[report, ¶ 4] is doing all', 'report 4 is doing all'],
    ['¶4 is doing all', '4 is doing all'],
    ['[¶4] is doing all', '4 is doing all'],
    ['report 4: is doing all', 'report 4 is doing all'],
  ])('‘%s’ is shown without brackets and signs', (line, plain) =>
    expect(parseEvidence(line, 'report')).toBe(
      `‘${line}’ is no evidence: write it without brackets and signs: ‘${plain}’`,
    ),
  );

  test('counts paragraphs from 1', () =>
    expect(parseEvidence('0 is doing all', 'report')).toBe('paragraphs are counted from 1'));

  test('is shown as the words between which the passage stands', () => {
    expect(passageOf(evidence('is doing all'))).toBe('is doing all');
    expect(passageOf(evidence('is doing all', 'refloat the vessel'))).toBe('is doing all … refloat the vessel');
  });
});

describe('a deep link', () => {
  const url = 'https://example.org/news';

  test('opens the page at the passage, from its first words to its last', () => {
    expect(deepLink(url, evidence('is doing all', 'refloat the vessel'))).toBe(
      `${url}#:~:text=is%20doing%20all,refloat%20the%20vessel`,
    );
    expect(deepLink(url, evidence('is doing all'))).toBe(`${url}#:~:text=is%20doing%20all`);
    // Each of its brackets takes three signs on Discord.
    const long = `${url}${'('.repeat(900)}`;
    expect(deepLink(long, evidence('is doing all'))).toBe(long);
  });

  test('encodes what is syntax in a text directive, and whatever is no letter of a web address', () => {
    expect(deepLink(url, evidence('well-known, A & B', '100 % “sure” #1'))).toBe(
      `${url}#:~:text=well%2Dknown%2C%20A%20%26%20B,100%20%25%20%E2%80%9Csure%E2%80%9D%20%231`,
    );
  });

  test('keeps a fragment and a query that the address has already', () => {
    expect(deepLink(`${url}?id=41&lang=en#text`, evidence('is doing all'))).toBe(
      `${url}?id=41&lang=en#text:~:text=is%20doing%20all`,
    );
  });

  test('can be taken apart again into the words', () => {
    const words = 'a-b, c&d “é” 漢字 😀 =?#';
    const directive = deepLink(url, evidence(words)).split(':~:text=')[1] ?? '';
    expect(directive).toMatch(/^[^-,&#\s]+$/);
    expect(decodeURIComponent(directive)).toBe(words);
  });

  test('leads to the top of the page where it would be too long for a message', () => {
    expect(deepLink(url, evidence('漢'.repeat(300)))).toBe(url);
  });
});

describe('a passage', () => {
  const text =
    'The ship  ran aground.\n\n \t\r\nIt’s “doing all” — said Ada… to refloat the ship.\nThe ship ran aground.';
  const paragraphs = paragraphsOf(text);

  test('stands in a paragraph; those that are empty do not count', () => expect(paragraphs).toHaveLength(3));

  test('is counted alike whatever ends a line', () =>
    expect(paragraphsOf('One.\rTwo.\r\r\nThree.\n\rFour.')).toEqual(['One.', 'Two.', 'Three.', 'Four.']));

  test('is found from its first words to its last, in the paragraph that is named', () => {
    const passage = locate(evidence('The ship ran', 'ran aground.'.slice(4), 1), paragraphs);
    expect(passage).toEqual({ paragraph: 1, start: 0, end: 21, text: 'The ship ran aground.' });
    expect(locate(evidence('ship ran aground', undefined, 3), paragraphs)).toMatchObject({
      paragraph: 3,
      start: 4,
      end: 20,
    });
  });

  test('is found whatever quotation marks, dashes, dots, spaces and accents are made of', () => {
    for (const typed of [
      'It\'s "doing all" - said',
      'It‘s „doing all“ – said',
      'It′s «doing all» ‐ said',
      'It’s\u00a0”doing  all“ ― said',
    ]) {
      expect(locate(evidence(typed, 'Ada... to refloat', 2), paragraphs)).toMatchObject({ paragraph: 2, start: 0 });
    }
    expect(locate(evidence('der Cafe\u0301 ist'), paragraphsOf('der Café ist'))).toMatchObject({ start: 0 });
  });

  test('that begins again within itself is the shortest that its first words begin', () => {
    expect(locate(evidence('a b c', 'x y z'), ['a b c d x y z e x y z'])).toMatchObject({ start: 0, end: 13 });
    expect(locate(evidence('a b c', 'b c d'), ['a b c d'])).toBe('the words ‘b c d’ do not stand there in paragraph 1');
  });

  test('that is not there is told with where its words do stand', () => {
    expect(locate(evidence('to refloat the', undefined, 1), paragraphs)).toBe(
      'the words ‘to refloat the’ do not stand there in paragraph 1; they stand in paragraph 2',
    );
    expect(locate(evidence('The ship ran', 'refloat the ship', 1), paragraphs)).toBe(
      'the words ‘refloat the ship’ do not stand there in paragraph 1; they stand in paragraph 2',
    );
    expect(locate(evidence('the ship RAN', undefined, 1), paragraphs)).toBe(
      'the words ‘the ship RAN’ do not stand there in paragraph 1',
    );
    expect(locate(evidence('The ship ran', undefined, 4), paragraphs)).toBe(
      'there is no paragraph 4; the source has 3',
    );
  });
});

describe('a quotation', () => {
  const verbatim = (quotation: string, text: string) =>
    isVerbatim(quotation, [{ paragraph: 1, start: 0, end: 1, text: paragraphsOf(text)[0] ?? '' }]);

  test('is what stands between quotation marks, in several languages’ ways', () => {
    expect(quotationsIn('“One”, "two", „drei“, „vier”, «cinq» and 「六」, but not ‘seven’ or it’s.')).toEqual([
      'One',
      'two',
      'drei',
      'vier',
      'cinq',
      '六',
    ]);
    expect(quotationsIn('No “quotation here')).toEqual([]);
  });

  test('is compared character by character', () => {
    expect(verbatim('the attack failed', 'He said that “the attack failed” today.')).toBe(true);
    expect(verbatim('the attack has failed', 'He said that “the attack failed” today.')).toBe(false);
    expect(verbatim('The attack failed', 'He said that “the attack failed” today.')).toBe(false);
    expect(verbatim('the attack, failed', 'He said that “the attack failed” today.')).toBe(false);
  });

  test('may differ in typography, and in a comma or full stop before its closing mark', () => {
    expect(
      verbatim(
        'It\'s "all over" - now...',
        '“It’s ‘all over’ – now…” he said'.replaceAll('‘', '“').replace('over’', 'over”'),
      ),
    ).toBe(true);
    for (const end of ['', '.', ',']) {
      expect(verbatim(`the attack failed${end}`, '“the attack failed”')).toBe(true);
      expect(verbatim('the attack failed', `“the attack failed${end}”`)).toBe(true);
    }
    expect(verbatim('the attack failed!', '“the attack failed”')).toBe(false);
    expect(verbatim('the attack failed.', '“the attack failed,”')).toBe(true);
  });

  test('is in none of no passages', () => expect(isVerbatim('the attack failed', [])).toBe(false));
});
