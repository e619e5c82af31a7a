import { describe, expect, test } from 'vitest';
import { commands, completeLine, completeOption, type FormAnswer, fieldsOf } from '../../src/commands/index.ts';
import { somebody } from './somewhere.ts';
import { openStories } from './typing.ts';

const stories = await openStories();
const named = (name: string) => commands.find((each) => each.name === name) ?? expect.fail(`there is no /${name}`);
const subscribe = named('digest subscribe');
const values = (option: string, typed: string) =>
  completeOption(subscribe, option, typed, stories).map(({ value }) => value);
const complete = (typed: string) => completeLine(typed, commands, stories).map(({ value }) => value);

describe('an option is completed as it is typed', () => {
  test('a topic: those that stories have', () => {
    const all = [...new Set(stories.stories.flatMap(({ topics }) => topics))].sort();
    expect(values('topic', '')).toEqual(all);
    expect(values('topic', 'dipl')).toEqual(['diplomacy']);
    expect(values('topic', 'diplmacy')).toEqual(['diplomacy']);
    expect(values('topic', 'xyzzy')).toEqual([]);
  });

  test('an hour: the full ones, and the one that was typed', () => {
    expect(values('at', '')).toHaveLength(24);
    expect(values('at', '9')).toEqual(['09:00']);
    expect(values('at', '1')).toEqual(['01:00', ...Array.from({ length: 10 }, (_, index) => `1${index}:00`)]);
    expect(values('at', '9:30 pm')).toEqual(['21:30']);
    expect(values('at', 'noon')).toEqual(['12:00']);
    expect(values('at', '25')).toEqual([]);
  });

  test('a time zone: by its name or a city’s', () => {
    expect(values('zone', 'tir')).toContain('Europe/Tirane');
    expect(values('zone', 'new yo')[0]).toBe('America/New_York');
    expect(values('zone', '')).toHaveLength(25);
    expect(values('zone', 'xyzzy')).toEqual([]);
  });

  test('a choice: by its key or its words', () => {
    expect(values('every', 'wee')).toEqual(['weekdays', 'week']);
    expect(values('every', 'something')).toEqual(['news']);
    expect(values('on', 'tu')).toEqual(['tuesday', 'saturday']);
    expect(values('quiet', '')).toEqual(['skip', 'line', 'look-back']);
  });

  test.for(['mention', 'channel', 'date', 'quiet-hours'])('%s can only be typed or chosen', (option) => {
    expect(values(option, '1')).toEqual([]);
  });

  test('every value that is offered is read', async () => {
    const owner = somebody(stories);
    const base = { story: 'albania-iran', every: 'day', at: '9', zone: 'UTC' };
    for (const option of ['at', 'zone', 'quiet'])
      for (const value of values(option, '')) {
        const answered = await owner.fill('digest subscribe', { ...base, [option]: value });
        expect(answered.message.kind, `${option}:${value}`).toBe('help');
      }
  });
});

describe('a line is completed', () => {
  test.for([
    ['/digest subscribe alb', ['/digest subscribe albania-iran ']],
    [
      '/digest subscribe albania-iran week',
      ['/digest subscribe albania-iran weekdays ', '/digest subscribe albania-iran week '],
    ],
    ['/digest subscribe albania-iran zone:tira', ['/digest subscribe albania-iran zone:Europe/Tirane ']],
    ['/digest subscribe albania-iran at:9', ['/digest subscribe albania-iran at:09:00 ']],
    ['/digest subscribe albania-iran topic:dip', ['/digest subscribe albania-iran topic:diplomacy ']],
    ['/digest subscribe albania-iran every:week on:tue', ['/digest subscribe albania-iran every:week on:tuesday ']],
    ['/digest subscribe albania-iran Europe/Tir', ['/digest subscribe albania-iran Europe/Tirane ']],
    ['/catchup alb', ['/catchup albania-iran ']],
    ['/catchup albania-iran ', ['/catchup albania-iran forget ']],
    ['/digest preview albania-iran week:2022', ['/digest preview albania-iran week:2022-09-08 ']],
    ['/digest pause ', ['/digest pause albania-iran ']],
  ] as const)('%s', ([typed, lines]) => {
    expect(complete(typed)).toEqual(expect.arrayContaining([...lines]));
  });

  test('nothing that only buttons carry is offered', () => {
    for (const typed of ['/catchup albania-iran ', '/catchup albania-iran s', '/digest list ', '/digest s'])
      for (const line of complete(typed)) expect(line).not.toMatch(/since|from|page|show|restore/);
  });
});

describe('a form', () => {
  const form: FormAnswer = {
    kind: 'form',
    command: subscribe,
    given: {},
    asks: ['story', 'every', 'zone'],
    offers: ['on', 'at'],
  };
  const complete = (command: FormAnswer['command'], option: string, typed: string, given: FormAnswer['given']) =>
    completeOption(command, option, typed, stories, given);

  test('has a field for each option that it asks for, and for those that may stay empty', () => {
    const fields = fieldsOf(form, complete);
    expect(fields.map(({ name, optional }) => [name, optional])).toEqual([
      ...[
        ['story', false],
        ['every', false],
        ['zone', false],
      ],
      ...[
        ['on', true],
        ['at', true],
      ],
    ]);
    expect(fields.map(({ choices }) => choices.length)).toEqual([3, 5, 0, 7, 0]);
  });

  test('says of no field what its label says already', () => {
    const fields = fieldsOf({ ...form, asks: Object.keys(subscribe.options), offers: [] }, complete);
    for (const { label, description } of fields)
      expect(description.replace(/^which /i, '').toLowerCase()).not.toBe(label.toLowerCase());
  });

  test('offers topics to choose from', () => {
    const [topic] = fieldsOf({ ...form, asks: ['topic'], offers: [] }, complete);
    expect(topic?.choices.map(({ value }) => value)).toContain('diplomacy');
  });
});

test('what is declared keeps to the platforms’ bounds', () => {
  for (const command of commands) {
    expect(command.description.length, command.name).toBeLessThanOrEqual(100);
    const options = Object.entries(command.options);
    expect(options.length, command.name).toBeLessThanOrEqual(25);
    for (const [name, { description }] of options) {
      expect(name).toMatch(/^[a-z-]{1,32}$/);
      expect(description.length, `${command.name} ${name}`).toBeLessThanOrEqual(100);
    }
  }
});
