/**
 * Follow-ups for how what was shown stands beside what came before or since: “does she still say so?”, “what had he said
 * before?”, “did it take place?”, “why was the first figure wrong?” The story's own order answers them, not their words.
 */
import { type Event, isAgainst, isGivenUp, type Position, type Statement, statusOf } from '../../../story/index.ts';
import type { Reading } from '../rank/reading.ts';
import { isVoiceOf } from '../story/actors.ts';
import { speakerOf } from '../story/doers.ts';
import type { StoryIndex } from '../story/story-index.ts';
import { type ChangeAsked, changeIn } from './change-asked.ts';

/** What answers such a question, by their ids; undefined where none is asked, or the story has nothing before or since. */
export function changedSince(index: StoryIndex, { question, mentions, last }: Reading): readonly string[] | undefined {
  const [shown] = last;
  const change = shown && changeIn(question);
  if (!change) return undefined;
  const named = mentions.filter(({ words }) => words.length > 0);
  const speaker = speakerOf(shown);
  if (named.some(({ actor }) => speaker === undefined || !isVoiceOf(speaker, actor))) return undefined;
  if (change.who !== undefined && !pronounForm.test(change.who) && named.length === 0) return undefined;
  const ids = answers[change.kind](index, shown);
  return ids && ids.length > 0 ? ids : undefined;
}

const pronounForm = /^(?:he|she|they|it|that|this)$/i;

/** By what is asked, what answers it behind a statement. */
const answers: Readonly<
  Record<ChangeAsked['kind'], (index: StoryIndex, shown: Statement) => readonly string[] | undefined>
> = {
  'still said': (index, shown) => {
    const { before, since } = ofSameActor(index, shown);
    if (since.length > 0) return idsOf(since.slice(-1));
    return before.length > 0 ? [shown.id] : undefined;
  },
  'said before': (index, shown) => idsOf(ofSameActor(index, shown).before.slice(-1)),
  'in force': (index, shown) => standsSince(index, shown),
  'true after all': (index, shown) =>
    shown.withdrawn !== undefined || shown.kind === 'position' ? standsSince(index, shown) : undefined,
  'took place': (_, shown) => {
    const end = callingOff(shown);
    return end === undefined ? undefined : [end, shown.id];
  },
  'why not': ({ story }, shown) => {
    const end =
      callingOff(shown) ?? (story.events.some((event) => event.calledOffBy === shown.id) ? shown.id : undefined);
    const event = story.events.find(({ id }) => id === end);
    return event && [event.id, ...event.because];
  },
  corrected: (_, shown) => (shown.corrections.length > 0 ? [shown.id] : undefined),
  denied: ({ story: { openQuestions } }, shown) => {
    const matter = openQuestions.find(({ id }) => shown.kind === 'position' && id === shown.on);
    if (!matter || shown.kind !== 'position' || shown.stance === 'declines') return undefined;
    return idsOf(matter.positions.filter((each) => isOther(each, shown) && !isGivenUp(each, matter.positions)));
  },
};

/** What the same actor said of the matter in other reports. */
function ofSameActor({ story }: StoryIndex, shown: Statement) {
  if (shown.kind !== 'position') return { before: [], since: [] };
  const { positions = [] } =
    story.openQuestions.find(({ id }) => id === shown.on) ?? story.events.find(({ id }) => id === shown.on) ?? {};
  const own = positions.filter(
    ({ actor, id, stance }) => actor === shown.actor && id !== shown.id && stance !== 'declines',
  );
  return {
    before: own.filter(({ reported }) => reported < shown.reported),
    since: own.filter(({ reported, withdrawn }) => reported > shown.reported && withdrawn === undefined),
  };
}

function standsSince(index: StoryIndex, shown: Statement): readonly string[] | undefined {
  if (shown.kind === 'position') return idsOf(ofSameActor(index, shown).since.slice(-1));
  const end = callingOff(shown);
  return end === undefined ? shown.updatedBy.slice(-1) : [end];
}

function callingOff(shown: Statement): Event['calledOffBy'] {
  return shown.kind === 'event' && statusOf(shown) === 'called off' ? shown.calledOffBy : undefined;
}

function isOther(each: Position, shown: Position): boolean {
  const isSaid = each.withdrawn === undefined && each.stance !== 'declines' && each.actor !== shown.actor;
  return isSaid && isAgainst(each) !== isAgainst(shown);
}

function idsOf(statements: readonly Statement[]): readonly string[] {
  return statements.map(({ id }) => id);
}
