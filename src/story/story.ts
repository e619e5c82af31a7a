/** A story as the rest of the program sees it: every reference resolved, every date parsed, nothing left to check. */
import type { Evidence } from './evidence.ts';
import type { Day, Moment, When } from './when.ts';

export type StoryState = 'developing' | 'quiet' | 'closed';
export type Stance = 'asserts' | 'suggests' | 'reports' | 'denies' | 'doubts' | 'supports' | 'condemns' | 'declines';
export type EventStatus = 'happened' | 'planned' | 'called off';

/** One report that the story draws on. `number` counts from 1 in the order of the file. */
export interface Source {
  readonly id: string;
  readonly number: number;
  readonly published: Moment;
  readonly title?: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly url?: string;
  readonly note?: string;
  readonly aside: readonly string[];
}

export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly alsoKnownAs: readonly string[];
  readonly role?: string;
  readonly speaksFor?: Actor;
  /** The source does not name them. */
  readonly unnamed: boolean;
}

/** What every statement has: its words, whose they are, and where they stand. */
interface Stated {
  /** `grounding`, or `human-error/rabie` for a position. */
  readonly id: string;
  readonly what: string;
  /** Whose words a quotation in `what` is. */
  readonly by?: Actor | 'not stated';
  readonly when?: When;
  /** The source's own words for `when`. */
  readonly stated?: string;
  /** Never empty. */
  readonly evidence: readonly Evidence[];
  /** The day of the earliest report that carries it. */
  readonly reported: Day;
  readonly withdrawn?: Day;
  readonly corrections: readonly Correction[];
}

export interface Event extends Stated {
  readonly kind: 'event';
  readonly when: When;
  readonly where?: string;
  readonly who: readonly (Actor | 'not stated')[];
  readonly short?: string;
  /** Ids of the statements or open questions that the sources give as its cause. */
  readonly because: readonly string[];
  readonly status: EventStatus;
  readonly calledOffBy?: string;
  /** Ids of later events or facts that tell how the matter stands since, or why this was withdrawn; the latest last. */
  readonly updatedBy: readonly string[];
  readonly positions: readonly Position[];
}

export interface Position extends Stated {
  readonly kind: 'position';
  /** The id of the event or open question that it is about. */
  readonly on: string;
  readonly actor: Actor;
  readonly stance: Stance;
}

export interface Fact extends Stated {
  readonly kind: 'fact';
  /** Ids of later events or facts that tell how the matter stands since, or why this was withdrawn; the latest last. */
  readonly updatedBy: readonly string[];
}

export type Statement = Event | Position | Fact;

/** A contested matter: asked, never asserted. */
export interface OpenQuestion {
  readonly id: string;
  readonly asks: string;
  readonly about: readonly string[];
  readonly positions: readonly Position[];
}

/** A change of a statement that was wrong. `now` is what replaced `was` then: the next correction's `was`, or today's words. */
export interface Correction {
  readonly when: Day;
  readonly statement: string;
  readonly field: 'what' | 'when' | 'where';
  readonly was: string;
  readonly now: string;
  readonly why: string;
  readonly evidence: readonly Evidence[];
}

export interface ReadersQuestion {
  readonly asks: string;
  /** Ids of the statements or open questions that answer it. */
  readonly answers: readonly string[];
}

/** A question that readers put once something was told. */
export interface FollowUp extends ReadersQuestion {
  /** The id of the statement, or the open question, that was told. */
  readonly behind: string;
}

/** What readers ask of a story, as an editor lists it beside the story: to compare with, not to show. */
export interface ReadersAsked {
  /** Further wordings of what readers ask, each with what answers it. */
  readonly alsoAsked: readonly ReadersQuestion[];
  /** What they ask once something was told, with what answers it, if anything does. */
  readonly thenAsked: readonly FollowUp[];
  /** Questions that no statement answers. */
  readonly notTold: readonly string[];
}

export const nothingAsked: ReadersAsked = { alsoAsked: [], thenAsked: [], notTold: [] };

export interface Story extends ReadersAsked {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly alsoKnownAs: readonly string[];
  readonly language: string;
  readonly timeZone: string;
  /** Missing in a view of an earlier day: the file says only how things stand now. */
  readonly state?: StoryState;
  readonly topics: readonly string[];
  /** At most two. */
  readonly inShort: readonly Statement[];
  readonly whyItMatters?: Statement;
  /** Never empty. */
  readonly sources: readonly Source[];
  readonly actors: readonly Actor[];
  /** By day; those of one day in the order of the file. */
  readonly events: readonly Event[];
  readonly openQuestions: readonly OpenQuestion[];
  readonly facts: readonly Fact[];
  readonly readersAsk: readonly ReadersQuestion[];
  /** By day. */
  readonly corrections: readonly Correction[];
}

/** Whether an event took place, as far as the story tells. */
export function hasHappened({ status, withdrawn }: Pick<Event, 'status' | 'withdrawn'>): boolean {
  return status === 'happened' && withdrawn === undefined;
}

/** How an event stands: one that another called off is no plan any more. */
export function statusOf({ status, calledOffBy }: Pick<Event, 'status' | 'calledOffBy'>): EventStatus {
  return calledOffBy === undefined ? status : 'called off';
}

/** Whether a fact is somebody's statement. */
export function isSaying({ by }: Pick<Fact, 'by'>): boolean {
  return by !== undefined && by !== 'not stated';
}

/** Every statement of a story: events with their positions, positions on open questions, facts. */
export function statementsOf(story: Pick<Story, 'events' | 'openQuestions' | 'facts'>): Statement[] {
  const ofEvents = story.events.flatMap((event): Statement[] => [event, ...event.positions]);
  return [...ofEvents, ...story.openQuestions.flatMap((question) => question.positions), ...story.facts];
}
