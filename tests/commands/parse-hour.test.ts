import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHour } from '../../src/commands/typed/parse-hour.ts';
import { sayMinute } from '../../src/digest/index.ts';

describe('an hour', () => {
  test.for([
    ['9', 540],
    ['09', 540],
    ['0', 0],
    ['23', 1380],
    ['09:00', 540],
    ['9:30', 570],
    ['9.30', 570],
    ['00:00', 0],
    ['23:59', 1439],
    ['9am', 540],
    ['9 AM', 540],
    ['9 a.m.', 540],
    ['12am', 0],
    ['12:05 am', 5],
    ['12pm', 720],
    ['9:30 pm', 1290],
    ['9:30pm', 1290],
    ['21h', 1260],
    ['21h30', 1290],
    ['9 o’clock', 540],
    ["9 o'clock", 540],
    ['noon', 720],
    ['Midday', 720],
    ['midnight', 0],
    ['  9   pm ', 1260],
  ] as const)('‘%s’ is minute %i', ([typed, minute]) => {
    expect(parseHour(typed)).toBe(minute);
  });

  test.for([
    ...['24', '24:00', '25', '9:75', '9:60', '9:5', '9:', ':30', '-1', '1e1', '9,5', '900', '0900', '2026'],
    ...['0am', '13pm', '13:00 pm', '0:30 pm', 'am', 'pm', '9 xm', '9 10', '9:30:15', 'nine', '', ' ', '٩', '９'],
    ...['noon pm', 'constructor', '__proto__', '9am pm', '9 Europe/Tirane', 'at 9'],
  ])('‘%s’ is none', (typed) => {
    expect(parseHour(typed)).toBeUndefined();
  });

  test('every minute of a day is read as it is said', () => {
    for (let minute = 0; minute < 24 * 60; minute += 1) expect(parseHour(sayMinute(minute))).toBe(minute);
  });

  test('whatever is typed, it is a minute of a day or none', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const minute = parseHour(typed);
        expect(minute === undefined || (Number.isInteger(minute) && minute >= 0 && minute < 1440)).toBe(true);
      }),
    );
  });
});
