/** What to say: a story becomes a message. */
export { amendMessage } from './amended.ts';
export { composeAnswer, plainAnswer } from './answer.ts';
export { composeBriefing, composeNothingYet, type View } from './briefing.ts';
export { sayNext } from './buttons.ts';
export { type CatchUpView, composeCatchUp } from './catch-up.ts';
export { composeCorrectionReply } from './correction-reply.ts';
export { sayDay, sayDays, sayMoment, sayWhen } from './dates.ts';
export { composeDigest } from './digest.ts';
export type { DigestView } from './digest-view.ts';
export { isNews, type StoryNews } from './news.ts';
export { partsOf } from './news-parts.ts';
export { type Section, sections } from './sections.ts';
export { newest, sayAdded, standing } from './standing.ts';
export { remarks } from './wording.ts';
