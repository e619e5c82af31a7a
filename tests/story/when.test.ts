import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { compareDays, firstDay, isDay, isOneSureDay, lastDay, parseWhen } from '../../src/story/index.ts';
import { DateProblem, whenTyped } from '../../src/story/when.ts';
import './fixture.ts';

const zone = 'Europe/Tirane';
const days = (...texts: readonly string[]) => {
  const when = parseWhen(texts, zone);
  return [firstDay(when), lastDay(when)];
};
const forms =
  'write a day 2022-09-08, a month 2022-09, a year 2022, about 2022~, uncertain 2022?, an interval 2022/2023, or an instant 2022-09-08T10:00+02:00';

describe('the forms of a date', () => {
  test.each([
    ['2022-09-08', '2022-09-08', '2022-09-08', 'day'],
    ['2022-09', '2022-09-01', '2022-09-30', 'month'],
    ['2024-02', '2024-02-01', '2024-02-29', 'month'],
    ['1900-02', '1900-02-01', '1900-02-28', 'month'],
    ['0000-02', '0000-02-01', '0000-02-29', 'month'],
    ['2022', '2022-01-01', '2022-12-31', 'year'],
    ['0000', '0000-01-01', '0000-12-31', 'year'],
    ['2022-09-08T10:15:00Z', '2022-09-08', '2022-09-08', 'instant'],
  ])('‘%s’ means the days from %s to %s, and is known to the %s', (text, first, last, precision) => {
    const [span] = parseWhen([text], zone);
    expect(span).toMatchObject({ kind: 'moment', at: { first, last, precision } });
  });

  test.each([
    ['2022', { approximate: false, uncertain: false }],
    ['2022~', { approximate: true, uncertain: false }],
    ['2022-09?', { approximate: false, uncertain: true }],
    ['2022-09-08%', { approximate: true, uncertain: true }],
  ])('the mark behind ‘%s’ is kept', (text, doubt) => {
    expect(parseWhen([text], zone)).toMatchObject([{ at: doubt }]);
  });

  test('an interval runs from its first end to its last', () => {
    expect(days('2022-09/2023')).toEqual(['2022-09-01', '2023-12-31']);
    expect(days('2022-09-07/2022-09-08')).toEqual(['2022-09-07', '2022-09-08']);
  });

  test('an interval may be open at one end, which is then left out', () => {
    expect(parseWhen(['2022/..'], zone)[0]).not.toHaveProperty('to');
    expect(days('2022/..')).toEqual(['2022-01-01', '2022-12-31']);
    expect(parseWhen(['../2022'], zone)[0]).not.toHaveProperty('from');
    expect(days('../2022')).toEqual(['2022-01-01', '2022-12-31']);
  });

  test('what happened twice lasts from the first time to the last, in whatever order it is typed', () => {
    expect(days('2020', '2018')).toEqual(['2018-01-01', '2020-12-31']);
    expect(parseWhen(['2018', '2020'], zone)).toHaveLength(2);
  });

  test('an instant is a day in the zone of the story, and keeps its milliseconds', () => {
    const late = '2022-09-08T23:30:00Z';
    const dayIn = (timeZone: string) => firstDay(parseWhen([late], timeZone));
    expect([dayIn('Europe/Tirane'), dayIn('UTC'), dayIn('America/New_York')]).toEqual([
      '2022-09-09',
      '2022-09-08',
      '2022-09-08',
    ]);
    expect(parseWhen(['2022-09-08T00:30+02:00'], 'UTC')).toMatchObject([
      { at: { first: '2022-09-07', epochMs: Date.UTC(2022, 8, 7, 22, 30) } },
    ]);
  });

  test('only one day of which the source is sure is one sure day', () => {
    const sure = ['2022-09-08', '2022-09-08T10:00Z', '2022-09', '2022-09-08?', '2022-09-08~', '2022-09-08/2022-09-09'];
    expect(sure.filter((text) => isOneSureDay(parseWhen([text], zone)))).toEqual(['2022-09-08', '2022-09-08T10:00Z']);
    expect(isOneSureDay(parseWhen(['2022-09-08', '2022-09-09'], zone))).toBe(false);
  });
});

