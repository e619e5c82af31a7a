/** What a reader sees of a message or a view: its words, its buttons, its menus. */
import { optionsOf } from './element-rules.ts';
import { isNode } from './text-rules.ts';
import type { Node, PeerMessage, PeerView } from './workspace.ts';

export interface Control {
  readonly text: string;
  readonly actionId: string;
  readonly value: string;
  readonly blockId: string;
  readonly url?: string;
  readonly style?: string;
}

export interface Select {
  readonly actionId: string;
  readonly blockId: string;
  readonly placeholder: string;
  readonly options: readonly { readonly text: string; readonly value: string }[];
}

const entities: { readonly [entity: string]: string } = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** Markup as it is read: addresses by their names, dates by their fallbacks. */
function plain(markup: string): string {
  return markup
    .replace(/<([^<>|]*)(?:\|([^<>]*))?>/g, (_, target: string, label?: string) => label ?? target)
    .replace(/&(lt|gt|amp);/g, (entity) => entities[entity] ?? entity);
}

function words(value: unknown): string {
  if (!isNode(value)) return '';
  if (value['type'] === 'mrkdwn') return plain(String(value['text']));
  return typeof value['text'] === 'string' ? value['text'] : '';
}

function inline(node: Node): string {
  const { type, text, url, fallback, name } = node;
  if (type === 'link') return String(text ?? url);
  if (type === 'date') return String(fallback ?? node['timestamp']);
  if (type === 'emoji') return `:${name}:`;
  const id = node['user_id'] ?? node['channel_id'] ?? node['usergroup_id'] ?? node['range'];
  return id === undefined ? String(text ?? '') : `@${id}`;
}

function rich(node: Node): string {
  if (!Array.isArray(node['elements'])) return inline(node);
  const parts = (node['elements'] as Node[]).map(rich);
  return parts.join(node['type'] === 'rich_text' || node['type'] === 'rich_text_list' ? '\n' : '');
}

function elementWords(node: Node): string[] {
  const options = optionsOf(node).map((option) => words(option['text']));
  if (node['type'] === 'image') return [String(node['alt_text'])];
  if (node['type'] === 'plain_text' || node['type'] === 'mrkdwn') return [words(node)];
  return [words(node['text']), words(node['placeholder']), ...options];
}

const nodes = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []);

function tableWords(block: Node): string[] {
  const rows = Array.isArray(block['rows']) ? (block['rows'] as Node[][]) : [];
  return rows.map((row) => row.map(rich).join('\t'));
}

function blockWords(block: Node): string[] {
  if (block['type'] === 'rich_text') return [rich(block)];
  if (block['type'] === 'markdown') return [String(block['text'])];
  if (block['type'] === 'table') return tableWords(block);
  if (block['type'] === 'image') return [words(block['title']), String(block['alt_text'])];
  const elements = [...nodes(block['elements']), ...nodes(block['element']), ...nodes(block['accessory'])];
  return [
    words(block['text']),
    ...nodes(block['fields']).map(words),
    words(block['label']),
    words(block['hint']),
    ...elements.flatMap(elementWords),
  ];
}

const isView = (shown: PeerMessage | PeerView): shown is PeerView => 'content' in shown;

/** All its words, a line each part. A message's top-level text is shown only where it has no blocks. */
export function textOf(shown: PeerMessage | PeerView): string {
  const lines = shown.blocks.flatMap(blockWords);
  if (isView(shown)) {
    const { title, submit, close } = shown.content;
    const problems = Object.values(shown.errors ?? {}).map(String);
    return [words(title), ...lines, words(submit), words(close), ...problems].filter((line) => line !== '').join('\n');
  }
  return lines.length === 0 ? plain(shown.text) : lines.filter((line) => line !== '').join('\n');
}

/** Every interactive element with its block. */
export function elementsOf(shown: PeerMessage | PeerView): { readonly block: Node; readonly element: Node }[] {
  return shown.blocks.flatMap((block) => {
    const inside = block['type'] === 'actions' ? nodes(block['elements']) : [];
    const all = [...inside, ...nodes(block['accessory']), ...nodes(block['element'])];
    return all.filter((element) => element['type'] !== 'image').map((element) => ({ block, element }));
  });
}

export function buttonsOf(shown: PeerMessage | PeerView): Control[] {
  return elementsOf(shown)
    .filter(({ element }) => element['type'] === 'button')
    .map(({ block, element }) => ({
      text: words(element['text']),
      actionId: String(element['action_id']),
      value: String(element['value'] ?? ''),
      blockId: String(block['block_id']),
      ...(typeof element['url'] === 'string' && { url: element['url'] }),
      ...(typeof element['style'] === 'string' && { style: element['style'] }),
    }));
}

export function selectsOf(shown: PeerMessage | PeerView): Select[] {
  return elementsOf(shown)
    .filter(({ element }) => /select|overflow|radio/.test(String(element['type'])))
    .map(({ block, element }) => ({
      actionId: String(element['action_id']),
      blockId: String(block['block_id']),
      placeholder: words(element['placeholder']),
      options: optionsOf(element).map((option) => ({ text: words(option['text']), value: String(option['value']) })),
    }));
}
