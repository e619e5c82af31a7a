import { describe, expect, test } from 'vitest';
import { bridge, edited, load, problemsOf } from './fixture.ts';

type Edit = readonly [from: string, to: string];
const event = (lines: string): Edit => ['what: The bridge closed.', `what: The bridge closed.\n    ${lines}`];
const fact = (lines: string): Edit => ['what: The bridge is old.', lines];
const said = (what: string): Edit => ['what: Mayor Ada Lind said so.', `what: ${what}`];

describe('an event', () => {
  test('after everything reported is planned', () => {
    expect(problemsOf(edited(['when: 2024-05-01', 'when: 2024-05-03']))).toEqual([
      'bridge.yaml:14:11: it lies after its last report (2024-05-02); give it `status: planned`',
    ]);
    expect(load(edited(['when: 2024-05-01', 'when: 2024-05-03'], event('status: planned'))).events).toHaveLength(1);
    expect(load(edited(['when: 2024-05-01', 'when: 2024-05-02'])).events).toHaveLength(1);
    expect(load(edited(['when: 2024-05-01', 'when: 2024'])).events).toHaveLength(1);
  });

  test('is measured by its own last report, not by another', () => {
    const later: Edit = ['published: 2024-05-02', 'published: 2024-05-02\n  later:\n    published: 2024-06-01'];
    const cited: Edit[] = [
      ['2 the mayor', 'report 2 the mayor'],
      ['3 the bridge', 'later 3 the bridge'],
      ['when: 2024-05-01', 'when: 2024-05-20'],
    ];
    expect(problemsOf(edited(later, ...cited, ['1 The bridge', 'report 1 The bridge']))).toEqual([
      'bridge.yaml:16:11: it lies after its last report (2024-05-02); give it `status: planned`',
    ]);
    expect(load(edited(later, ...cited, ['1 The bridge', 'later 1 The bridge'])).events).toHaveLength(1);
  });

  test('is called off by a later one only where it is planned', () => {
    const other: Edit = [
      'events:',
      'events:\n  storm:\n    when: 2024-05-01\n    what: A storm came.\n    evidence: 1 a storm came',
    ];
    expect(problemsOf(edited(other, event('called_off_by: storm')))).toEqual([
      'bridge.yaml:20:20: a later event calls off what was planned: give it `status: planned`, as it was before',
    ]);
    expect(load(edited(other, event('status: planned\n    called_off_by: storm'))).events[1]).toMatchObject({
      calledOffBy: 'storm',
    });
  });

  test('is updated by others that were reported with it or later', () => {
    expect(load(edited(event('updated_by: age'))).events[0]?.updatedBy).toEqual(['age']);
    expect(problemsOf(edited(event('updated_by: closing')))).toEqual([
      'bridge.yaml:16:17: a statement is not updated by itself',
    ]);
    const later: Edit = ['published: 2024-05-02', 'published: 2024-05-02\n  later:\n    published: 2024-06-01'];
    const cited: Edit[] = [
      ['1 The bridge', 'later 1 The bridge'],
      ['2 the mayor', 'report 2 the mayor'],
      ['3 the bridge', 'report 3 the bridge'],
    ];
    expect(problemsOf(edited(later, ...cited, event('updated_by: age')))).toEqual([
      'bridge.yaml:18:17: ‘age’ was reported before it; name what was reported later',
    ]);
  });

  test('is not its own cause, and does not call itself off', () => {
    expect(problemsOf(edited(event('because: [age, closing]')))).toEqual([
      'bridge.yaml:13:3: ‘closing’ refers to itself',
    ]);
    expect(problemsOf(edited(event('status: planned\n    called_off_by: closing')))).toEqual([
      'bridge.yaml:13:3: ‘closing’ refers to itself',
    ]);
  });

  const told = (what: string, when = '2024-05-01', also = '') =>
    problemsOf(edited(['what: The bridge closed.', `what: ${what}${also}`], ['when: 2024-05-01', `when: ${when}`]));

  test.each([
    ['The bridge closed on 30 April.', '30 April'],
    ['The bridge closed on April 30th', 'April 30th'],
    ['On 30 April the bridge closed, and the road to it.', '30 April'],
    ['On April 30, 2024 the bridge closed.', 'April 30, 2024'],
    ['On 1 May 2023 the bridge closed.', '1 May 2023'],
  ])('has the day that its sentence tells: not ‘%s’', (what, day) => {
    expect(told(what)).toEqual([
      `bridge.yaml:15:11: it happens on ${day}, which is not in its \`when\`; mend one of them; another day than the event’s does not begin or end the sentence`,
    ]);
  });

  test.each([
    ['The bridge closed on 1 May.'],
    ['On May 1st 2024 the bridge closed.'],
    ['The bridge closed on 3 May.', '2024-05'],
    ['The bridge closed on 3 January.', '2023-12/2024-01'],
    ['The bridge closed on 3 May.', '2024-04-30/..'],
    ['The bridge closed on 3 May.', '2024-05-01~'],
    ['The bridge closed on 2 May.', '[2024-04-01, 2024-05-02]'],
    // Of something else than the event, or perhaps so.
    ['The bridge closed until 9 May.'],
    ['The council ordered that it close on 9 May.'],
    ['Parliament put off the vote planned on 9 May.'],
    ['The guards of the bridge went home on 9 May.'],
    ['The bridge closed and is to open on 9 May.'],
    ['The crash on 9 May was looked into.'],
    ['On 9 May’s plan the bridge closed.'],
    ['On 9 May the bridge was to close, but it closed on 1 May.'],
    ['On 9 May, Lind said, the bridge was closed.', '2024-05-01', '\n    by: mayor'],
  ])('may name other days: ‘%s’ of %s', (...typed) => {
    expect(told(...(typed as [string]))).toEqual([]);
  });

  test('tells its day in a language whose sentences are not read', () => {
    const day: Edit = ['what: The bridge closed.', 'what: The bridge closed on 9 May.'];
    expect(problemsOf(edited(day))).toHaveLength(1);
    expect(problemsOf(edited(day, ['language: en', 'language: nb']))).toEqual([]);
  });

  test('has no number in its headline that its sentence does not have', () => {
    expect(problemsOf(edited(event('short: Bridge shuts after 60 years')))).toEqual([
      'bridge.yaml:16:12: the headline’s number 60 does not occur in `what`; write it there too, in the same figures',
    ]);
    const numbers: Edit = [
      'what: The bridge closed.',
      'what: After 60 years, 1,200 cars, 3.5 m.\n    short: 60 years, 1,200 cars, 3.5 m',
    ];
    expect(load(edited(numbers)).events[0]?.short).toBe('60 years, 1,200 cars, 3.5 m');
    const clock: Edit = ['what: The bridge closed.', 'what: In 2 minutes and 3.14 seconds, at 9:05.'];
    const times = (short: string): Edit => ['    evidence: 1 The', `    short: ${short}\n    evidence: 1 The`];
    expect(problemsOf(edited(clock, times('Closed in 2:03.14, at 09:05')))).toEqual([]);
    expect(problemsOf(edited(clock, times('Closed in 2:30.14')))).toHaveLength(1);
    expect(problemsOf(edited(clock, times('Closed in 2:03.140')))).toHaveLength(1);
    expect(
      problemsOf(edited(['what: The bridge closed.', 'what: After 1,200 cars.\n    short: After 200 cars'])),
    ).toHaveLength(1);
  });
});

