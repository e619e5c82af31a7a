/** Splits a document's blocks into pages within a platform's budget. Nothing is dropped, nothing cut. */
import { type Block, follows, leads } from './message.ts';

/** What blocks cost, or what a page may cost, in a platform's own measures (`{ characters, components }`, say). */
export type Cost = Readonly<Record<string, number>>;

/** The pages, at least one, and the blocks that fit none: always empty for stories within `story/format/schema.ts`'s bounds. */
export interface Fitted {
  readonly pages: readonly (readonly Block[])[];
  readonly omitted: readonly Block[];
}

/**
 * Fills pages in order. A heading or an open question goes with the block after it, a detail with the one before.
 * @param costOf what a block adds to a page
 * @param budget what one page may cost in all
 * @param spare what the first page keeps free, unless what stands first needs it
 */
export function fit(blocks: readonly Block[], costOf: (block: Block) => Cost, budget: Cost, spare: Cost = {}): Fitted {
  const pages: Block[][] = [];
  const omitted: Block[] = [];
  let page: Block[] = [];
  let left = minus(budget, spare);
  const add = (run: readonly Block[]) => {
    const cost = run.map(costOf).reduce(sum, {});
    if (!covers(budget, cost)) {
      // Rather apart than left out.
      if (run.length > 1) for (const block of run) add([block]);
      else omitted.push(...run);
      return;
    }
    if (!covers(left, cost) && page.length > 0) {
      pages.push(page);
      page = [];
      left = budget;
    }
    page.push(...run);
    left = minus(left, cost);
  };
  for (const run of runsOf(blocks)) add(run);
  if (page.length > 0 || pages.length === 0) pages.push(page);
  return { pages, omitted };
}

/** Blocks that stay together: those that lead, the one that they lead to, and those that follow it. */
function runsOf(blocks: readonly Block[]): Block[][] {
  const runs: Block[][] = [];
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    if (before && (leads(before) || follows(block))) runs.at(-1)?.push(block);
    else runs.push([block]);
  }
  return runs;
}

function sum(a: Cost, b: Cost): Cost {
  const total: Record<string, number> = { ...a };
  for (const [measure, amount] of Object.entries(b)) total[measure] = (total[measure] ?? 0) + amount;
  return total;
}

function minus(budget: Cost, cost: Cost): Cost {
  return Object.fromEntries(
    Object.entries(budget).map(([measure, amount]) => [measure, amount - (cost[measure] ?? 0)]),
  );
}

function covers(budget: Cost, cost: Cost): boolean {
  return Object.entries(cost).every(([measure, amount]) => amount <= (budget[measure] ?? Number.POSITIVE_INFINITY));
}
