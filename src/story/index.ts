/** What is known: story files, read, checked and kept current. */
export { asOf, lastDevelopment, reportingDays } from './as-of.ts';
export { askedJsonSchema } from './asked-schema.ts';
export { bounds } from './bounds.ts';
export { months, weekdays } from './calendar.ts';
export { denialsOwed, givenUpLast, isAgainst, isGivenUp } from './contested.ts';
export { coverageOf } from './coverage.ts';
export { dayAfter, daysBetween, utcDay } from './days.ts';
export { deepLink, type Evidence, passageOf, quotationsIn } from './evidence.ts';
export { futureDates } from './future-dates.ts';
export { idleActors } from './idle-actors.ts';
export { StoryLibrary } from './library.ts';
export { fold, nearest } from './names.ts';
export { parseStory } from './parse.ts';
export { askedEnd, parseAsked, withAsked } from './parse-asked.ts';
export { type Part, partsIn } from './part-place.ts';
export { passedPlans } from './passed-plans.ts';
export { type Problem, problemLine } from './problem.ts';
export { storyJsonSchema } from './schema.ts';
export { SilentChanges, sayChange } from './silent-changes.ts';
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
