import { describe, expect, test } from 'vitest';
import { bridge, edited, load, problemsOf, saying, whatOf } from './fixture.ts';

const mark = 'is read by YAML as a mark, not as text; put the text in quotation marks';
const actor = (typed: string) => edited(['{ name: Ada Lind, role: mayor }', typed]);
const fact = (key: string) => edited(['  age:', `  ${key}:`]);

describe('a key', () => {
  test.each(['no', 'null', 'true', 'constructor', 'prototype'])('‘%s’ is as good an id as another', (key) => {
    expect(whatOf(load(fact(key)), key)).toBe('The bridge is old.');
  });

  test.each(['2022', 'toString', '1e3', '~', 'A', 'a_b', 'a--b', 'é', '<<', '""', 'a'.repeat(33)])(
    '‘%s’ is no id, and is named as it was typed',
    (key) => {
      const name = key === '""' ? '' : key;
      expect(problemsOf(fact(key))).toEqual([
        `bridge.yaml:26:3: ‘${name}’ is no id: use at most 32 lower-case letters, digits and hyphens`,
      ]);
    },
  );

  test.each(['no', '2022', 'constructor', 'toString', 'on'])(
    '‘%s’ that the format does not have is named as typed',
    (key) => {
      expect(problemsOf(`${bridge}${key}: x\n`)).toEqual([`bridge.yaml:31:1: there is no key ‘${key}’ here`]);
    },
  );

  test('‘__proto__’ is refused, and changes nothing that it is the prototype of', () => {
    const refused = '‘__proto__’ cannot be a key; choose another name';
    expect(problemsOf(fact('__proto__'))).toEqual([`bridge.yaml:26:3: ${refused}`]);
    expect(problemsOf(`${bridge}__proto__: { state: quiet }\n`)).toEqual([`bridge.yaml:31:1: ${refused}`]);
    expect({}).not.toHaveProperty('state');
  });

  test('that stands twice is refused at the second place, also in braces and between quotation marks', () => {
    const twice = (key: string) => `‘${key}’ stands twice in this place; rename or remove one of them`;
    expect(problemsOf(`${bridge}title: Another\n`)).toEqual([`bridge.yaml:31:1: ${twice('title')}`]);
    expect(problemsOf(`${bridge}"title": Another\n`)).toEqual([`bridge.yaml:31:1: ${twice('title')}`]);
    expect(problemsOf(actor('{ name: Ada Lind, name: Ada }'))).toEqual([`bridge.yaml:11:28: ${twice('name')}`]);
    expect(problemsOf(fact('age: {}\n  age'))).toEqual([`bridge.yaml:27:3: ${twice('age')}`]);
  });

  test('that is a list or a map is refused', () => {
    expect(problemsOf(fact('? [age]\n  '))).toEqual([
      'bridge.yaml:26:5: a key must be a text; if the value is a text, put it in quotation marks',
    ]);
  });
});

describe('what YAML takes for a sign of its own', () => {
  test.each([
    ['&closed today', '15:19', '&closed'],
    ['!important news', '15:22', '!important'],
    ['!!important news', '15:23', '!!important'],
    ['!!str The bridge closed.', '15:17', '!!str'],
    ['! The bridge closed.', '15:13', '!'],
  ])('‘%s’ is refused, and loses nothing', (typed, place, sign) => {
    expect(problemsOf(saying(typed))).toEqual([`bridge.yaml:${place}: ‘${sign}’ ${mark}`]);
  });

  test('an anchor and a tag are refused before a key, a map and a list as well', () => {
    expect(problemsOf(fact('&a age'))).toEqual([`bridge.yaml:26:6: ‘&a’ ${mark}`]);
    expect(problemsOf(edited(['  Is it safe?: safe', '  !Is it safe?: safe']))).toEqual([
      `bridge.yaml:30:7: ‘!Is’ ${mark}`,
    ]);
    expect(problemsOf(actor('&ada { name: Ada Lind }'))).toEqual([`bridge.yaml:11:15: ‘&ada’ ${mark}`]);
    expect(problemsOf(edited(['[closing]', '!seq [closing]']))).toEqual([`bridge.yaml:6:16: ‘!seq’ ${mark}`]);
  });

  test('an alias is refused where its anchor is and where it is not', () => {
    const alias = (name: string) => `‘*${name}’ is read by YAML as an alias; put the text in quotation marks`;
    expect(problemsOf(`${bridge}topics: [&a x, *a ]\n`)).toEqual([
      `bridge.yaml:31:13: ‘&a’ ${mark}`,
      `bridge.yaml:31:16: ${alias('a')}`,
    ]);
    expect(problemsOf(saying('*bold*'))).toEqual([`bridge.yaml:15:11: ${alias('bold*')}`]);
  });

  test.each([
    '@home',
    '`code`',
    '%5 of it',
    '- a dash',
    '|text',
    '> quoted',
    "'it's",
    '"unclosed',
    '[a',
    '{a',
    '? why',
  ])('‘%s’ at the beginning of a sentence is refused', (typed) => expect(problemsOf(saying(typed))).not.toEqual([]));

  test('a tab that indents is named; one between words is a space', () => {
    expect(problemsOf(edited(['    what: The bridge closed.', '\twhat: The bridge closed.']))).toEqual([
      'bridge.yaml:15:1: the line is indented by a tab; YAML wants spaces in every line',
    ]);
    expect(whatOf(load(saying('\tThe bridge\tclosed.')), 'closing')).toBe('The bridge closed.');
  });

  test('of tabs that indent the first alone is named, with what stands before it', () => {
    const tabs = bridge.replace(/^(?: {2})+/gm, (spaces) => '\t'.repeat(spaces.length / 2));
    const first = 'bridge.yaml:8:1: the line is indented by a tab; YAML wants spaces in every line';
    expect(problemsOf(tabs)).toEqual([first]);
    expect(problemsOf(tabs.replace('Bridge\n', 'Bridge: one\n'))).toEqual([
      expect.stringMatching(/^bridge.yaml:2:7: YAML splits the text/),
      first,
    ]);
  });

  test('a second document is refused, however it starts', () => {
    const second = 'a line ‘---’ or ‘...’ starts a second document; a file holds one story';
    expect(problemsOf(`${bridge}---\n${bridge}`)).toEqual([`bridge.yaml:31:1: ${second}`]);
    expect(problemsOf(`${bridge}...\ntitle: x\n`)).toEqual([`bridge.yaml:32:1: ${second}`]);
    expect(problemsOf(`---\n${bridge}...\n`)).toEqual([]);
  });
});

