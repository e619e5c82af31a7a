import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, fit, line } from '../../src/message/index.ts';

const kinds = ['heading', 'question', 'paragraph', 'entry', 'detail'] as const;

function block(kind: (typeof kinds)[number], text: string): Block {
  if (kind === 'heading') return { kind, text };
  if (kind === 'question') return { kind, asks: line(text) };
  if (kind === 'entry') return { kind, label: line('day'), content: line(text) };
  return { kind, content: line(text) };
}

const blocks = fc.array(
  fc
    .tuple(fc.constantFrom(...kinds), fc.integer({ min: 1, max: 40 }))
    .map(([kind, size]) => block(kind, 'x'.repeat(size))),
  { maxLength: 60 },
);
const sizeOf = (each: Block) => JSON.stringify(each).length;
const cost = (each: Block) => ({ characters: sizeOf(each), blocks: 1 });
const total = (page: readonly Block[]) => page.reduce((sum, each) => sum + sizeOf(each), 0);

describe('fitting a document into pages', () => {
  it('keeps every block, in order, and every page within each measure of the budget', () => {
    fc.assert(
      fc.property(
        blocks,
        fc.integer({ min: 200, max: 900 }),
        fc.integer({ min: 3, max: 9 }),
        (all, characters, most) => {
          const { pages, omitted } = fit(all, cost, { characters, blocks: most });
          expect(omitted).toEqual([]);
          expect(pages.flat()).toEqual(all);
          for (const page of pages) {
            expect(total(page)).toBeLessThanOrEqual(characters);
            expect(page.length).toBeLessThanOrEqual(most);
          }
        },
      ),
      { seed: 1 },
    );
  });

  it('ends no page on a heading, and begins none with a detail, where what belongs together fits one page', () => {
    const all = [
      block('paragraph', 'x'.repeat(100)),
      block('heading', 'h'),
      block('question', 'q'),
      block('entry', 'e'),
      block('detail', 'd'),
    ];
    const { pages } = fit(all, cost, { characters: total(all) - 10 });
    expect(pages).toEqual([all.slice(0, 1), all.slice(1)]);
  });

  it('parts what belongs together rather than leaving it out', () => {
    const all = [block('entry', 'x'.repeat(100)), block('detail', 'y'.repeat(100))];
    expect(fit(all, cost, { characters: 250 })).toEqual({ pages: [[all[0]], [all[1]]], omitted: [] });
  });

  it('says what fits no page', () => {
    const [small, large] = [block('paragraph', 'x'), block('paragraph', 'x'.repeat(500))];
    expect(fit([small, large, small], cost, { characters: 300 })).toEqual({
      pages: [[small, small]],
      omitted: [large],
    });
  });

  it('keeps room free on the first page alone, and gives it up to what stands first', () => {
    const small = block('paragraph', 'x');
    const size = sizeOf(small);
    const all = Array.from({ length: 9 }, () => small);
    const fitted = (characters: number) => fit(all, cost, { characters: 4 * size }, { characters }).pages;
    expect(fitted(0).map(({ length }) => length)).toEqual([4, 4, 1]);
    expect(fitted(1).map(({ length }) => length)).toEqual([3, 4, 2]);
    expect(fitted(2 * size).map(({ length }) => length)).toEqual([2, 4, 3]);
    expect(fitted(4 * size).map(({ length }) => length)).toEqual([1, 4, 4]);
  });

  it('gives one empty page for an empty document', () => {
    expect(fit([], cost, { characters: 10 })).toEqual({ pages: [[]], omitted: [] });
  });
});
