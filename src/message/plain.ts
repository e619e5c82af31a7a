/** A message as plain text: for the terminal, for notifications, for measuring. */
import type { Block, Inline, Line, Message } from './message.ts';

/** How a terminal may set text apart; the identity where it shows no colours. */
export interface Ink {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly struck: (text: string) => string;
}

const bare: Ink = { strong: (text) => text, faint: (text) => text, struck: (text) => text };

/** A line's text, without any markup. */
export function plainLine(line: Line, ink = bare): string {
  return line.map((inline) => plainInline(inline, ink)).join('');
}

function plainInline(inline: Inline, ink: Ink): string {
  switch (inline.kind) {
    case 'strong':
      return ink.strong(plainLine(inline.children, ink));
    case 'emphasis':
      return plainLine(inline.children, ink);
    case 'struck':
      return ink.struck(plainLine(inline.children, ink));
    case 'mark':
      return ink.faint(inline.text);
    default:
      return inline.text;
  }
}

type Native = { [K in Block['kind']]: (block: Extract<Block, { kind: K }>, ink: Ink) => string };

const native: Native = {
  heading: ({ text }, ink) => `\n${ink.strong(text)}`,
  paragraph: ({ content }, ink) => plainLine(content, ink),
  note: ({ content }, ink) => ink.faint(plainLine(content, bare)),
  entry: ({ label, content }, ink) => `${ink.strong(plainLine(label, bare))}  ${plainLine(content, ink)}`.trimEnd(),
  detail: ({ content }, ink) => `    ${ink.faint(plainLine(content, bare))}`,
  question: ({ asks }, ink) => `\n${ink.strong(plainLine(asks, bare))}`,
  position: ({ content }, ink) => `  – ${plainLine(content, ink)}`,
  quote: ({ text, attribution }, ink) => `“${text}”\n    ${ink.faint(plainLine(attribution, bare))}`,
  correction: ({ label, was, now, why }, ink) =>
    [
      ink.strong(label),
      `    was: ${ink.struck(plainLine(was, bare))}`,
      `    now: ${plainLine(now, bare)}`,
      `    ${why}`,
    ].join('\n'),
  picture: ({ alt }, ink) => ink.faint(`[Picture: ${alt}]`),
  item: ({ name, content, opens }, ink) => `${ink.strong(name)}  ${plainLine(content, ink)}\n    ${ink.faint(opens)}`,
};

/** One block as text. */
export function plainBlock(block: Block, ink = bare): string {
  const show = native[block.kind] as (block: Block, ink: Ink) => string;
  return show(block, ink);
}

/** The whole message as text: every block, and the commands that its buttons stand for. */
export function plainMessage(message: Message, ink = bare): string {
  const buttons = message.buttons.map(({ label, command }) => `${ink.faint(label)}  ${command}`);
  const body = message.blocks.map((block) => plainBlock(block, ink));
  return [ink.strong(message.title), ...body, ...(buttons.length > 0 ? ['', ...buttons] : [])].join('\n');
}
