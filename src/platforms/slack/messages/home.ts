/** A message as the App Home shows it. */
import type { HomeView } from '@slack/types';
import type { Message } from '../../../message/index.ts';
import { renderSlack } from './render.ts';

/** The view; every one but the first leads back to it. */
export function homeView(message: Message): HomeView {
  const back = { label: 'Back to the stories', command: '/home' };
  const isHome = message.command === back.command;
  const { blocks } = renderSlack(isHome ? message : { ...message, buttons: [back, ...message.buttons] }).payload;
  return { type: 'home', blocks };
}
