/** From a story's news to the timeline that goes with them. */
import type { Story } from '../story/index.ts';
import { sayPicture } from './alt.ts';
import { type Candidate, candidates, choose, type DigestNews } from './choose.ts';
import { canWrite } from './font.ts';
import { heightOf } from './sheet.ts';
import { mostHeight } from './sizes.ts';
import type { LeftOut, TimelinePicture } from './timeline.ts';

const mostAlt = 1000;

/**
 * The timeline that goes with a digest of one story, or undefined where it would show nothing new, or fewer than two events.
 * It shows as many events as a phone's screen and the alternative text hold, and says how many it leaves out. An event whose
 * words the bundled font cannot write is left out too.
 */
export function timelineOf(story: Story, told: DigestNews): TimelinePicture | undefined {
  const all = candidates(story, told);
  const chosen = choose(all, told);
  while (chosen.length >= 2) {
    const picture = pictureOf(story, told, all, new Set(chosen));
    if (picture.alt.length <= mostAlt && heightOf(picture) <= mostHeight) return picture;
    chosen.pop();
  }
  return undefined;
}

function pictureOf(
  story: Story,
  { from, until }: DigestNews,
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

/** What stands before the first that is shown, and all the others behind the last. */
function countLeftOut(all: readonly Candidate[], chosen: ReadonlySet<Candidate>): LeftOut[] {
  const first = all.findIndex((each) => chosen.has(each));
  const last = all.findLastIndex((each) => chosen.has(each));
  const earlier = all.slice(0, first);
  const others = all.slice(first).filter((each) => !chosen.has(each));
  const areLater = all.slice(first, last).every((each) => chosen.has(each));
  return [
    ...(earlier.length === 0 ? [] : [{ before: 0, said: sayLeftOut(earlier, 'earlier') }]),
    ...(others.length === 0 ? [] : [{ before: chosen.size, said: sayLeftOut(others, areLater ? 'later' : 'more') }]),
  ];
}

function sayLeftOut(events: readonly Candidate[], where: string): string {
  const fresh = events.filter(({ isNew }) => isNew).length;
  const count = `${events.length} ${where} ${fresh === events.length ? 'new ' : ''}${events.length === 1 ? 'event' : 'events'}`;
  return fresh > 0 && fresh < events.length ? `${count}, ${fresh} of them new` : count;
}
