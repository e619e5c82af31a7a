import { expect, test } from 'vitest';
import { drawTimeline } from '../../src/picture/draw.ts';
import type { Mark, TimelinePicture } from '../../src/picture/index.ts';
import { timelines } from './timelines.ts';

const mark = (label: string, more: Partial<Mark> = {}): Mark => ({
  first: '2026-03-10',
  last: '2026-03-10',
  label,
  said: 'Tue 10 Mar',
  look: 'known',
  ...more,
});

function drawn(...marks: Mark[]): string {
  const picture: TimelinePicture = { title: 'Bridge', from: '2026-03-09', until: '2026-03-15', marks, alt: '' };
  return drawTimeline(picture);
}

/** The shapes of a drawing beside those of another. */
function added(svg: string, other: string): string[] {
  const shapes = (text: string) => [...text.matchAll(/<(?:rect|path)[^>]*>/gu)].map(([shape]) => shape);
  const known = shapes(other);
  return shapes(svg).filter((shape) => !known.includes(shape));
}

const plain = drawn(mark('Talks'), mark('Vote'));

test('the same data are drawn alike', () => {
  for (const picture of Object.values(timelines)) {
    expect(drawTimeline(structuredClone(picture))).toBe(drawTimeline(picture));
  }
});

test('text is never markup', () => {
  const svg = drawn(mark('</text><image href="http://x.example"/> & <b>'), mark('&lt;script&gt;\u0000\u0007'));
  expect(svg).toContain('&lt;/text&gt;&lt;image');
  expect(svg).toContain('&amp;lt;script&amp;gt;');
  expect(svg).not.toMatch(/<(?:image|b|script|style|use)|\p{Cc}/u);
  expect(svg).not.toMatch(/<[^>]*(?:href|url\()/u);
});

test('what is new is set off on a band, in bold', () => {
  const svg = drawn(mark('Talks'), mark('Vote', { look: 'new', isNew: true }));
  expect(svg).toMatch(/font-weight="600"[^>]*>Vote</u);
  expect(svg).toMatch(/font-weight="400"[^>]*>Talks</u);
  expect(svg).toContain('>New</text>');
  expect(added(svg, plain).some((shape) => shape.includes('width="960"'))).toBe(true);
});

test('what is planned is hollow, what is not sure is dashed, and days that it lasted are one long mark', () => {
  const planned = added(drawn(mark('Talks'), mark('Vote', { look: 'planned' })), plain).join();
  expect(planned).toContain('stroke-width="5"');
  expect(planned).not.toContain('dasharray');
  const vague = added(drawn(mark('Talks'), mark('Vote', { isVague: true })), plain).join();
  expect(vague).toContain('stroke-dasharray="7 6"');
  const long = added(drawn(mark('Talks'), mark('Vote', { last: '2026-03-12' })), plain).join();
  const heights = [...long.matchAll(/ height="([\d.]+)"/gu)].map((match) => Number(match[1]));
  expect(Math.max(...heights)).toBeGreaterThan(45);
});

test('what was withdrawn is struck through, with a cross for a mark', () => {
  const svg = drawn(mark('Talks'), mark('Vote', { look: 'withdrawn', remark: 'withdrawn on Fri 13 Mar 2026' }));
  expect(svg).toMatch(/text-decoration="line-through">Vote</u);
  expect(svg).not.toMatch(/text-decoration="line-through">withdrawn/u);
  expect(added(svg, plain).some((shape) => shape.startsWith('<path'))).toBe(true);
});

/** Relative luminance. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test('every text reads on the card and on the band', () => {
  const svg = drawTimeline(timelines['satellite'] ?? { title: '', from: '', until: '', marks: [], alt: '' });
  const texts = new Set([...svg.matchAll(/<text[^>]* fill="(#[0-9a-f]{6})"/gu)].map((match) => match[1] ?? ''));
  const grounds = new Set(
    [...svg.matchAll(/<rect[^>]*width="9\d\d"[^>]* fill="(#[0-9a-f]{6})"/gu)].map((match) => match[1] ?? ''),
  );
  expect(texts.size).toBeGreaterThan(2);
  expect(grounds.size).toBe(2);
  for (const text of texts) {
    for (const ground of grounds) {
      const contrast = (luminance(ground) + 0.05) / (luminance(text) + 0.05);
      expect(contrast, `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});
