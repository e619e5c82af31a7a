/** What people can type. */
import { briefing } from './briefing.ts';
import type { Command } from './command.ts';
import { help } from './help.ts';
import { stories } from './stories.ts';

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [briefing, stories, help];

export { answer } from './answer.ts';
export type { Command } from './command.ts';
export { type Choice, completeLine, completeOption } from './complete.ts';
export type { Answer, Invocation } from './invocation.ts';
export { splitCommand } from './parse-text.ts';