describe('a quotation', () => {
  test.each(['“old”', '"old"', '„old“', '«old»', '「old」'])('%s needs somebody whose words it is', (quoted) => {
    expect(problemsOf(edited(fact(`what: 'The bridge is ${quoted}.'`)))).toEqual([
      'bridge.yaml:27:11: whose words the quotation is, is missing: add `by` with an actor’s id, or `by: not stated`',
    ]);
  });

  test.each([
    ['“', 'The bridge is “old.'],
    ['”', 'The bridge is old”.'],
    ['“', '“Old” and “rusty it is.'],
    ['„', 'The bridge is „old.'],
    ['«', 'The bridge is «old.'],
    ['「', 'The bridge is 「old.'],
  ])('with a lone %s is no quotation, and told: %s', (mark, what) => {
    const by = `by: not stated\n    what: '${what}'`;
    expect(problemsOf(edited(fact(by)))).toEqual([
      `bridge.yaml:28:11: the quotation mark ${mark} stands alone; a quotation is opened and closed, or it is compared with no passage`,
    ]);
  });

  test.each(['“old” and “rusty”', '„old“', '„old”', '»old«', '”old”', '6" thick', 'the town’s, ‘old’'])(
    'may be marked as %s',
    (quoted) => expect(problemsOf(edited(fact(`by: not stated\n    what: 'It is ${quoted}.'`)))).toEqual([]),
  );

  test('may have a speaker whom the report does not name', () => {
    expect(load(edited(fact('by: not stated\n    what: The bridge is “old”.'))).facts[0]?.by).toBe('not stated');
  });

  test('has a speaker whom the sentence names', () => {
    expect(problemsOf(edited(fact('by: mayor\n    what: The bridge is “old”.')))).toEqual([
      'bridge.yaml:28:11: the sentence does not name its `by`, Ada Lind; name them by name, role or another name',
    ]);
    expect(load(edited(fact('by: mayor\n    what: The bridge is “old”, Lind said.'))).facts[0]?.by).toMatchObject({
      id: 'mayor',
    });
  });

  test('in an event needs a speaker just so', () => {
    expect(problemsOf(edited(['what: The bridge closed.', 'what: The bridge “closed”.']))).toEqual([
      'bridge.yaml:15:11: whose words the quotation is, is missing: add `by` with an actor’s id, or `by: not stated`',
    ]);
  });
});

