/** The blocks of a message as Slack's blocks, prose in rich text. */
import type { KnownBlock, RichTextBlock, RichTextBlockElement } from '@slack/types';
import { type Block, type Cost, type Line, line, plainLine, strong } from '../../../message/index.ts';
import { choice } from './controls.ts';
import { plainText, richText } from './rich-text.ts';

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
  // What begins with a label of its own is told apart by it: a long passage in italics is hard to read.
  detail: ({ content }) => [section(content[0]?.kind === 'strong' ? content : italic(content))],
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

const openers: ReadonlySet<Block['kind']> = new Set(['heading', 'question', 'note', 'quote', 'entry', 'item']);

/** What opens a block of its own, which Slack sets apart by a gap. */
function opens(block: Block): boolean {
  return openers.has(block.kind);
}

/** Not so right below a heading, nor a line of a list below another. */
function isSetApart(block: Block, before: Block['kind'] | undefined): boolean {
  return opens(block) && before !== 'heading' && !(block.kind === 'entry' && before === 'entry');
}

/** What a block takes of a page. */
export function cost(block: Block): Cost {
  // Small print, and a picture, close the block before them and so open another after them.
  const stands = block.kind === 'note' || isHosted(block);
  const characters = JSON.stringify(isHosted(block) ? image(block) : elements(block)).length + (opens(block) ? 80 : 1);
  const option: Cost =
    block.kind === 'item' ? { options: 1, characters: characters + JSON.stringify(choice(block)).length } : {};
  return { characters, blocks: stands ? 2 : opens(block) ? 1 : 0, ...option };
}

/** A page's blocks in Slack's own: those of one kind of text together, as far as nothing sets them apart. */
export function groups(blocks: readonly Block[]): KnownBlock[] {
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

/** Small print. */
export function small(text: string): KnownBlock {
  return { type: 'context', elements: [plainText(text)] };
}

type Hosted = Extract<Block, { kind: 'picture' }> & { readonly hosted: string };

function isHosted(block: Block): block is Hosted {
  return block.kind === 'picture' && block.hosted !== undefined;
}

function image({ hosted, alt }: Hosted): KnownBlock {
  return { type: 'image', slack_file: { id: hosted }, alt_text: alt };
}
