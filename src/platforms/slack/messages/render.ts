/** A message as Slack's Block Kit, prose in rich text. */
import type { KnownBlock, RichTextBlock, RichTextBlockElement } from '@slack/types';
import {
  type Block,
  type Cost,
  fit,
  type Line,
  line,
  type Message,
  plainLine,
  strong,
  turnButtons,
} from '../../../message/index.ts';
import type { Rendered } from '../../platform.ts';
import { limits } from '../limits.ts';
import { actions, choice, chooser } from './controls.ts';
import { escapeText, plainText, richText } from './rich-text.ts';

/** What is posted, without its channel. */
export interface SlackPayload {
  /** The notification. */
  readonly text: string;
  readonly mrkdwn: false;
  readonly blocks: KnownBlock[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

type Native = { [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => RichTextBlockElement[] };

const newline: Line = line('\n');
const section = (content: Line): RichTextBlockElement => ({ type: 'rich_text_section', elements: richText(content) });
const quote = (content: Line): RichTextBlockElement => ({ type: 'rich_text_quote', elements: richText(content) });
const italic = (content: Line): Line => [{ kind: 'emphasis', children: content }];

const native: Native = {
  heading: ({ text }) => [section([strong(text)])],
  paragraph: ({ content }) => [section(content)],
  note: ({ content }) => [section(italic(content))],
  entry: ({ label, content }) => [
    section([{ kind: 'strong', children: label }, ...(content.length > 0 ? [...line('  '), ...content] : [])]),
  ],
  detail: ({ content }) => [section(italic(content))],
  question: ({ asks }) => [section([{ kind: 'strong', children: asks }])],
  position: ({ content }) => [
    { type: 'rich_text_list', style: 'bullet', elements: [{ type: 'rich_text_section', elements: richText(content) }] },
  ],
  quote: ({ text, attribution }) => [quote([...line(`“${text}”\n— `), ...attribution])],
  correction: ({ label, was, now, why }) => [
    section([strong(label)]),
    quote([
      ...line('Was: '),
      { kind: 'struck', children: was },
      ...line('\nNow: '),
      ...now,
      ...newline,
      ...italic(line(why)),
    ]),
  ],
  // Slack shows only pictures that were uploaded before; where one was not, its words stand in its place.
  picture: ({ alt }) => [section(italic(line(`Picture: ${alt}`)))],
  item: ({ name, content }) => [section([strong(name), ...newline, ...content])],
};

function elements(block: Block): RichTextBlockElement[] {
  return (native[block.kind] as (block: Block) => RichTextBlockElement[])(block);
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

const openers: ReadonlySet<Block['kind']> = new Set(['heading', 'question', 'note', 'quote', 'entry', 'item']);

/** What opens a block of its own, which Slack sets apart by a gap. */
function opens(block: Block): boolean {
  return openers.has(block.kind);
}

/** Not so right below a heading, nor a line of a list below another. */
function isSetApart(block: Block, before: Block['kind'] | undefined): boolean {
  return opens(block) && before !== 'heading' && !(block.kind === 'entry' && before === 'entry');
}

function cost(block: Block): Cost {
  // Small print, and a picture, close the block before them and so open another after them.
  const stands = block.kind === 'note' || isHosted(block);
  const characters = JSON.stringify(isHosted(block) ? image(block) : elements(block)).length + (opens(block) ? 80 : 1);
  const option: Cost =
    block.kind === 'item' ? { options: 1, characters: characters + JSON.stringify(choice(block)).length } : {};
  return { characters, blocks: stands ? 2 : opens(block) ? 1 : 0, ...option };
}

function groups(blocks: readonly Block[]): KnownBlock[] {
  const native: KnownBlock[] = [];
  let open: RichTextBlock | undefined;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'note' || isHosted(block)) {
      native.push(block.kind === 'note' ? small(plainLine(block.content)) : image(block));
      open = undefined;
      continue;
    }
    if (!open || isSetApart(block, blocks[index - 1]?.kind)) {
      open = { type: 'rich_text', elements: [] };
      native.push(open);
    }
    open.elements.push(...elements(block));
  }
  return native;
}

function small(text: string): KnownBlock {
  return { type: 'context', elements: [plainText(text)] };
}

type Hosted = Extract<Block, { kind: 'picture' }> & { readonly hosted: string };

function isHosted(block: Block): block is Hosted {
  return block.kind === 'picture' && block.hosted !== undefined;
}

function image({ hosted, alt }: Hosted): KnownBlock {
  return { type: 'image', slack_file: { id: hosted }, alt_text: alt };
}
