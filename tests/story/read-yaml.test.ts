import { describe, expect, test } from 'vitest';
import { readYaml } from '../../src/story/format/read-yaml.ts';
import { edited, load, problemsOf, saying, whatOf } from './fixture.ts';

const drops = 'YAML drops what follows; put a comment on a line of its own, or the sentence in quotation marks';
const actor = (typed: string) => edited(['{ name: Ada Lind, role: mayor }', typed]);

describe('what was typed stays the text that it is', () => {
  test.each(['no', 'yes', 'null', '~', '2014', '1e3', '0x1f', '012', '1_000', '.inf', 'true', '2022-09-08', '<<'])(
    '‘%s’ is that text, as a value and as a key',
    (typed) => expect(readYaml(`${typed}: ${typed}\n`)).toMatchObject({ value: { [typed]: typed }, problems: [] }),
  );

  test('lines are folded, and every run of white space is one space', () => {
    const text = 'a: >-\n  one\n  two\n\n  three\nb: four\n  five\nc: "six \\t\\n seven\u00a0eight"\n';
    expect(readYaml(text).value).toEqual({ a: 'one two three', b: 'four five', c: 'six seven eight' });
  });

  test('a comment on a line of its own, behind a quoted text or behind a list loses nothing', () => {
    const text = edited(
      ['what: The bridge closed.', 'what: "The # bridge closed." # as the wire has it'],
      ['in_short: [closing]', '# the first screen\nin_short: [closing] # one is enough'],
      ['facts:', 'facts: # what stays'],
    );
    expect(whatOf(load(text), 'closing')).toBe('The # bridge closed.');
  });

  test('a ‘#’ without a space before it, and a colon without one behind it, are text', () => {
    expect(whatOf(load(saying('C#minor at 12:30, http://example.org/a#b')), 'closing')).toBe(
      'C#minor at 12:30, http://example.org/a#b',
    );
  });
});

describe('a comment behind unquoted text', () => {
  test.each([
    ['a sentence', saying('The attack # took hours.'), `15:21: the text ends at ‘attack’: ${drops}`],
    [
      'a sentence that has a number sign',
      saying('Attack #3 took hours.'),
      `15:17: the text ends at ‘Attack’: ${drops}`,
    ],
    ['nothing at all', saying('# not known'), `15:11: there is no text before the ‘#’: ${drops}`],
    ['a list', edited(['[closing]', '\n  - closing # first']), `7:12: the text ends at ‘closing’: ${drops}`],
    [
      'a list in brackets',
      edited(['[closing]', '[closing # first\n  ]']),
      `6:19: the text ends at ‘closing’: ${drops}`,
    ],
    [
      'a map in braces',
      actor('{ name: Ada Lind, role: mayor # of\n    }'),
      `11:39: the text ends at ‘mayor’: ${drops}`,
    ],
    [
      'a key in braces',
      actor('{ name: Ada Lind, role # of\n    : mayor }'),
      `11:32: the text ends at ‘role’: ${drops}`,
    ],
  ])('of %s is refused', (_where, text, problem) => {
    expect(problemsOf(text)).toEqual([`bridge.yaml:${problem}`]);
  });

  test('within a sentence of several lines is refused at the line that it cuts off', () => {
    expect(problemsOf(saying('The bridge\n      closed # early\n      today.'))[0]).toBe(
      'bridge.yaml:17:1: in the line above the text ends at ‘closed’: YAML drops what follows; put the sentence in quotation marks',
    );
  });
});

describe('text that YAML splits', () => {
  const splits = (words: string) =>
    `YAML splits the text at the colon after ‘${words}’; put the sentence in quotation marks`;
  const wasSplit = (what: string, words: string) =>
    `${what} was split by YAML at the colon after ‘${words}’; put the sentence in quotation marks`;
  const comma = (words: string) =>
    `YAML split the text at the comma before ‘${words}’; put the whole text in quotation marks`;

  test.each([
    ['a colon', saying('The mayor said: no.'), `15:11: ${splits('The mayor said')}`],
    ['a colon at its end', saying('The mayor said:'), `15:11: ${splits('The mayor said')}`],
    ['a colon in braces', saying('{The mayor said: no}'), `15:5: ${wasSplit('‘what’', 'The mayor said')}`],
    [
      'a colon in a list',
      edited(['1 The bridge closed today', '\n      - 1 The: bridge']),
      `17:9: ${wasSplit('item 1', '1 The')}`,
    ],
    ['a comma in braces', actor('{ name: Lind, Ada, role: mayor }'), `11:24: ${comma('Ada')}`],
    ['a colon without a space in braces', actor('{ name: Ada Lind, role:mayor }'), `11:28: ${comma('role:mayor')}`],
    [
      'a comma and a colon in braces',
      actor('{ name: Ada Lind, the mayor: she said so }'),
      '11:28: YAML split the text at ‘the mayor’ and made it a key; put the sentence in quotation marks',
    ],
    [
      'a comma in a list of evidence',
      edited(['1 The bridge closed today', '[1 The bridge closed, today at noon]']),
      '16:37: ‘today at noon’ is no evidence: write `source-id paragraph first words … last words` (put the line in quotation marks if a comma or colon cut it)',
    ],
    [
      'the end of a quotation',
      saying('"The bridge closed", she said.'),
      '15:30: YAML ends the text before this; put the whole sentence in quotation marks',
    ],
    [
      'braces',
      actor('{ Ada Lind }'),
      '11:12: ‘Ada Lind’ is read by YAML as a key without a value; put the whole text in quotation marks',
    ],
  ])('at %s is named as such', (_where, text, problem) => {
    expect(problemsOf(text)).toEqual([`bridge.yaml:${problem}`]);
  });

  test('on a line below is named by the words that it begins with', () => {
    expect(problemsOf(saying('The mayor\n      said: no.'))[0]).toBe(
      'bridge.yaml:15:11: YAML goes on with ‘The mayor’ in the line below, which is indented more: indent it like this one if it is a key of its own; else put the whole text in quotation marks',
    );
    expect(problemsOf(saying('The mayor\n      said and did: no.'))[0]).toBe(
      'bridge.yaml:15:11: YAML splits the text that begins with ‘The mayor’ at a colon; put the sentence in quotation marks',
    );
  });
});

