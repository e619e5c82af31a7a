import { describe, expect, test } from 'vitest';
import { bridge, edited, load, problemsOf, saying } from './fixture.ts';

type Edit = readonly [from: string, to: string];
const event = (line: string): Edit => ['what: The bridge closed.', `what: The bridge closed.\n    ${line}`];
const source = (line: string): Edit => ['published: 2024-05-02', `published: 2024-05-02\n    ${line}`];
const position = (line: string): Edit => ['stance: asserts', `stance: asserts\n        ${line}`];
const actor = (typed: string): Edit => ['{ name: Ada Lind, role: mayor }', typed];

describe('a key that the format does not have', () => {
  test.each([
    ['a story', ['state: developing', 'state: developing\nlangauge: en'], '6:1', 'langauge', 'language'],
    ['a source', source('publishd: 2024'), '10:5', 'publishd', 'published'],
    ['an actor', actor('{ name: Ada Lind, role: mayor, speakes_for: x }'), '11:41', 'speakes_for', 'speaks_for'],
    ['an event', event('becuase: age'), '16:5', 'becuase', 'because'],
    ['an open question', ['asks: Is', 'abot: age\n    asks: Is'], '19:5', 'abot', 'about'],
    ['a position', position('whn: 2024'), '23:9', 'whn', 'when'],
    ['a fact', ['  age:', '  age:\n    withdrwn: 2024'], '27:5', 'withdrwn', 'withdrawn'],
  ] as const)('in %s is named, with the one that was meant', (_place, edit, at, key, meant) => {
    expect(problemsOf(edited(edit))).toEqual([
      `bridge.yaml:${at}: there is no key ‘${key}’ here; did you mean ‘${meant}’?`,
    ]);
  });

  test('in a correction is named, with the one that was meant', () => {
    const correction = '{ when: 2024-05-03, statment: age, was: x, why: y, evidence: 3 the bridge is old }';
    expect(problemsOf(`${bridge}corrections:\n  - ${correction}\n`)).toEqual([
      'bridge.yaml:32:5: ‘statement’ is missing',
      'bridge.yaml:32:25: there is no key ‘statment’ here; did you mean ‘statement’?',
    ]);
  });

  test('in a position is `by`, since its actor is the speaker', () => {
    expect(problemsOf(edited(position('by: mayor')))).toEqual(['bridge.yaml:23:9: there is no key ‘by’ here']);
  });

  test('is named without a guess where none is near', () => {
    expect(problemsOf(`${bridge}weather: rain\n`)).toEqual(['bridge.yaml:31:1: there is no key ‘weather’ here']);
  });
});

