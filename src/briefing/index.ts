/** What to say: a story becomes a message. */
export { composeAnswer, plainAnswer, sayNext } from './answer.ts';
export { composeBriefing, composeNothingYet, type View } from './briefing.ts';
export { sayDay } from './dates.ts';
export { type Section, sections } from './sections.ts';
export { newest, sayAdded, standing } from './standing.ts';
