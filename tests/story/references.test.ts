import { describe, expect, test } from 'vitest';
import { bridge, edited, load, problemsOf } from './fixture.ts';

type Edit = readonly [from: string, to: string];
const event = (line: string): Edit => ['what: The bridge closed.', `what: The bridge closed.\n    ${line}`];
const actor = (typed: string): Edit => ['{ name: Ada Lind, role: mayor }', typed];
const position =
  '      - actor: mayor\n        stance: asserts\n        what: Mayor Ada Lind said so.\n        evidence: 2 the mayor said so\n';
const correction = (of: string) =>
  `corrections:\n  - when: 2024-05-03\n    statement: ${of}\n    was: It opened.\n    why: It had not.\n    evidence: 3 the bridge is old\n`;

describe('a reference that leads nowhere is refused, with the nearest that leads somewhere', () => {
  const statement = 'statement or open question';
  test.each([
    ['in short', edited(['[closing]', '[closng]']), '6:12', 'statement', 'closng', 'closing'],
    ['of why it matters', `${bridge}why_it_matters: ages\n`, '31:17', 'statement', 'ages', 'age'],
    ['of who did it', edited(event('who: [not stated, mayr]')), '16:23', 'actor', 'mayr', 'mayor'],
    ['of whose words it is', edited(['  age:', '  age:\n    by: mayr']), '27:9', 'actor', 'mayr', 'mayor'],
    ['of who takes a position', edited(['actor: mayor', 'actor: mayr']), '21:16', 'actor', 'mayr', 'mayor'],
    [
      'of whom an actor speaks for',
      edited(actor('{ name: Ada Lind, speaks_for: mayr }')),
      '11:40',
      'actor',
      'mayr',
      'mayor',
    ],
    ['of a cause', edited(event('because: [age, saf]')), '16:20', statement, 'saf', 'safe'],
    ['of a position as a cause', edited(event('because: safe/mayr')), '16:14', statement, 'safe/mayr', 'safe/mayor'],
    ['of what called it off', edited(event('called_off_by: closin')), '16:20', 'event', 'closin', 'closing'],
    ['of what updates it', edited(event('updated_by: [age, agee]')), '16:23', 'event or fact', 'agee', 'age'],
    [
      'of what a question is about',
      edited(['asks: Is', 'about: closin\n    asks: Is']),
      '19:12',
      statement,
      'closin',
      'closing',
    ],
    ['of an answer to readers', edited(['it safe?: safe', 'it safe?: [age, saf]']), '30:22', statement, 'saf', 'safe'],
    ['of what is corrected', `${bridge}${correction('ag')}`, '33:16', 'statement', 'ag', 'age'],
    [
      'of a source',
      edited(['1 The bridge closed today', 'reprt 1 The bridge closed today']),
      '16:15',
      'source',
      'reprt',
      'report',
    ],
  ] as const)('%s', (_where, text, at, noun, typed, meant) => {
    expect(problemsOf(text)).toEqual([`bridge.yaml:${at}: there is no ${noun} ‘${typed}’; did you mean ‘${meant}’?`]);
  });

  test('of an actor who is named instead, with the id', () => {
    const named = (name: string) =>
      problemsOf(
        edited(actor('{ name: João Reis, also_known_as: [The boss] }'), ['  age:', `  age:\n    by: ${name}`]),
      );
    for (const name of ['João Reis', 'Joao Reis', 'joão ries', 'Reis', 'the boss'])
      expect(named(name), name).toEqual([`bridge.yaml:27:9: there is no actor ‘${name}’; did you mean ‘mayor’?`]);
    expect(named('The governor')).toEqual(['bridge.yaml:27:9: there is no actor ‘The governor’']);
    const spokenFor = edited(actor('{ name: Ada Lind }\n  aide: { name: Jon, speaks_for: Ada Lind }'));
    expect(problemsOf(spokenFor)).toEqual(['bridge.yaml:12:34: there is no actor ‘Ada Lind’; did you mean ‘mayor’?']);
  });

  test('of an open question, which is no statement, with those that answer it', () => {
    const named = (place: string) =>
      `bridge.yaml:${place}: ‘safe’ is an open question, which says nothing by itself; name one of its positions: safe/mayor`;
    expect(problemsOf(edited(['[closing]', '[safe]']))).toEqual([named('6:12')]);
    expect(problemsOf(`${bridge}why_it_matters: safe\n`)).toEqual([named('31:17')]);
    expect(problemsOf(`${bridge}${correction('safe')}`)).toEqual([named('33:16')]);
  });

  test('of a position’s actor, once: not of what refers to that position, which tells who may be meant', () => {
    const said = (actor: string, meant: string) => [`bridge.yaml:21:16: there is no actor ‘${actor}’${meant}`];
    const typed = (actor: string, ref: string) =>
      problemsOf(edited(['[closing]', `[closing, ${ref}]`], ['actor: mayor', `actor: ${actor}`]));
    expect(typed('mayr', 'safe/mayor')).toEqual(said('mayr', '; did you mean ‘mayor’?'));
    expect(typed('maire', 'safe/mayor')).toEqual(said('maire', '; did you mean ‘mayor’?'));
    expect(typed('maire', 'safe/town')).toEqual(said('maire', ''));
    expect(problemsOf(edited(['[closing]', '[closing, safe/maire]']))).toEqual([
      'bridge.yaml:6:21: there is no statement ‘safe/maire’; did you mean ‘safe/mayor’?',
    ]);
  });

  test('of a position that is like none, with those that there are', () => {
    expect(problemsOf(edited(['it safe?: safe', 'it safe?: safe/union']))).toEqual([
      'bridge.yaml:30:16: there is no statement or open question ‘safe/union’; the positions on ‘safe’ are safe/mayor',
    ]);
    expect(problemsOf(edited(['[closing]', '[closing/union]']))).toEqual([
      'bridge.yaml:6:12: there is no statement ‘closing/union’; did you mean ‘closing’?',
    ]);
  });

  test('in a list of several lines, at its line', () => {
    expect(problemsOf(edited(['[closing]', '\n  - closing\n  - aeg']))).toEqual([
      'bridge.yaml:8:5: there is no statement ‘aeg’',
    ]);
    const both = edited([
      '1 The bridge closed today',
      '\n      - 1 The bridge closed\n      - news 2 the bridge closed',
    ]);
    expect(problemsOf(both)).toEqual(['bridge.yaml:18:9: there is no source ‘news’']);
  });

  test('without a guess where none is near, not even from what every object has', () => {
    expect(problemsOf(edited(['[closing]', '[constructor]']))).toEqual([
      'bridge.yaml:6:12: there is no statement ‘constructor’',
    ]);
    expect(problemsOf(edited(['actor: mayor', 'actor: toString']))).toEqual([
      'bridge.yaml:21:16: there is no actor ‘toString’',
    ]);
    expect(problemsOf(edited(['it safe?: safe', 'it safe?: hasOwnProperty']))).toHaveLength(1);
  });
});

