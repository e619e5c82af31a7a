/** What a story says in one of its parts. */
import {
  compareDays,
  isSaying,
  quotationsIn,
  type Statement,
  type Story,
  statementsOf,
  statusOf,
} from '../../../story/index.ts';
import type { RequestedPart } from '../question/requested-part.ts';

/** The statements of a part; none of those parts that are no statements: the sources, and who is in the story. */
export function statementsIn(story: Story, part: RequestedPart): Statement[] {
  return kinds[part](story);
}

/** Whether there is something of the kind. */
export function holds(story: Story, part: RequestedPart): boolean {
  if (part === 'sources') return story.sources.length > 0;
  return part === 'people' ? story.actors.length > 0 : statementsIn(story, part).length > 0;
}

const kinds: Readonly<Record<RequestedPart, (story: Story) => Statement[]>> = {
  sources: () => [],
  people: () => [],
  timeline: ({ events }) => [...events],
  quotes: (story) =>
    statementsOf(story).filter(({ what, withdrawn }) => withdrawn === undefined && quotationsIn(what).length > 0),
  open: sidesIn,
  'who-says-what': ({ openQuestions, events, facts }) => [
    ...sidesIn({ openQuestions }),
    ...events.flatMap(({ positions }) => positions),
    ...facts.filter(isSaying),
  ],
  background: ({ facts }) => facts.filter((fact) => !isSaying(fact)),
  plans: ({ events }) => events.filter((event) => statusOf(event) === 'planned'),
  corrections: corrected,
};

function sidesIn({ openQuestions }: Pick<Story, 'openQuestions'>): Statement[] {
  return openQuestions.flatMap(({ positions }) => positions);
}

/** What was corrected or withdrawn, what was so last first, with why it was withdrawn. */
function corrected(story: Story): Statement[] {
  const all = statementsOf(story);
  const changed = all.flatMap((each) => {
    const days = [
      ...each.corrections.map(({ when }) => when),
      ...(each.withdrawn === undefined ? [] : [each.withdrawn]),
    ];
    return days.length > 0 ? [{ each, last: days.sort().at(-1) ?? '' }] : [];
  });
  const whyWithdrawn = (each: Statement) =>
    each.kind === 'position' || each.withdrawn === undefined ? [] : all.filter(({ id }) => each.updatedBy.includes(id));
  return changed.sort((a, b) => compareDays(b.last, a.last)).flatMap(({ each }) => [each, ...whyWithdrawn(each)]);
}
