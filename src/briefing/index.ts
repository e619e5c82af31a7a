/** What to say: a story becomes a message. */
export { composeBriefing, composeNothingYet, sayAdded, standing, type View } from './briefing.ts';
export { sayDay } from './dates.ts';
export { type Section, sections } from './sections.ts';
