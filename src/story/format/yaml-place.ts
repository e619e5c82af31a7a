/** Where a path of a file stands in its text. */
import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Path } from '../problem.ts';

type Found = Node | null | undefined;

/**
 * Finds offsets in a document: of the value at a path; of the key where the path ends in a pair; of the nearest parent
 * where it is missing. A single thing that stands for a list of one is its item 0. With `key`, of the path's last key.
 */
export function offsetsIn(root: Node | null): (path: Path, part?: 'key') => number {
  const pairsOf = pairFinder();
  const within = (node: Found, step: PropertyKey): { start: Found; value: Found } => {
    if (isSeq<Node>(node)) return { start: node.items[Number(step)], value: node.items[Number(step)] };
    const pair = isMap<Node, Node | null>(node) ? pairsOf(node).get(String(step)) : undefined;
    return { start: pair?.key, value: pair?.value };
  };
  return (path, part) => {
    let node: Found = root;
    let offset = 0;
    for (const step of path) {
      if (isScalar(node)) break;
      const { start, value } = within(node, step);
      offset = start?.range?.[0] ?? offset;
      node = value;
    }
    return part === undefined && isScalar(node) && node.range && node.range[1] > node.range[0] ? node.range[0] : offset;
  };
}

type PairOf = Pair<Node, Node | null>;

/** The pairs of a map by key; each map is read once, so that many errors of one map take no longer than few. */
function pairFinder(): (map: { items: PairOf[] }) => ReadonlyMap<string, PairOf> {
  const known = new Map<object, Map<string, PairOf>>();
  return (map) => {
    const found = known.get(map) ?? new Map<string, PairOf>();
    if (!known.has(map)) {
      known.set(map, found);
      for (const pair of map.items) {
        const name = isScalar(pair.key) ? String(pair.key.value).replace(/\s+/gu, ' ').trim() : undefined;
        if (name !== undefined && !found.has(name)) found.set(name, pair);
      }
    }
    return found;
  };
}
