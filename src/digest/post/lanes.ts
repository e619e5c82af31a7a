/** What is posted next: in order in each channel, fairly between spaces, and so many at once on each platform. */
import type { Waiting } from '../ledger.ts';

/** A slot that waits its turn. */
export type Queued = Pick<Waiting, 'id' | 'to' | 'space' | 'at'>;

/** A channel: its slots in their order, of which only the first is posted. */
interface Lane {
  readonly waiting: { slot: Queued; notBefore: number }[];
  busy: boolean;
}

/** A server or workspace, or a private conversation: its channels, in the order in which they have their turn. */
type Space = Map<string, Lane>;

interface Side {
  /** In the order in which they have their turn. */
  readonly spaces: Map<string, Space>;
  underWay: number;
  heldUntil: number;
}

/** All times are milliseconds of a clock that never goes back. */
export class Lanes {
  readonly #most: number;
  readonly #sides = new Map<string, Side>();
  readonly #known = new Set<number>();

  /** @param most slots that are posted at once on a platform */
  constructor(most: number) {
    this.#most = most;
  }

  /** How many slots there are, those under way included. */
  get size(): number {
    return this.#known.size;
  }

  /** Whether a slot waits already, or is under way. */
  has(id: number): boolean {
    return this.#known.has(id);
  }

  /** Lets a slot wait, in its place by `at`, then by id; one that is there already stays as it is. */
  put(slot: Queued, notBefore: number) {
    if (this.has(slot.id)) return;
    this.#known.add(slot.id);
    insert(this.#laneOf(slot), slot, notBefore);
  }

  /** The next slot of a platform that may be posted; it is under way from now on. */
  take(platform: string, now: number): Queued | undefined {
    const side = this.#sides.get(platform);
    if (!side || side.underWay >= this.#most || side.heldUntil > now) return undefined;
    for (const [name, space] of side.spaces) {
      const slot = takeFrom(space, now);
      if (!slot) continue;
      toEnd(side.spaces, name);
      side.underWay += 1;
      return slot;
    }
    return undefined;
  }

  /** A slot that was taken is done with. */
  done(slot: Queued) {
    this.#known.delete(slot.id);
    const side = this.#sideOf(slot.to.platform);
    const lane = this.#laneOf(slot);
    side.underWay -= 1;
    lane.busy = false;
    if (lane.waiting.length > 0) return;
    const space = side.spaces.get(spaceOf(slot));
    space?.delete(slot.to.id);
    if (space?.size === 0) side.spaces.delete(spaceOf(slot));
  }

  /** A slot that was taken is to be tried again; its channel waits for it. */
  again(slot: Queued, notBefore: number) {
    const lane = this.#laneOf(slot);
    this.#sideOf(slot.to.platform).underWay -= 1;
    lane.busy = false;
    insert(lane, slot, notBefore);
  }

  /** Nothing is posted on a platform until then. */
  hold(platform: string, until: number) {
    const side = this.#sideOf(platform);
    side.heldUntil = Math.max(side.heldUntil, until);
  }

  /** When the next slot of a platform may be posted, as far as that does not hang on those under way. */
  nextAt(platform: string): number | undefined {
    const side = this.#sides.get(platform);
    if (!side || side.underWay >= this.#most) return undefined;
    let next: number | undefined;
    for (const space of side.spaces.values())
      for (const { busy, waiting } of space.values()) {
        const [first] = waiting;
        if (!busy && first) next = Math.min(next ?? first.notBefore, first.notBefore);
      }
    return next === undefined ? undefined : Math.max(next, side.heldUntil);
  }

  #sideOf(platform: string): Side {
    return made(this.#sides, platform, () => ({ spaces: new Map(), underWay: 0, heldUntil: Number.NEGATIVE_INFINITY }));
  }

  #laneOf(slot: Queued): Lane {
    const space = made(this.#sideOf(slot.to.platform).spaces, spaceOf(slot), (): Space => new Map());
    return made(space, slot.to.id, () => ({ waiting: [], busy: false }));
  }
}

/** A private conversation is a space of its own. */
function spaceOf({ space, to }: Queued): string {
  return space === undefined ? `private ${to.id}` : `space ${space}`;
}

function takeFrom(space: Space, now: number): Queued | undefined {
  for (const [channel, lane] of space) {
    const [first] = lane.waiting;
    if (lane.busy || !first || first.notBefore > now) continue;
    lane.waiting.shift();
    lane.busy = true;
    toEnd(space, channel);
    return first.slot;
  }
  return undefined;
}

function insert({ waiting }: Lane, slot: Queued, notBefore: number) {
  const isEarlier = (other: Queued) => other.at < slot.at || (other.at === slot.at && other.id < slot.id);
  waiting.splice(waiting.findLastIndex((each) => isEarlier(each.slot)) + 1, 0, { slot, notBefore });
}

/** Moves what had its turn behind all others. */
function toEnd<V>(map: Map<string, V>, key: string) {
  const value = map.get(key) as V;
  map.delete(key);
  map.set(key, value);
}

function made<V>(map: Map<string, V>, key: string, make: () => V): V {
  const there = map.get(key);
  if (there !== undefined) return there;
  const value = make();
  map.set(key, value);
  return value;
}