test('a reference may name an event, a fact, an open question or a position', () => {
  const story = load(
    edited(event('because: [age, safe, safe/mayor]'), ['asks: Is', 'about: [closing, age]\n    asks: Is']),
  );
  expect(story.events[0]?.because).toEqual(['age', 'safe', 'safe/mayor']);
  expect(story.openQuestions[0]?.about).toEqual(['closing', 'age']);
});

describe('ids are unique', () => {
  test('among events and facts', () => {
    expect(problemsOf(edited(['  age:', '  closing:']))).toEqual([
      'bridge.yaml:26:3: the id ‘closing’ is taken; ids are unique',
    ]);
  });

  test('among statements and open questions', () => {
    expect(problemsOf(edited(['  age:', '  safe:']))).toEqual([
      'bridge.yaml:18:3: the id ‘safe’ is taken by an event or a fact; ids are unique',
    ]);
  });

  test('among the positions of one question, where a second one of an actor gives its own', () => {
    expect(problemsOf(edited([position, `${position}${position}`]))).toEqual([
      'bridge.yaml:25:9: ‘mayor’ has a position here already; give the second one an `id` of its own',
    ]);
    const again = position.replace('- actor', '- id: mayor-again\n        actor');
    const { openQuestions } = load(edited([position, `${position}${again}`]));
    expect(openQuestions[0]?.positions.map(({ id }) => id)).toEqual(['safe/mayor', 'safe/mayor-again']);
  });
});

describe('who speaks for whom', () => {
  const actors = (lines: readonly string[]) =>
    edited(['  mayor: { name: Ada Lind, role: mayor }', lines.map((line) => `  ${line}`).join('\n')]);

  test('may be told in any order', () => {
    const { actors: found } = load(
      actors([
        'mayor: { name: Ada Lind, speaks_for: town }',
        'town: { name: The town, speaks_for: land }',
        'land: { name: The land }',
      ]),
    );
    expect(found.map(({ id, speaksFor }) => [id, speaksFor?.id])).toEqual([
      ['mayor', 'town'],
      ['town', 'land'],
      ['land', undefined],
    ]);
    expect(found[0]?.speaksFor).toBe(found[1]);
  });

  test('is no circle', () => {
    const circle = (id: string) => `‘${id}’ speaks for itself in a circle`;
    expect(problemsOf(actors(['mayor: { name: Ada Lind, speaks_for: mayor }']))).toEqual([
      `bridge.yaml:11:40: ${circle('mayor')}`,
    ]);
    expect(
      problemsOf(
        actors([
          'mayor: { name: Ada Lind, speaks_for: a }',
          'a: { name: A, speaks_for: b }',
          'b: { name: B, speaks_for: a }',
        ]),
      ),
    ).toEqual([`bridge.yaml:13:29: ${circle('b')}`]);
  });

  test('may be a chain of thousands', () => {
    const chain = Array.from({ length: 8_000 }, (_, index) => `a${index}: { name: A, speaks_for: a${index + 1} }`);
    const { actors: found } = load(actors([...chain, 'a8000: { name: A }', 'mayor: { name: Ada Lind }']));
    expect(found[0]?.speaksFor?.speaksFor?.id).toBe('a2');
  });
});

test('a story without a source is told so once', () => {
  expect(problemsOf(edited(['sources:\n  report:\n    published: 2024-05-02', 'sources: {}']))).toEqual([
    'bridge.yaml:7:1: a story needs at least one source',
  ]);
});
