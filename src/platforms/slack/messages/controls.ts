/** What can be pressed under a message: buttons, and the menu of a list. Their values are the commands. */
import type { ActionsBlock, Button as SlackButton, StaticSelect } from '@slack/types';
import type { Block, Button } from '../../../message/index.ts';
import { limits } from '../limits.ts';
import { plainText } from './rich-text.ts';

/** Buttons, each once, in as few blocks as they fit. */
export function actions(buttons: readonly Button[]): ActionsBlock[] {
  const distinct = [...new Map(buttons.map((each) => [each.command, each])).values()];
  const count = Math.ceil(distinct.length / limits.elementsInActions);
  return Array.from({ length: count }, (_, index) => ({
    type: 'actions',
    elements: distinct.slice(index * limits.elementsInActions, (index + 1) * limits.elementsInActions).map(button),
  }));
}

function button({ label, command, primary }: Button): SlackButton {
  return {
    type: 'button',
    action_id: command,
    value: command,
    text: plainText(label),
    ...(primary && { style: 'primary' as const }),
  };
}

/** A menu that opens one of the items among these blocks; none where there is no item. */
export function chooser(blocks: readonly Block[]): ActionsBlock[] {
  const options = blocks.filter((block) => block.kind === 'item').map(choice);
  if (options.length === 0) return [];
  const select: StaticSelect = {
    type: 'static_select',
    action_id: '/briefing',
    placeholder: plainText('Open one'),
    options,
  };
  return [{ type: 'actions', elements: [select] }];
}

/** An item as the menu has it. */
export function choice({ name, opens }: Extract<Block, { kind: 'item' }>) {
  return { text: plainText(name), value: opens };
}
