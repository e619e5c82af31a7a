/** What people can type. */
import { ask } from './ask/ask.ts';
import { briefing } from './briefing.ts';
import { catchup } from './catchup.ts';
import type { Command } from './command.ts';
import { pause, remove, restore, resume } from './digest/change.ts';
import { drop } from './digest/drop.ts';
import { list } from './digest/list.ts';
import { preview } from './digest/preview.ts';
import { show } from './digest/show.ts';
import { subscribe } from './digest/subscribe.ts';
import { help } from './help.ts';
import { home } from './home.ts';
import { report } from './report.ts';
import { stories } from './stories.ts';
import { welcome } from './welcome.ts';

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  ...[briefing, ask, stories, catchup, subscribe, list, preview, pause, resume, remove, help],
  ...[home, welcome, report, restore, drop, show],
];

export { answer, audience } from './answer.ts';
export { answerForeign, answerNoQuestion } from './ask/no-question.ts';
export { readBehind, talkAfter } from './ask/read-behind.ts';
export { type RoutedAnswer, routeQuestion } from './ask/which-story.ts';
export type { Command, Known } from './command.ts';
export type { PreviousTalk } from './conversation.ts';
export { findCommand, listedCommands, subcommandsOf } from './find-command.ts';
export { Flood } from './flood.ts';
export { asMessage, type Field, fieldsOf, formCommand, sayMissing } from './form.ts';
export {
  type Answer,
  bareSurroundings,
  type ChannelFound,
  type FormAnswer,
  type Home,
  type Invocation,
  type MessageAnswer,
  type RoleFound,
  type Surroundings,
} from './invocation.ts';
export {
  type Conversations,
  type Inbox,
  type InboxItem,
  type Memory,
  type Readers,
  type Talk,
  talkMs,
} from './memory.ts';
export { clip } from './mistake.ts';
export { failed, stopped, tooFast } from './not-run.ts';
export { listedOptions, type Option } from './option.ts';
export { completeLine, completeOption } from './typed/complete.ts';
export type { Choice } from './typed/complete-values.ts';
export { splitCommand } from './typed/parse-text.ts';
export { readOptions } from './typed/read-options.ts';