describe('a value that does not fit', () => {
  test.each([
    ['a text that is a list', saying('[a, b]'), '15:5: ‘what’ wants one text, not a list'],
    ['a text that is missing', edited(['    what: The bridge is old.\n', '']), '26:3: ‘what’ is missing'],
    ['a text that is empty', saying(''), '15:5: ‘what’ is empty'],
    [
      'a text that is YAML’s nothing',
      saying('null'),
      '15:11: ‘what’ is ‘null’, which says nothing: leave it out, or write what it is',
    ],
    [
      'a name that is another such',
      edited(['name: Bridge', 'name: ~']),
      '2:7: ‘name’ is ‘~’, which says nothing: leave it out, or write what it is',
    ],
    ['a text that nobody sees', saying('"\u200b"'), '15:11: ‘what’ has no visible character'],
    ['a sentence too long', saying('x'.repeat(601)), '15:11: ‘what’ has 601 characters; at most 600 fit'],
    [
      'a headline too long',
      edited(event(`short: ${'x'.repeat(61)}`)),
      '16:12: ‘short’ has 61 characters; at most 60 fit',
    ],
    [
      'a question too long',
      edited(['Is it safe?:', `${'x'.repeat(76)}:`]),
      `30:3: ‘${'x'.repeat(76)}’ has 76 characters; at most 75 fit`,
    ],
    ['a list that is a text', edited(['[closing]', 'closing']), '6:11: ‘in_short’ wants a list, as [one, two]'],
    ['a list that is empty', edited(['1 The bridge closed today', '[]']), '16:5: ‘evidence’ is an empty list'],
    ['a list too long', `${bridge}topics: [${Array(21).fill('a')}]\n`, '31:1: ‘topics’ has more than 20 items'],
    [
      'a topic that is no id',
      `${bridge}topics: [News]\n`,
      '31:10: item 1 is no id: use lower-case letters, digits and hyphens',
    ],
    [
      'a list of a map',
      edited(['[closing]', '[{ a: b }]']),
      '6:12: item 1 was split by YAML at the colon after ‘a’; put the sentence in quotation marks',
    ],
    [
      'keys that are a text',
      edited(actor('Ada Lind')),
      '11:10: ‘mayor’ wants keys of its own, not the text ‘Ada Lind’',
    ],
    ['keys that are a list', edited(actor('[Ada]')), '11:3: ‘mayor’ wants keys of its own, not a list'],
    ['keys that are missing', edited(actor('')), '11:3: ‘mayor’ wants keys of its own, and has none'],
    [
      'a date that is a map',
      edited(['when: 2024-05-01', 'when: { from: 2024 }']),
      '14:5: ‘when’ wants a date, or a list of dates',
    ],
    ['a date of lists', edited(['when: 2024-05-01', 'when: [[2024]]']), '14:12: item 1 wants a date'],
    [
      'an unknown status',
      edited(event('status: cancelled')),
      '16:13: ‘status’ is one of happened, planned, called off',
    ],
    [
      '`unnamed: false`',
      edited(actor('{ name: Ada Lind, role: mayor, unnamed: false }')),
      '11:50: ‘unnamed’ is `true`, or left out',
    ],
    [
      'an unknown language',
      edited(['language: en', 'language: english_x']),
      '3:11: ‘language’ is no language tag (BCP 47), as en or pt-BR',
    ],
    [
      'a language’s name',
      edited(['language: en', 'language: english']),
      '3:11: ‘language’ is no language tag (BCP 47), as en or pt-BR',
    ],
    [
      'an unknown time zone',
      edited(['Europe/Oslo', 'Mars/Phobos']),
      '4:12: ‘time_zone’ is no time zone of the IANA list, as Europe/Tirane',
    ],
    [
      'a slip in a time zone',
      edited(['Europe/Oslo', 'Europe/Olso']),
      '4:12: ‘time_zone’ is no time zone of the IANA list, as Europe/Tirane; did you mean ‘Europe/Oslo’?',
    ],
    ...(['Lisbon', 'lisboa', 'New York'] as const).map((city): [string, string, string] => [
      `a city for a time zone: ${city}`,
      edited(['Europe/Oslo', city]),
      `4:12: ‘time_zone’ is no time zone of the IANA list, as Europe/Tirane; did you mean ‘${city === 'New York' ? 'America/New_York' : 'Europe/Lisbon'}’?`,
    ]),
    ['no web address', edited(source('url: example.org')), '10:10: ‘url’ is no web address: it begins with https://'],
    [
      'a script for an address',
      edited(source('url: "javascript:alert(1)"')),
      '10:10: ‘url’ is no web address: it begins with https://',
    ],
    [
      'a claim about an event',
      edited(event('positions: [{ actor: mayor, stance: asserts, what: Ada Lind., evidence: 2 the mayor said so }]')),
      '16:41: ‘stance’ is one of supports, condemns, reports, declines',
    ],
    [
      'an open question without positions',
      edited(
        ['asks: Is', 'positions: []\n    asks: Is'],
        [
          '    positions:\n      - actor: mayor\n        stance: asserts\n        what: Mayor Ada Lind said so.\n        evidence: 2 the mayor said so\n',
          '',
        ],
      ),
      '19:5: ‘positions’ has no position; an open question needs at least one',
    ],
    [
      'a second id that is none',
      edited(position('id: Again')),
      '23:13: ‘id’ is no id: use lower-case letters, digits and hyphens',
    ],
  ])('as %s is told at its place', (_what, text, problem) => {
    expect(problemsOf(text)).toEqual([`bridge.yaml:${problem}`]);
  });

  test('is told for each key that is missing', () => {
    const missing = ['title', 'name', 'language', 'time_zone', 'state', 'in_short', 'sources'];
    expect(problemsOf('{}')).toEqual(missing.map((key) => `bridge.yaml:1:1: ‘${key}’ is missing`));
  });
});

test('what is at its bound still loads', () => {
  const story = load(
    edited(
      ['what: The bridge closed.', `what: ${'x'.repeat(200)}\n    short: ${'x'.repeat(60)}`],
      ['what: The bridge is old.', `what: ${'x'.repeat(600)}`],
      ['Is it safe?:', `${'x'.repeat(75)}:`],
      ['  age:', `  ${'a'.repeat(32)}:`],
    ),
  );
  expect(story.facts[0]?.what).toHaveLength(600);
});

test('one thing may stand for a list of one', () => {
  const story = load(edited(event('who: mayor\n    because: age')));
  expect(story.events[0]).toMatchObject({ who: [{ id: 'mayor' }], because: ['age'], evidence: [{ paragraph: 1 }] });
});
