/** A message as Slack's Block Kit, prose in rich text. */
import type { KnownBlock } from '@slack/types';
import { type Cost, fit, type Message, turnButtons } from '../../../message/index.ts';
import type { Rendered } from '../../platform.ts';
import { limits } from '../limits.ts';
import { cost, groups, small } from './blocks.ts';
import { actions, chooser } from './controls.ts';
import { escapeText, plainText } from './rich-text.ts';

/** What is posted, without its channel. */
export interface SlackPayload {
  /** The notification. */
  readonly text: string;
  readonly mrkdwn: false;
  readonly blocks: KnownBlock[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/** Renders the message's wanted page. */
export function renderSlack(message: Message): Rendered<SlackPayload> {
  const header: KnownBlock = { type: 'header', text: plainText(message.title) };
  const buttons = actions(message.buttons);
  const turning = 500;
  const budget = {
    characters: limits.characters - JSON.stringify([header, buttons]).length - turning,
    // Beside the blocks: a post's ping, header, select, page line, page buttons, buttons; and the page's first group.
    blocks: limits.blocks - 7,
    options: limits.selectOptions,
  };
  const { pages, omitted } = fit(message.blocks, cost, budget, spareOf(message));
  const page = Math.min(message.page, pages.length);
  const blocks = pages[page - 1] ?? [];
  const payload: SlackPayload = {
    text: escapeText(message.summary),
    mrkdwn: false,
    blocks: [
      header,
      ...groups(blocks),
      ...chooser(blocks),
      ...(pages.length > 1 ? [small(`Page ${page} of ${pages.length}`)] : []),
      ...actions(turnButtons(message, page, pages.length)),
      ...buttons,
    ],
    unfurl_links: false,
    unfurl_media: false,
  };
  return { payload, page, pages: pages.length, omitted };
}

/** A correction's words take about as much again in markup, and so does what it strikes through. */
function spareOf({ spare }: Message): Cost {
  return spare ? { characters: 2 * spare.characters, blocks: spare.components } : {};
}
