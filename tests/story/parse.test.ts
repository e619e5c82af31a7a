import { describe, expect, test } from 'vitest';
import { bounds } from '../../src/story/index.ts';
import { bridge, bytesOf, edited, load, problemsOf, whatOf } from './fixture.ts';

describe('the bytes of a file', () => {
  test.each([
    ['empty', new Uint8Array(), 'the file is empty'],
    ['of white space', bytesOf(' \n\t\r\n'), 'the file is empty'],
    ['of a byte order mark', bytesOf('\ufeff'), 'the file is empty'],
    ['of comments', bytesOf('# a story, some day\n'), 'the file holds no story'],
    ['binary', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0x00), 'the file is not text'],
    ['an image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'the file is not encoded as UTF-8; save it as UTF-8'],
    ['in Latin-1', Buffer.from('name: Skarnvåg', 'latin1'), 'the file is not encoded as UTF-8; save it as UTF-8'],
    ['in UTF-16', Buffer.from(`\ufeff${bridge}`, 'utf16le'), 'the file is encoded as UTF-16; save it as UTF-8'],
    [
      'in UTF-16, big end first',
      Buffer.from(`\ufeff${bridge}`, 'utf16le').swap16(),
      'the file is encoded as UTF-16; save it as UTF-8',
    ],
    ['in UTF-16 without a mark', Buffer.from(bridge, 'utf16le'), 'the file is not text'],
    ['of 10 MB', Buffer.alloc(10_000_000, bridge), 'the file is larger than 1 MiB, the most that is read'],
    [
      'a byte too long',
      Buffer.alloc(bounds.fileBytes + 1, '#'),
      'the file is larger than 1 MiB, the most that is read',
    ],
    ['a list', bytesOf('- a\n'), 'the file wants keys of its own, not a list'],
    [
      'a sentence',
      bytesOf('The bridge closed.\n'),
      'the file wants keys of its own, not the text ‘The bridge closed.’',
    ],
  ])('that is %s are refused', (_what, bytes, message) => {
    expect(problemsOf(bytes)).toEqual([`bridge.yaml:1:1: ${message}`]);
  });

  test('may be as many as 1 MiB', () => {
    const comment = `# ${'x'.repeat(97)}\n`;
    const text = bridge.padEnd(bounds.fileBytes - comment.length, comment);
    expect(load(`${text}\n`).id).toBe('bridge');
  });

  test('may begin with a byte order mark and end lines as Windows does, which moves no place', () => {
    expect(load(`\ufeff${bridge}`)).toEqual(load(bridge));
    expect(load(bridge.replaceAll('\n', '\r\n'))).toEqual(load(bridge));
    expect(load(bridge.replaceAll('\n', '\r'))).toEqual(load(bridge));
    const wrong = edited(['state: developing', 'state: open']).replaceAll('\n', '\r\n');
    expect(problemsOf(`\ufeff${wrong}`)).toEqual(['bridge.yaml:5:8: ‘state’ is one of developing, quiet, closed']);
  });
});

describe('the name of a file', () => {
  test('is the id of its story, wherever the file lies', () => {
    expect(load(bridge, 'bridge-2.yaml').id).toBe('bridge-2');
    expect(load(bridge, '/news/2024/bridge.yaml').id).toBe('bridge');
    expect(load(bridge, 'C:\\news\\bridge.yaml').id).toBe('bridge');
    expect(load(bridge, `${'b'.repeat(40)}.yaml`).id).toHaveLength(40);
  });

  test.each([
    ['Bridge.yaml', 'bridge'],
    ['a bridge.yaml', 'a-bridge'],
    ['bridge.yml', 'bridge'],
    ['1bridge.yaml', undefined],
    ['bridge-.yaml', 'bridge'],
    ['brücke.yaml', 'brucke'],
    ['__proto__.yaml', 'proto'],
    ['.yaml', undefined],
    [`${'b'.repeat(41)}.yaml`, undefined],
  ])('‘%s’ is none; the nearest is %s', (file, near) => {
    const advice = near === undefined ? '' : `; rename it to ‘${near}.yaml’`;
    expect(problemsOf(bridge, file)).toEqual([
      `${file}:1:1: the file’s name is the story’s id: at most 40 lower-case letters, digits and hyphens${advice}`,
    ]);
  });
});

