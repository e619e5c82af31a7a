/** What to say: a story becomes a message. */

export { composeAnswer } from './answer/answer.ts';
export { plainAnswer } from './answer/plain-answer.ts';
export { composeBriefing, composeNotBegun, composeNothingYet, type View } from './briefing.ts';
export { sayAsked, sayNext } from './buttons.ts';
export { composeCatchUp } from './catch-up.ts';
export { amendMessage } from './corrections/amended.ts';
export { composeCorrectionReply } from './corrections/reply.ts';
export { sayDay, sayDays, sayMoment, sayWhen } from './dates.ts';
export { composeDigest } from './digest/digest.ts';
export type { DigestView } from './digest/view.ts';
export { isNews, type StoryNews } from './news/news.ts';
export { partsOf } from './news/parts.ts';
export { changes, remarks } from './remarks.ts';
export { type Section, sections } from './sections/sections.ts';
export { newest, sayAdded, standing } from './standing.ts';
