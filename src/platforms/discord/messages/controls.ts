/** What can be pressed under a message: rows of buttons, and the menu of a list. Their ids are the commands. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { type Block, type Button, type Message, turnButtons } from '../../../message/index.ts';
import { limits } from '../limits.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Where a page stands, and the key of the post that it is. */
interface Place {
  readonly page: number;
  readonly pages: number;
  readonly key?: string | undefined;
}

/** The rows under a page: the menu of a list, what turns the pages, the message's own buttons. */
export function controls(message: Message, blocks: readonly Block[], { page, pages, key }: Place): Row[] {
  const items = blocks.filter((block) => block.kind === 'item');
  const turns = turnButtons(message, page, pages);
  const distinct = [...new Map(message.buttons.map((each) => [each.command, each])).values()];
  const rows = [
    ...(items.length > 0 ? [row([chooser(items)])] : []),
    ...(turns.length > 0 ? [row(turns.map(button))] : []),
    ...Array.from({ length: Math.ceil(distinct.length / limits.buttonsInRow) }, (_, index) =>
      row(distinct.slice(index * limits.buttonsInRow, (index + 1) * limits.buttonsInRow).map(button)),
    ),
  ];
  return key === undefined ? rows : rows.map((each) => keyed(each, key));
}

function row(components: APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components };
}

/** The row with the post's key behind each id that has room for it; commands never see it. */
function keyed({ type, components }: Row, key: string): Row {
  const named = components.map((component) => {
    const id = 'custom_id' in component ? `${component.custom_id} #${key}` : '';
    return 'custom_id' in component && id.length <= limits.customId ? { ...component, custom_id: id } : component;
  });
  return { type, components: named };
}

function button({ label, command, primary }: Button): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: primary ? ButtonStyle.Primary : ButtonStyle.Secondary,
    label,
    custom_id: command,
  };
}

function chooser(items: readonly Extract<Block, { kind: 'item' }>[]): APIComponentInMessageActionRow {
  const options = items.map(({ name, opens }) => ({ label: name, value: opens }));
  return { type: ComponentType.StringSelect, custom_id: '/briefing', placeholder: 'Open one', options };
}
