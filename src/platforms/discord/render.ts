/** A message as Discord's Components V2. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import { type Block, type Button, type Cost, fit, type Message, type MessageKind } from '../../message/index.ts';
import type { Rendered } from '../platform.ts';
import { limits } from './limits.ts';
import { escapeLineStart, escapeMarkdown, markdown } from './markdown.ts';

/** What is posted as a message, or as an interaction's answer. */
export interface DiscordPayload {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
  /** Nothing in a message pings anybody. */
  readonly allowed_mentions: { readonly parse: never[] };
}

const accents: Record<MessageKind, number> = { briefing: 0x2f6fde, list: 0x6b7280, help: 0x6b7280, mistake: 0xd97706 };

type Native = { [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => string };

const small = (text: string) => `-# ${text}`;
const quoted = (text: string) => `> ${escapeLineStart(text)}`;

const native: Native = {
  heading: ({ text }) => `### ${escapeMarkdown(text)}`,
  paragraph: ({ content }) => escapeLineStart(markdown(content)),
  note: ({ content }) => small(markdown(content)),
  entry: ({ label, content, notes }) =>
    [
      `**${markdown(label)}**${content.length > 0 ? `  ${markdown(content)}` : ''}`,
      ...notes.map((note) => small(markdown(note))),
    ].join('\n'),
  question: ({ asks }) => `**${escapeMarkdown(asks)}**`,
  position: ({ content }) => quoted(markdown(content)),
  quote: ({ text, attribution }) => `> “${escapeMarkdown(text)}”\n> — ${markdown(attribution)}`,
  correction: ({ label, was, now, why }) =>
    [`**${escapeMarkdown(label)}**`, `> ~~${markdown(was)}~~`, quoted(markdown(now)), quoted(escapeMarkdown(why))].join(
      '\n',
    ),
  item: ({ name, content }) => `**${escapeMarkdown(name)}**\n${small(markdown(content))}`,
};

function text(block: Block): string {
  return (native[block.kind] as (block: Block) => string)(block);
}

/** Renders the message's wanted page. */
export function renderDiscord(message: Message): Rendered<DiscordPayload> {
  const title = `## ${escapeMarkdown(message.title)}`;
  const rows = Math.ceil(message.buttons.length / limits.buttonsInRow);
  // Beside the blocks: container, title, page line and its row of two, buttons in their rows, a list's select in its row.
  const fixed = { characters: title.length + 24, components: 2 + 1 + 3 + rows + message.buttons.length + 2 };
  const budget = {
    characters: limits.characters - fixed.characters,
    components: limits.components - fixed.components,
    options: limits.selectOptions,
  };
  const { pages, omitted } = fit(message.blocks, cost, budget);
  const page = Math.min(message.page, pages.length);
  const blocks = pages[page - 1] ?? [];
  const container: APIComponentInContainer[] = [
    { type: ComponentType.TextDisplay, content: title },
    ...groups(blocks),
    ...(pages.length > 1
      ? [{ type: ComponentType.TextDisplay as const, content: small(`Page ${page} of ${pages.length}`) }]
      : []),
    ...controls(message, blocks, page, pages.length),
  ];
  const payload: DiscordPayload = {
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: ComponentType.Container, accent_color: accents[message.kind], components: container }],
    allowed_mentions: { parse: [] },
  };
  return { payload, page, pages: pages.length, omitted };
}

/** A heading opens a text display of its own, behind a gap; so does small print, which behind a quotation would be read as a part of it. */
function opens(block: Block): boolean {
  return block.kind === 'heading' || block.kind === 'note';
}

function cost(block: Block): Cost {
  const options: Cost = block.kind === 'item' ? { options: 1 } : {};
  // Two components for each: a gap and its text, or small print and the text behind it.
  return { characters: text(block).length + 1, components: opens(block) ? 2 : 0, ...options };
}

function groups(blocks: readonly Block[]): APIComponentInContainer[] {
  const components: APIComponentInContainer[] = [];
  let lines: string[] = [];
  const close = () => {
    if (lines.length > 0) components.push({ type: ComponentType.TextDisplay, content: lines.join('\n') });
    lines = [];
  };
  for (const block of blocks) {
    if (opens(block)) close();
    if (block.kind === 'heading')
      components.push({ type: ComponentType.Separator, divider: false, spacing: SeparatorSpacingSize.Small });
    lines.push(text(block));
    if (block.kind === 'note') close();
  }
  close();
  return components;
}

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

function controls(message: Message, blocks: readonly Block[], page: number, pages: number): Row[] {
  const items = blocks.filter((block) => block.kind === 'item');
  const turn: Button[] = [
    ...(page > 1 ? [{ label: 'Previous page', command: `${message.command} page:${page - 1}` }] : []),
    ...(page < pages ? [{ label: 'Next page', command: `${message.command} page:${page + 1}` }] : []),
  ];
  const select: Row[] = items.length === 0 ? [] : [row([chooser(items)])];
  const turns: Row[] = turn.length === 0 ? [] : [row(turn.map(button))];
  const distinct = [...new Map(message.buttons.map((each) => [each.command, each])).values()];
  const rows = Array.from({ length: Math.ceil(distinct.length / limits.buttonsInRow) }, (_, index) =>
    row(distinct.slice(index * limits.buttonsInRow, (index + 1) * limits.buttonsInRow).map(button)),
  );
  return [...select, ...turns, ...rows];
}

function row(components: APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components };
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