describe('a position names its actor', () => {
  const known: Edit = [
    '{ name: Ada Lind, role: mayor }',
    '{ name: Ada Łind-Ørsted, role: mayor of Ås, also_known_as: [the chief, 阿达] }',
  ];
  test.each([
    'Ada Łind-Ørsted said so.',
    'ADA LIND ORSTED said so.',
    'Łind-Ørsted said so.',
    'The mayor of Ås said so.',
    'So the chief said.',
    '据阿达说。',
  ])('in ‘%s’', (what) => expect(problemsOf(edited(known, said(what)))).toEqual([]));

  test.each(['She said so.', 'Adamson said so.', 'The mayor said so.', 'Chieftains said so.'])(
    'but not in ‘%s’',
    (what) => {
      expect(problemsOf(edited(known, said(what)))).toEqual([
        'bridge.yaml:23:15: the sentence does not name its `actor`, Ada Łind-Ørsted; name them by name, role or another name',
      ]);
    },
  );
});

describe('a withdrawn statement', () => {
  test('was reported before', () => {
    expect(problemsOf(edited(fact('what: The bridge is old.\n    withdrawn: 2024-05-01')))).toEqual([
      'bridge.yaml:28:16: the statement was first reported later, on 2024-05-02',
    ]);
    expect(load(edited(fact('what: The bridge is old.\n    withdrawn: 2024-05-02'))).facts[0]?.withdrawn).toBe(
      '2024-05-02',
    );
  });

  test('went on a day', () => {
    expect(problemsOf(edited(fact('what: The bridge is old.\n    withdrawn: 2024-05')))).toEqual([
      'bridge.yaml:28:16: ‘2024-05’ is no day; write it as 2022-09-08',
    ]);
  });

  test('stands neither in short nor as why it matters', () => {
    const gone = edited(event('withdrawn: 2024-05-03'));
    expect(problemsOf(`${gone}why_it_matters: closing\n`)).toEqual([
      'bridge.yaml:6:12: ‘closing’ is withdrawn; say something else in short',
      'bridge.yaml:32:17: ‘closing’ is withdrawn; say something else',
    ]);
  });
});

test('a report is published on one date', () => {
  expect(problemsOf(edited(['2024-05-02', '2024-05-02/2024-05-03']))).toEqual([
    'bridge.yaml:9:16: a report is published on one date, not over an interval',
  ]);
  expect(load(edited(['2024-05-02', '2024-05'])).facts[0]?.reported).toBe('2024-05-31');
});

test('a sentence in short has at most 200 characters', () => {
  const long = (length: number) => edited(['what: The bridge closed.', `what: ${'x'.repeat(length)}`]);
  expect(problemsOf(long(201))).toEqual(['bridge.yaml:6:12: ‘closing’ has 201 characters; at most 200 fit in short']);
  expect(problemsOf(long(200))).toEqual([]);
});

test('the fixture itself is right', () => expect(problemsOf(bridge)).toEqual([]));
