/** Buttons that stand under answers of several commands. */
import type { Button } from '../message/index.ts';

export const allStories: Button = { label: 'All stories', command: '/stories' };

export const whatToType: Button = { label: 'What can I type?', command: '/help' };

/** @param name a command’s, or the first word of several */
export function helpWith(name: string): Button {
  return { label: `Help with /${name}`, command: `/help ${name}` };
}

/** The button that does what was meant; none where its command is longer than Discord's 100 characters. */
export function button(label: string, command: string, primary = true): Button[] {
  return command.length <= 100 ? [{ label, command, primary }] : [];
}
