/** Holds the ledger against what the platforms' channels show. */
import type { SlotSeen } from './ledger-view.ts';
import type { Place, Scene, Shown } from './scene.ts';

export interface Judgement {
  /** Digests that were ordered, that are there once, and that nobody knows of where the channel cannot be read. */
  readonly ordered: number;
  readonly sent: number;
  readonly uncertain: number;
  /** What must not be: a sentence for each. */
  readonly wrong: readonly string[];
}

/** What became of all digests, once nothing waits any more. */
export function judge(scene: Scene, slots: readonly SlotSeen[]): Judgement {
  const shown = new Map(scene.places.map((place) => [nameOf(place.to.platform, place.to.id), place.posts()]));
  const places = new Map(scene.places.map((place) => [nameOf(place.to.platform, place.to.id), place]));
  const wrong = slots.flatMap((slot) => {
    const name = nameOf(slot.platform, slot.channel);
    const fault = faultOf(slot, places.get(name), shown.get(name) ?? []);
    return fault === undefined ? [] : [`${slot.platform} slot ${slot.name} of ${slot.subscription} ${fault}`];
  });
  const keys = new Set(slots.map(({ key }) => key));
  const strangers = [...shown.values()].flat().filter(({ key }) => !keys.has(key));
  const subscriptions = new Set(slots.map(({ subscription }) => subscription));
  const count = (state: string) => slots.filter((slot) => slot.state === state).length;
  return {
    ordered: scene.ordered,
    sent: count('sent'),
    uncertain: count('uncertain'),
    wrong: [
      ...wrong,
      ...strangers.map(({ key }) => `a post with the key ${key} is of no slot`),
      ...(slots.length === scene.ordered ? [] : [`${scene.ordered} were ordered, and there are ${slots.length} slots`]),
      ...(subscriptions.size === slots.length ? [] : ['a subscription has several slots']),
      ...[...shown].flatMap(([name, posts]) => (places.get(name)?.isReadable ? disorder(name, posts, slots) : [])),
    ],
  };
}

function faultOf(slot: SlotSeen, place: Place | undefined, shown: readonly Shown[]): string | undefined {
  const posts = shown.filter(({ key }) => key === slot.key);
  if (posts.length > 1) return `is there ${posts.length} times`;
  if (slot.state === 'uncertain')
    return place?.isReadable ? `is uncertain, though its channel can be read: ${slot.why}` : undefined;
  if (slot.state !== 'sent') return `is ${slot.state}: ${slot.why}`;
  if (posts.length === 0) return 'is lost: the ledger says that it was sent';
  return posts[0]?.id === slot.post ? undefined : `is ${slot.post} in the ledger, and ${posts[0]?.id} in its channel`;
}

/** Posts of one channel come in the order of their times. */
function disorder(name: string, posts: readonly Shown[], slots: readonly SlotSeen[]): string[] {
  const times = new Map(slots.map(({ key, at }) => [key, at]));
  const at = posts.map(({ key }) => times.get(key) ?? 0);
  return at.every((each, index) => index === 0 || (at[index - 1] ?? 0) <= each) ? [] : [`${name} is out of order`];
}

const nameOf = (platform: string, id: string) => `${platform} ${id}`;
