/** From a story's news to the timeline that goes with them. */
import type { Story } from '../story/index.ts';
import { sayPicture } from './alt.ts';
import { type Candidate, candidates, choose } from './choose.ts';
import { canWrite } from './font.ts';
import { heightOf } from './layout.ts';
import type { Told } from './mark.ts';
import { mostHeight } from './sizes.ts';
import type { LeftOut, TimelinePicture } from './timeline.ts';

const mostAlt = 1000;

/**
 * The timeline that goes with a digest of one story, or undefined where it would show nothing new, or fewer than two events.
 * It shows as many events as a phone's screen and the alternative text hold, and says how many it leaves out. An event whose
 * words the bundled font cannot write is left out too.
 */
export function timelineOf(story: Story, told: Told): TimelinePicture | undefined {
  const all = candidates(story, told);
  const chosen = choose(all, told);
  while (chosen.length >= 2) {
    const picture = pictureOf(story, told, all, new Set(chosen));
    if (!picture.marks.some(({ isNew }) => isNew)) return undefined;
    if (picture.alt.length <= mostAlt && heightOf(picture) <= mostHeight) return picture;
    chosen.pop();
  }
  return undefined;
}

function pictureOf(
  story: Story,
  { from, until }: Told,
  all: readonly Candidate[],
  chosen: ReadonlySet<Candidate>,
): TimelinePicture {
  const marks = all.flatMap((each) => (each.mark && chosen.has(each) ? [each.mark] : []));
  const leftOut = countLeftOut(all, chosen);
  const picture = {
    title: canWrite(story.name) ? story.name : '',
    from,
    until,
    marks,
    ...(leftOut.length > 0 && { leftOut }),
  };
  return { ...picture, alt: sayPicture(picture) };
}

/** What lies between those that are shown. */
function countLeftOut(all: readonly Candidate[], chosen: ReadonlySet<Candidate>): LeftOut[] {
  const places = new Map<number, Candidate[]>();
  let before = 0;
  for (const each of all) {
    if (chosen.has(each)) before += 1;
    else places.set(before, [...(places.get(before) ?? []), each]);
  }
  return [...places].map(([place, events]) => ({
    before: place,
    said: sayLeftOut(events, place === 0 ? 'earlier' : place === chosen.size ? 'later' : 'more'),
  }));
}

function sayLeftOut(events: readonly Candidate[], where: string): string {
  const fresh = events.filter(({ isNew }) => isNew).length;
  const counted = (kind: string) => `${events.length} ${kind} ${events.length === 1 ? 'event' : 'events'}`;
  if (fresh === events.length) return counted('more new');
  return `${counted(where)}${fresh > 0 ? `, ${fresh} of them new` : ''}`;
}
