/** What is known: story files, read, checked and kept current. */
export { asOf, lastDevelopment, reportingDays } from './as-of.ts';
export { bounds } from './bounds.ts';
export { months, weekdays } from './calendar.ts';
export { denialsOwed, givenUpLast, isAgainst, isGivenUp } from './contested.ts';
export { dayAfter, daysBetween, utcDay } from './days.ts';
export { deepLink } from './deep-link.ts';
export { type Evidence, passageOf } from './evidence.ts';
export { StoryLibrary } from './folder/library.ts';
export { SilentChanges, sayChange } from './folder/silent-changes.ts';
export { askedJsonSchema } from './format/asked-schema.ts';
export { storyJsonSchema } from './format/schema.ts';
export { coverageOf } from './hints/coverage.ts';
export { futureDates } from './hints/future-dates.ts';
export { idleActors } from './hints/idle-actors.ts';
export { type Part, partsIn } from './hints/part-place.ts';
export { passedPlans } from './hints/passed-plans.ts';
export { fold, nearest } from './names.ts';
export { parseStory } from './parse/parse.ts';
export { askedEnd, parseAsked, withAsked } from './parse/parse-asked.ts';
export { type Problem, problemLine } from './problem.ts';
export { hasLoneStraightMark, quotationsIn } from './quotations.ts';
export {
  type Actor,
  type Correction,
  type Event,
  type EventStatus,
  type Fact,
  hasHappened,
  isSaying,
  type OpenQuestion,
  type Position,
  type ReadersQuestion,
  type Source,
  type Statement,
  type Story,
  statementsOf,
  statusOf,
} from './story.ts';
export {
  compareDays,
  type Day,
  firstDay,
  isDay,
  isOneSureDay,
  lastDay,
  type Moment,
  parseWhen,
  type Span,
  type When,
} from './when.ts';