describe('characters that no text needs', () => {
  const codes = [
    '0001',
    '0007',
    '000B',
    '000C',
    '001B',
    '007F',
    '0085',
    '009F',
    '202A',
    '202E',
    '2066',
    '2069',
    'FEFF',
  ];
  const refused = (code: string) => [`bridge.yaml:15:11: the text holds the invisible character U+${code}; remove it`];
  const signOf = (code: string) => String.fromCodePoint(Number.parseInt(code, 16));

  test.each(codes)('U+%s is refused as itself and as an escape between quotation marks', (code) => {
    expect(problemsOf(saying(`The${signOf(code)}bridge.`))).toEqual(refused(code));
    expect(problemsOf(saying(`"The\\u${code}bridge."`))).toEqual(refused(code));
  });

  test('the short escapes are refused as well', () => {
    for (const [typed, code] of Object.entries({
      '\\0': '0000',
      '\\a': '0007',
      '\\v': '000B',
      '\\f': '000C',
      '\\e': '001B',
      '\\N': '0085',
    })) {
      expect(problemsOf(saying(`"The${typed}bridge."`))).toEqual(refused(code));
    }
  });

  test('in a key they are refused too', () => {
    expect(problemsOf(fact('"a\\u202e"'))).toEqual([
      'bridge.yaml:26:3: the text holds the invisible character U+202E; remove it',
    ]);
  });

  test.each(['00AD', '200B', '200D', '200E', '2060'])(
    'U+%s, which is not seen, is named where it keeps a word from being what it looks like',
    (code) => {
      const id = `clos${signOf(code)}ing`;
      const is = (place: string, words: string) =>
        `bridge.yaml:${place}: ‘${words}’ holds the invisible character U+${code}; remove it`;
      expect(problemsOf(edited(['[closing]', `[${id}]`]))).toEqual([is('6:12', id)]);
      expect(problemsOf(fact(id))).toEqual([is('26:3', id)]);
      expect(problemsOf(edited(['2024-05-02', `2024-05-02${signOf(code)}`]))).toEqual([
        is('9:16', `2024-05-02${signOf(code)}`),
      ]);
      expect(problemsOf(edited(['state: developing', `state: developing${signOf(code)}`]))).toEqual([
        is('5:8', 'state'),
      ]);
      expect(problemsOf(edited(['Europe/Oslo', `Europe/${signOf(code)}Oslo`]))).toEqual([is('4:12', 'time_zone')]);
      expect(problemsOf(`${bridge}top${signOf(code)}ics: [x]\n`)).toEqual([is('31:1', `top${signOf(code)}ics`)]);
      expect(problemsOf(saying(`${id}`))).toEqual([]);
    },
  );

  test('half a character is refused; a whole one in two escapes is not', () => {
    const half = ['bridge.yaml:15:11: the text holds half a character (a lone surrogate); remove it'];
    expect(problemsOf(saying('"The \\ud83d bridge."'))).toEqual(half);
    expect(problemsOf(saying('"The \\udc00 bridge."'))).toEqual(half);
    expect(whatOf(load(saying('"The \\U0001F600 bridge."')), 'closing')).toBe('The 😀 bridge.');
  });

  test('right-to-left letters and their marks are text', () => {
    expect(whatOf(load(saying('נועה \u200fבן־שחל رانيا')), 'closing')).toBe('נועה \u200fבן־שחל رانيا');
  });
});
