/** A message as Discord's Components V2. */
import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import { type Block, type Cost, emphasis, fit, type Message, type MessageKind } from '../../../message/index.ts';
import type { Rendered } from '../../platform.ts';
import { limits } from '../limits.ts';
import { controls } from './controls.ts';
import { escapeLineStart, escapeMarkdown, markdown } from './markdown.ts';

/** What is posted as a message, or as an interaction's answer. */
export interface DiscordPayload {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
  /** What goes with it as files, by their index. */
  readonly attachments?: readonly { readonly id: string; readonly filename: string; readonly description: string }[];
  /** Nothing in a message pings anybody, but for the one role of a post. */
  readonly allowed_mentions: { readonly parse: never[]; readonly roles?: string[] };
}

/** A page, and the files that its pictures are. */
export interface RenderedDiscord extends Rendered<DiscordPayload> {
  readonly files: readonly { readonly name: string; readonly data: Uint8Array; readonly description: string }[];
}

/** What a post has besides its message. */
export interface PostMarks {
  /** Goes with the ids of its buttons, so that the post can be found again. */
  readonly key?: string;
  /** The role that it pings. */
  readonly mention?: string;
}

const accents: Record<MessageKind, number> = {
  briefing: 0x2f6fde,
  answer: 0x2f6fde,
  digest: 0x0f766e,
  list: 0x6b7280,
  help: 0x6b7280,
  mistake: 0xd97706,
};

type Native = { [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => string };

/** A line behind the sign that makes it a heading, a quotation, small print or an item. */
const behind = (sign: string, text: string) => `${sign}${escapeLineStart(text)}`;

const native: Native = {
  heading: ({ text }) => behind('### ', escapeMarkdown(text)),
  paragraph: ({ content }) => behind('', markdown(content)),
  note: ({ content }) => behind('-# ', markdown(content)),
  entry: ({ label, content }) => `**${markdown(label)}**${content.length > 0 ? `  ${markdown(content)}` : ''}`,
  detail: ({ content }) => behind('-# ', markdown(content)),
  question: ({ asks }) => `**${markdown(asks)}**`,
  // Quoted lines of two positions would run together into one quotation.
  position: ({ content }) => behind('- ', markdown(content)),
  quote: ({ text, attribution }) => `> “${escapeMarkdown(text)}”\n> — ${markdown(attribution)}\n`,
  correction: ({ label, was, now, why }) =>
    [
      `**${escapeMarkdown(label)}**`,
      `> Was: ~~${markdown(was)}~~`,
      `> Now: ${markdown(now)}`,
      `> ${markdown([emphasis(why)])}`,
    ].join('\n'),
  picture: () => '', // a component of its own
  item: ({ name, content }) => `**${escapeMarkdown(name)}**\n${behind('-# ', markdown(content))}`,
};

function text(block: Block): string {
  return (native[block.kind] as (block: Block) => string)(block);
}

/** Renders the message's wanted page. */
export function renderDiscord(message: Message, { key, mention }: PostMarks = {}): RenderedDiscord {
  const ping = mention === undefined ? '' : `<@&${mention}>`;
  const title = behind('## ', escapeMarkdown(message.title));
  const rows = Math.ceil(message.buttons.length / limits.buttonsInRow);
  // Beside the blocks: container, title, page line and its row of two, buttons in their rows, a list's select in its row.
  const fixed = {
    characters: ping.length + title.length + 24,
    components: (mention === undefined ? 0 : 1) + 2 + 1 + 3 + rows + message.buttons.length + 2,
  };
  const budget = {
    characters: limits.characters - fixed.characters,
    components: limits.components - fixed.components,
    options: limits.selectOptions,
  };
  const { pages, omitted } = fit(message.blocks, cost, budget, { ...message.spare });
  const page = Math.min(message.page, pages.length);
  const blocks = pages[page - 1] ?? [];
  const container: APIComponentInContainer[] = [
    { type: ComponentType.TextDisplay, content: title },
    ...groups(blocks),
    ...(pages.length > 1
      ? [{ type: ComponentType.TextDisplay as const, content: `-# Page ${page} of ${pages.length}` }]
      : []),
    ...controls(message, blocks, { page, pages: pages.length, key }),
  ];
  const files = blocks
    .filter(isPicture)
    .map(({ png, alt }, index) => ({ name: fileName(index), data: png, description: alt }));
  const payload: DiscordPayload = {
    flags: MessageFlags.IsComponentsV2,
    components: [
      ...(mention === undefined ? [] : [{ type: ComponentType.TextDisplay as const, content: ping }]),
      { type: ComponentType.Container, accent_color: accents[message.kind], components: container },
    ],
    allowed_mentions: { parse: [], ...(mention !== undefined && { roles: [mention] }) },
    ...(files.length > 0 && {
      attachments: files.map(({ name, description }, index) => ({ id: String(index), filename: name, description })),
    }),
  };
  return { payload, files, page, pages: pages.length, omitted };
}

type Picture = Extract<Block, { kind: 'picture' }>;

function isPicture(block: Block): block is Picture {
  return block.kind === 'picture';
}

function fileName(index: number): string {
  return `picture-${index + 1}.png`;
}

function gallery({ alt }: Picture, index: number): APIComponentInContainer {
  return {
    type: ComponentType.MediaGallery,
    items: [{ media: { url: `attachment://${fileName(index)}` }, description: alt }],
  };
}

/** A heading opens a text display of its own behind a gap; so does small print, which behind a quotation would be read as part of it. */
function opens(block: Block): boolean {
  return block.kind === 'heading' || block.kind === 'note';
}

function cost(block: Block): Cost {
  const options: Cost = block.kind === 'item' ? { options: 1 } : {};
  // A heading: its gap and its text. A picture: itself, and the text behind it. Small print: itself, and the gap and text behind it.
  const components = block.kind === 'heading' || block.kind === 'picture' ? 2 : block.kind === 'note' ? 3 : 0;
  return { characters: text(block).length + 2, components, ...options };
}

function groups(blocks: readonly Block[]): APIComponentInContainer[] {
  const components: APIComponentInContainer[] = [];
  let lines: string[] = [];
  const close = () => {
    if (lines.length > 0) components.push({ type: ComponentType.TextDisplay, content: lines.join('\n').trim() });
    lines = [];
  };
  const pictures = blocks.filter(isPicture);
  for (const [index, block] of blocks.entries()) {
    if (isPicture(block)) {
      close();
      components.push(gallery(block, pictures.indexOf(block)));
      continue;
    }
    if (opens(block)) close();
    const before = blocks[index - 1]?.kind;
    if (block.kind === 'heading' || (before === 'note' && block.kind !== 'note')) components.push(gap);
    if (isSetApart(block, before)) lines.push('');
    lines.push(text(block));
    if (block.kind === 'note') close();
  }
  close();
  return components;
}

/** An empty line sets apart what has small print of its own, one of a list from the next, one open question from another, what others said, and a correction. */
function isSetApart(block: Block, before: Block['kind'] | undefined): boolean {
  if (before === 'item' || before === 'detail') return block.kind !== 'detail';
  if (before === 'correction') return true;
  if (before === 'position' && block.kind === 'entry') return true;
  return (block.kind === 'question' || block.kind === 'correction') && before !== 'heading';
}

const gap: APIComponentInContainer = {
  type: ComponentType.Separator,
  divider: false,
  spacing: SeparatorSpacingSize.Small,
};
