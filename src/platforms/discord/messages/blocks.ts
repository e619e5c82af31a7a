/** The blocks of a message as Discord's components, prose in markdown. */
import { type APIComponentInContainer, ComponentType, SeparatorSpacingSize } from 'discord-api-types/v10';
import { type Block, type Cost, emphasis } from '../../../message/index.ts';
import { escapeLineStart, escapeMarkdown, markdown } from './markdown.ts';

type Native = { [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => string };

/** A line behind the sign that makes it a heading, a quotation, small print or an item. */
export const behind = (sign: string, text: string) => `${sign}${escapeLineStart(text)}`;

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

type Picture = Extract<Block, { kind: 'picture' }>;

/** Whether the block is a picture. */
export function isPicture(block: Block): block is Picture {
  return block.kind === 'picture';
}

/** What the picture is called where it is a file of the message. */
export function fileName(index: number): string {
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

/** What a block takes of a page. */
export function cost(block: Block): Cost {
  const options: Cost = block.kind === 'item' ? { options: 1 } : {};
  // A heading: its gap and its text. A picture: itself, and the text behind it. Small print: itself, and the gap and text behind it.
  const components = block.kind === 'heading' || block.kind === 'picture' ? 2 : block.kind === 'note' ? 3 : 0;
  return { characters: text(block).length + 2, components, ...options };
}

/** A page's blocks as components: lines of text together, as far as nothing stands between them. */
export function groups(blocks: readonly Block[]): APIComponentInContainer[] {
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