// A file is read in four steps, and one that a step refuses does not come to the next.
describe('everything that is wrong is told at once, in the order of the lines', () => {
  test('in the text of a file', () => {
    const text = edited(
      ['title: A bridge closes', 'title: A bridge # closes'],
      ['name: Ada Lind, role', 'name: Lind, Ada, role'],
      ['what: The bridge closed.', 'what: *closed'],
      ['  Is it safe?', '  !Is it safe?'],
    );
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(/^bridge\.yaml:1:16: the text ends at ‘bridge’: YAML drops/),
      expect.stringMatching(/^bridge\.yaml:11:24: YAML split the text at the comma before ‘Ada’/),
      expect.stringMatching(/^bridge\.yaml:15:11: ‘\*closed’ is read by YAML as an alias/),
      expect.stringMatching(/^bridge\.yaml:30:7: ‘!Is’ is read by YAML as a mark/),
    ]);
  });

  test('in the shape of a file', () => {
    const text = edited(
      ['title: A bridge closes', 'title:'],
      ['state: developing', 'state: open'],
      ['role: mayor }', 'rolle: mayor }'],
      ['    evidence: 1 The bridge closed today\n', ''],
      ['stance: asserts', 'stance: says'],
      ['Is it safe?: safe', 'Is it safe?: []'],
    );
    expect(problemsOf(text)).toEqual([
      'bridge.yaml:1:1: ‘title’ is empty',
      'bridge.yaml:5:8: ‘state’ is one of developing, quiet, closed',
      'bridge.yaml:11:28: there is no key ‘rolle’ here; did you mean ‘role’?',
      'bridge.yaml:13:3: ‘evidence’ is missing',
      'bridge.yaml:21:17: ‘stance’ is one of asserts, suggests, reports, denies, doubts, supports, condemns, declines',
      'bridge.yaml:29:3: ‘Is it safe?’ is an empty list',
    ]);
  });

  test('in the shape of some entries and in what others say, but not in what refers to a broken one', () => {
    const text = edited(
      ['state: developing', 'state: open'],
      ['role: mayor }', 'rolle: mayor }'],
      ['when: 2024-05-01', 'when: 2024-05-32'],
      ['3 the bridge is old', '0 the bridge is old'],
      ['Is it safe?: safe', 'Is it safe?: saff'],
    );
    expect(problemsOf(text)).toEqual([
      'bridge.yaml:5:8: ‘state’ is one of developing, quiet, closed',
      'bridge.yaml:11:28: there is no key ‘rolle’ here; did you mean ‘role’?',
      'bridge.yaml:14:11: there is no ‘2024-05-32’ in the calendar',
      'bridge.yaml:28:15: paragraphs are counted from 1',
      'bridge.yaml:30:16: there is no statement or open question ‘saff’; did you mean ‘safe’?',
    ]);
  });

  test.each([
    ['url: courier.example/x', 'bridge.yaml:12:10: ‘url’ is no web address: it begins with https://', '2024-06-02'],
    ['title: Late', 'bridge.yaml:10:3: ‘published’ is missing', undefined],
  ])('and of a report with `%s`, broken as it is, no day is counted', (line, problem, published) => {
    const later = `published: 2024-05-02\n  later:\n    ${published ? `published: ${published}\n    ` : ''}${line}`;
    const text = edited(
      ['published: 2024-05-02', later],
      // Cited as one of two by the event and by the older fact.
      ['when: 2024-05-01', 'when: 2024-06-01'],
      ['1 The bridge closed today', '[report 1 The bridge closed, later 1 The bridge closed]'],
      ['2 the mayor', 'report 2 the mayor'],
      ['what: The bridge is old.', 'what: The bridge is old.\n    withdrawn: 2024-05-01'],
      ['3 the bridge is old', '[later 3 the bridge is old, report 3 the bridge is old]'],
      [
        'facts:',
        'facts:\n  deck:\n    updated_by: closing\n    what: It is old.\n    evidence: report 3 the bridge is old',
      ],
    );
    expect(problemsOf(text)).toEqual([problem]);
  });

  test.each(['who-says-what', 'claims'])('but not in what refers to an entry under the unknown key ‘%s’', (key) => {
    const text = edited(['who_says_what:', `${key}:`], ['[closing]', '[closing, safe/mayor]']);
    expect(problemsOf(text)).toEqual([expect.stringMatching(`^bridge.yaml:17:1: there is no key ‘${key}’ here`)]);
  });

  test('and of a broken actor is not said that no sentence names them', () => {
    const text = edited(
      ['role: mayor }', 'rolle: mayor }'],
      ['what: The bridge closed.', 'what: “The bridge closed”, Ada Lind said.\n    by: mayor'],
      ['what: Mayor Ada Lind said so.', 'what: Ada Lind said so.'],
    );
    expect(problemsOf(text)).toEqual(['bridge.yaml:11:28: there is no key ‘rolle’ here; did you mean ‘role’?']);
  });

  test('in what it refers to', () => {
    const text = edited(
      ['[closing]', '[closng]'],
      ['when: 2024-05-01', 'when: 2024-05-32'],
      ['actor: mayor', 'actor: mayer'],
      ['3 the bridge is old', '0 the bridge is old'],
    );
    expect(problemsOf(text)).toEqual([
      'bridge.yaml:6:12: there is no statement ‘closng’; did you mean ‘closing’?',
      'bridge.yaml:14:11: there is no ‘2024-05-32’ in the calendar',
      'bridge.yaml:21:16: there is no actor ‘mayer’; did you mean ‘mayor’?',
      'bridge.yaml:28:15: paragraphs are counted from 1',
    ]);
  });

  test('in what journalism asks of it', () => {
    const text = edited(
      ['when: 2024-05-01', 'when: 2024-06'],
      ['what: Mayor Ada Lind said so.', 'what: She said so.'],
      ['what: The bridge is old.', 'what: The bridge is “old”.\n    withdrawn: 2024-01-01'],
    );
    expect(problemsOf(text)).toEqual([
      'bridge.yaml:14:11: it lies after its last report (2024-05-02); give it `status: planned`',
      'bridge.yaml:23:15: the sentence does not name its `actor`, Ada Lind; name them by name, role or another name',
      'bridge.yaml:27:11: whose words the quotation is, is missing: add `by` with an actor’s id, or `by: not stated`',
      'bridge.yaml:28:16: the statement was first reported later, on 2024-05-02',
    ]);
  });
});