describe('what YAML tells at another place, or in words of its own', () => {
  test.each([
    ['"', 'The bridge closed.'],
    ["'", 'The bridge closed.'],
    ['"', 'The \\"old\\" bridge closed.'],
    ["'", "The town''s bridge closed''."],
  ])('is named where a text is opened by %s and not closed: %s', (mark, text) => {
    expect(problemsOf(saying(`${mark}${text}`))).toEqual([
      `bridge.yaml:15:11: the text that is opened by ${mark} here is not closed`,
    ]);
  });

  const missing = (key: string) =>
    `a colon and a space are missing: write ‘${key}: …’; a text that goes on from the line above is indented more than its key`;
  test.each([
    ['14:5', 'when', ['when: 2024-05-01', 'when 2024-05-01']],
    ['14:5', 'when', ['when: 2024-05-01', 'when:2024-05-01']],
    ['21:9', 'actor', ['- actor: mayor', '- actor mayor']],
    ['16:5', 'evidence', ['evidence: 1 The', 'evidence 1 The']],
    ['28:5', 'evidence', ['evidence: 3 the', 'evidence:3 the']],
    ['16:5', 'by', ['what: The bridge closed.', 'what: The bridge closed\n    by noon.']],
  ] as const)('is named at %s, where a colon or a space is missing: %s', (place, key, edit) => {
    expect(problemsOf(edited(edit))).toEqual([`bridge.yaml:${place}: ${missing(key)}`]);
  });
});

describe('where YAML no longer knows what belongs to what, the first mistake alone is told', () => {
  const unlike = (spaces: string) =>
    `the line is ${spaces}, unlike those above that it belongs to; lines of one part are indented alike`;
  const odd = (where: string, code: string) =>
    `${where} a sign that looks like a space and is none (${code}); type spaces`;

  test.each([
    [
      'a line indented less',
      ['    what: The bridge closed', '   what: The bridge closed'],
      `15:1: ${unlike('indented by 3 spaces')}`,
    ],
    [
      'a line by one space',
      ['    what: The bridge closed', ' what: The bridge closed'],
      `15:1: ${unlike('indented by one space')}`,
    ],
    [
      'a line indented more',
      ['    what: The bridge closed.', '      what: The bridge closed.'],
      '14:11: YAML goes on with ‘2024-05-01’ in the line below, which is indented more: indent it like this one if it is a key of its own; else put the whole text in quotation marks',
    ],
    ['a list', ['[closing]', '\n    - closing\n   - closing'], `8:1: ${unlike('indented by 3 spaces')}`],
    [
      'a no-break space in front',
      ['    what: The bridge closed', '\u00a0   what: The bridge closed'],
      `15:11: ${odd('the line begins with', 'U+00A0')}`,
    ],
    [
      'one behind a colon',
      ['what: The bridge closed.', 'what:\u00a0The bridge closed.'],
      `15:5: ${odd('behind ‘what:’ stands', 'U+00A0')}`,
    ],
    [
      'what is left of a merge',
      ['  closing:\n', '<<<<<<< HEAD\n  closing:\n'],
      '13:1: the line is left from two versions that were merged; keep one of them, and remove the lines <<<<<<<, ======= and >>>>>>>',
    ],
    ['a brace', ['role: mayor }', 'role: mayor'], '11:10: the { here is not closed by }'],
    ['a bracket', ['[closing]', '[closing'], '6:11: the [ here is not closed by ]'],
    [
      'a colon in braces',
      ['{ name: Ada Lind, role: mayor }', '{ name: Ada Lind, role: mayor: of the town }'],
      '11:34: YAML splits the text at the colon after ‘mayor’; put the sentence in quotation marks',
    ],
  ] as const)('such as %s', (_what, edit, problem) => {
    expect(problemsOf(edited(edit))).toEqual([`bridge.yaml:${problem}`]);
  });
});
