import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/picture/font.ts';
import type { Mark, TimelinePicture } from '../../src/picture/index.ts';
import type { TextLine } from '../../src/picture/layout.ts';
import { layOut } from '../../src/picture/sheet.ts';
import { width } from '../../src/picture/sizes.ts';
import { arbitraryTimeline, timelines } from './timelines.ts';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What a line of text covers, from its highest capital to its lowest descender. */
function boxOf({ words, x, y, end, type }: TextLine): Box {
  const long = widthOf(words, type);
  const left = end === 'left' ? x : x - long;
  return { left, right: left + long, top: y - type.size * 0.75, bottom: y + type.size * 0.22 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Throws where something lies over something else, outside, or out of order. */
function checkLayout(picture: TimelinePicture): void {
  const { height, texts, signs, bands } = layOut(picture);
  const boxes = texts.map((text) => ({ text: text.words, ...boxOf(text) }));
  const outside = boxes.filter(
    ({ left, right, top, bottom }) => left < 24 || right > width - 24 || top < 24 || bottom > height - 24,
  );
  expect(outside).toEqual([]);
  const over = boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => overlap(a, b))
      .map((b) => [a, b]),
  );
  expect(over).toEqual([]);
  expect(signs.map(({ mark }) => mark)).toEqual(picture.marks);
  const ends = signs.flatMap(({ y, bottom }) => [y, bottom]);
  expect(ends).toEqual(ends.toSorted((a, b) => a - b));
  for (const [index, { y }] of signs.slice(1).entries()) expect(y - (signs[index]?.bottom ?? 0)).toBeGreaterThan(36);
  const isOnBand = (y: number) => bands.some(({ top, bottom }) => top < y && y < bottom);
  for (const { mark, y, bottom } of signs)
    expect([isOnBand(y), isOnBand(bottom)]).toEqual([mark.isNew ?? false, mark.isNew ?? false]);
}

describe.for(Object.entries(timelines))('the layout of ‘%s’', ([, picture]) => {
  test('has nothing over something else, outside, or out of order, and fits a screen or two', () => {
    checkLayout(picture);
    expect(layOut(picture).height).toBeLessThanOrEqual(1400);
  });

  test('has every word, large enough for a phone', () => {
    const { texts } = layOut(picture);
    const words = texts
      .map((text) => text.words)
      .join(' ')
      .replace(/\s/gu, '');
    const said = [picture.title, ...picture.marks.flatMap(({ label, remark = '', said: day }) => [label, remark, day])];
    for (const each of [...said, ...(picture.leftOut ?? []).map((out) => out.said)]) {
      expect(words).toContain(each.replace(/\s/gu, ''));
    }
    expect(Math.min(...texts.map(({ type }) => type.size))).toBeGreaterThanOrEqual(30);
  });
});

test('the layout of any timeline has nothing over something else, outside, or out of order', () => {
  fc.assert(fc.property(arbitraryTimeline, checkLayout), { numRuns: 200 });
});

test('a day is said once for all its events, and again on a band', () => {
  const mark = (label: string, isNew = false): Mark => {
    const day = { first: '2026-03-10', last: '2026-03-10', said: 'Tue 10 Mar' };
    return { ...day, label, look: isNew ? 'new' : 'known', ...(isNew && { isNew }) };
  };
  const marks = [mark('Talks'), mark('Vote'), mark('Count', true), mark('Result', true)];
  const { texts } = layOut({ title: '', from: '2026-03-09', until: '2026-03-15', marks, alt: '' });
  const [day, band] = ['Tue 10 Mar', 'New'];
  const words = texts.map((text) => text.words);
  expect(words).toEqual(['9–15 March 2026', day, 'Talks', 'Vote', band, day, 'Count', 'Result']);
});

test('a week or more without events is said, and the line is broken there', () => {
  const { texts, lines } = layOut(timelines['three'] ?? fail());
  expect(texts.map(({ words }) => words)).toEqual([
    'Bridge',
    '9–15 March 2026',
    'Mon 2 Mar',
    'Dockers walk out',
    '8 days',
    'New',
    'Tue 10 Mar',
    'Talks begin in Bergen',
    '10 days',
    'Fri 20 Mar',
    'Second round of talks',
    'planned',
  ]);
  expect(lines.map(({ isBroken }) => isBroken)).toEqual([true, true]);
});

function fail(): never {
  throw new Error('there is no such timeline');
}