test('events are in the order of their days, those of one day in that of the file', () => {
  const event = (id: string, when: string) =>
    `  ${id}:\n    when: ${when}\n    what: It was so.\n    evidence: 1 The bridge closed\n`;
  const more = event('second', '2024-05-01') + event('early', '2018') + event('twice', '[2024-05-02, 2017]');
  const { events } = load(edited(['who_says_what:', `${more}who_says_what:`]));
  expect(events.map(({ id }) => id)).toEqual(['twice', 'early', 'closing', 'second']);
});

test('a story that loads has its sentences as they were typed', () => {
  const story = load(bridge);
  expect(whatOf(story, 'closing')).toBe('The bridge closed.');
  expect(whatOf(story, 'safe/mayor')).toBe('Mayor Ada Lind said so.');
  expect(whatOf(story, 'age')).toBe('The bridge is old.');
});

test('what is wrong alike in more than three places is told once, with their lines', () => {
  const second = ['published: 2024-05-02', 'published: 2024-05-02\n  paper:\n    published: 2024-05-03'] as const;
  const message = 'the source’s id is missing; a story with several sources names it in each line';
  expect(problemsOf(edited(second))).toEqual(
    [18, 26, 30].map((line) => `bridge.yaml:${line}:15: ${message}`.replace(':26:15', ':26:19')),
  );
  const lines = (count: number) =>
    edited(second, [
      'evidence: 1 The bridge closed today',
      `evidence:\n${'      - 1 The bridge closed today\n'.repeat(count).trimEnd()}`,
    ]);
  expect(problemsOf(lines(2))).toEqual([`bridge.yaml:19:9: ${message} (also in lines 20, 28, 32)`]);
  expect(problemsOf(lines(12))).toEqual([
    `bridge.yaml:19:9: ${message} (also in lines 20, 21, 22, 23, 24, 25, 26, 27, 28, 29 and 3 more)`,
  ]);
});