describe('a text that is no date', () => {
  test.each([
    '8 September 2022',
    '2022-9-8',
    '22',
    '20220908',
    '-1',
    '2022-09-08 10:00Z',
    '2022-09-08T10Z',
    '2022~?',
    '~2022',
    '2022-W36',
    '201X',
    'y2022',
    '2022..2023',
    '../..',
    '2020/2021/2022',
    '２０２２',
  ])('‘%s’ is refused with the forms that there are', (text) => {
    expect(() => parseWhen([text], zone)).toThrow(new DateProblem(`‘${text}’ is no date: ${forms}`));
  });

  test.each(['2022-09-08T10:00', '2022-09-08T10:00:00'])(
    '‘%s’ is refused because whose clock it was is not told',
    (text) =>
      expect(() => parseWhen([text, '2022'], zone)).toThrow(
        new DateProblem(
          `the clock of ‘${text}’ could be anybody’s: write its offset from UTC behind it, as +02:00 or Z`,
        ),
      ),
  );

  test.each([
    '2022-02-29',
    '2022-13',
    '2022-00',
    '2022-21',
    '2022-09-31',
    '2022-09-00',
    '2022-02-30T10:00Z',
    '2022-09-08T25:00Z',
  ])('‘%s’ is refused because the calendar has no such day', (text) =>
    expect(() => parseWhen([text], zone)).toThrow(new DateProblem(`there is no ‘${text}’ in the calendar`)),
  );

  test.each(['2023/2022', '2022-10/2022-09', '2022-09-08/2022-09-07', '2022-09-08T10:00Z/2022-09-08T09:00Z'])(
    'the interval ‘%s’ is refused because it runs backwards',
    (text) => expect(() => parseWhen([text], zone)).toThrow(new DateProblem(`the interval ‘${text}’ runs backwards`)),
  );

  test('an end that is left empty is refused', () => {
    for (const text of ['2022/', '/2022', '/', '']) expect(() => parseWhen([text], zone)).toThrow(DateProblem);
    expect(() => parseWhen([], zone)).toThrow(DateProblem);
  });

  test('an interval within one month, one day or one instant does not run backwards', () => {
    for (const one of ['2022-09-08', '2022-09', '2022', '2022-09-08T10:00Z']) {
      expect(parseWhen([`${one}/${one}`], zone)).toHaveLength(1);
    }
    expect(days('2022-09-08/2022-09')).toEqual(['2022-09-08', '2022-09-30']);
  });
});

const anyDay = fc
  .integer({ min: 0, max: Temporal.PlainDate.from('0000-01-01').until('9999-12-31').days })
  .map((count) => Temporal.PlainDate.from('0000-01-01').add({ days: count }));

describe('any day of the calendar', () => {
  test('is read as itself, and is the only day that it means', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(isDay(date.toString())).toBe(true);
        expect(days(date.toString())).toEqual([date.toString(), date.toString()]);
      }),
      { numRuns: 500 },
    );
  });

  test('lies within its month and its year', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const [first, last] = days(date.toString().slice(0, 7));
        expect([first, last]).toEqual([
          date.with({ day: 1 }).toString(),
          date.with({ day: date.daysInMonth }).toString(),
        ]);
      }),
    );
  });

  test('compares with another as their dates do', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(compareDays(a.toString(), b.toString())).toBe(Temporal.PlainDate.compare(a, b));
      }),
    );
  });

  test('that does not exist is no day', () => {
    const year = fc.integer({ min: 0, max: 9999 });
    fc.assert(
      fc.property(year, fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }), (y, m, d) => {
        const two = (part: number) => String(part).padStart(2, '0');
        const text = `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`;
        expect(isDay(text)).toBe(exists(text));
      }),
    );
  });
});

function exists(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

test.each([
  ['2022-09-08'],
  ['2022-09~'],
  ['2022?'],
  ['2022-09-08%'],
  ['2022-09-07/2022-09'],
  ['../2022'],
  ['2022-09-07/..'],
  ['2022-09-08T06:12+02:00'],
  ['2022', '2023-01-02/2023-02'],
])('a date is typed as it was: %s', (...texts) => {
  expect(whenTyped(parseWhen(texts, zone))).toBe(texts.join(', '));
});

test('an instant is typed as the clocks of the story show it', () => {
  expect(whenTyped(parseWhen(['2022-09-08T04:12Z'], zone))).toBe('2022-09-08T06:12+02:00');
});
