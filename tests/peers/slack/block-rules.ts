/** What Slack refuses in blocks and views. https://docs.slack.dev/reference/block-kit/blocks */
import { element, picture } from './element-rules.ts';
import type { Problem } from './refusal.ts';
import { richText } from './rich-text-rules.ts';
import { type Check, flag, isNode, keys, list, oneOf, string, text, textObject } from './text-rules.ts';
import type { Node } from './workspace.ts';

/** Not documented: `msg_blocks_too_long` was seen at about this many characters of a message's blocks in all. */
export const charactersOfBlocks = 13_200;

interface BlockRule {
  readonly keys: string;
  readonly surfaces: string;
  readonly rule: (check: Check, block: Node, path: string) => void;
}

function distinct(check: Check, found: readonly (readonly [Node, string])[], key: string): void {
  const seen = new Set<unknown>();
  for (const [node, path] of found) {
    if (node[key] !== undefined && seen.has(node[key])) flag(check, `${path}/${key}`, `duplicate ${key}: ${node[key]}`);
    seen.add(node[key]);
  }
}

function section(check: Check, block: Node, path: string): void {
  if (block['text'] === undefined && block['fields'] === undefined) {
    flag(check, path, 'must define either `text` or `fields`');
  }
  text(check, block, 'text', path, { max: 3000, mrkdwn: true });
  if (block['fields'] !== undefined) {
    for (const [field, at] of list(check, block, 'fields', path, { min: 1, max: 10 })) {
      textObject(check, field, at, { max: 2000, mrkdwn: true });
    }
  }
  if (isNode(block['accessory'])) element(check, block['accessory'], `${path}/accessory`, 'section');
  else if (block['accessory'] !== undefined) flag(check, `${path}/accessory`, 'must provide an object');
}

function actions(check: Check, block: Node, path: string): void {
  const found = list(check, block, 'elements', path, { min: 1, max: 25 });
  for (const [node, at] of found) element(check, node, at, 'actions');
  distinct(check, found, 'action_id');
}

function context(check: Check, block: Node, path: string): void {
  for (const [node, at] of list(check, block, 'elements', path, { min: 1, max: 10 })) {
    if (node['type'] === 'image') element(check, node, at, 'context');
    else textObject(check, node, at, { max: 3000, mrkdwn: true });
  }
}

function input(check: Check, block: Node, path: string): void {
  text(check, block, 'label', path, { max: 2000, required: true });
  text(check, block, 'hint', path, { max: 2000 });
  if (isNode(block['element'])) element(check, block['element'], `${path}/element`, 'input');
  else flag(check, path, 'missing required field: element');
}

function cell(check: Check, node: unknown, path: string): void {
  if (!isNode(node)) {
    flag(check, path, 'must provide an object');
    return;
  }
  oneOf(check, node, 'type', path, ['raw_text', 'raw_number', 'rich_text']);
  if (node['type'] === 'rich_text') richText(check, node, path);
  else string(check, node, 'text', path, { max: 10_000, min: 1, required: true });
}

function table(check: Check, block: Node, path: string): void {
  const { rows, column_settings: columns } = block;
  if (!Array.isArray(rows)) {
    flag(check, path, 'missing required field: rows');
    return;
  }
  if (rows.length > 100) flag(check, `${path}/rows`, 'no more than 100 items allowed');
  if (rows.length < 1) flag(check, `${path}/rows`, 'no fewer than 1 items allowed');
  if (Array.isArray(columns) && columns.length > 20) {
    flag(check, `${path}/column_settings`, 'no more than 20 items allowed');
  }
  for (const [index, row] of rows.entries()) {
    const at = `${path}/rows/${index}`;
    if (!Array.isArray(row)) flag(check, at, 'must provide an array');
    else if (row.length > 20) flag(check, at, 'no more than 20 items allowed');
    else for (const [column, each] of row.entries()) cell(check, each, `${at}/${column}`);
  }
}

const everywhere = 'message modal home';

const blocks: { readonly [type: string]: BlockRule } = {
  section: { keys: 'text fields accessory expand', surfaces: everywhere, rule: section },
  header: {
    keys: 'text',
    surfaces: everywhere,
    rule: (check, block, path) => text(check, block, 'text', path, { max: 150, required: true }),
  },
  divider: { keys: '', surfaces: everywhere, rule: () => {} },
  actions: { keys: 'elements', surfaces: everywhere, rule: actions },
  context: { keys: 'elements', surfaces: everywhere, rule: context },
  image: {
    keys: 'image_url slack_file alt_text title',
    surfaces: everywhere,
    rule: (check, block, path) => {
      picture(check, block, path);
      text(check, block, 'title', path, { max: 2000 });
    },
  },
  // Stricter than Slack, whose documentation allows it in messages: what is asked belongs in a form.
  input: { keys: 'label hint element optional dispatch_action', surfaces: 'modal home', rule: input },
  rich_text: { keys: 'elements', surfaces: everywhere, rule: richText },
  markdown: {
    keys: 'text',
    surfaces: 'message',
    rule: (check, block, path) => string(check, block, 'text', path, { max: 12_000, min: 1, required: true }),
  },
  table: { keys: 'rows column_settings', surfaces: 'message', rule: table },
};

function checkBlock(check: Check, block: Node, path: string): void {
  const known = blocks[String(block['type'])];
  if (!known?.surfaces.split(' ').includes(check.surface)) {
    flag(check, `${path}/type`, `unsupported type: ${block['type']}`);
    return;
  }
  keys(check, block, path, `type block_id ${known.keys}`);
  string(check, block, 'block_id', path, { max: 255 });
  known.rule(check, block, path);
}

/** Rules that look at all blocks together. */
function checkTogether(check: Check, found: readonly (readonly [Node, string])[]): void {
  distinct(check, found, 'block_id');
  const of = (type: string) => found.filter(([block]) => block['type'] === type);
  const [, secondTable] = of('table');
  if (secondTable) flag(check, secondTable[1], 'only_one_table_allowed');
  const markdown = of('markdown');
  const total = markdown.reduce((sum, [block]) => sum + String(block['text']).length, 0);
  if (markdown.length > 1 && total > 12_000) {
    flag(check, markdown.at(-1)?.[1] ?? '', 'markdown in all must be less than 12001 characters');
  }
}

/** The rules that a list of blocks breaks. */
export function checkBlocks(
  value: unknown,
  surface: Check['surface'],
  fileReady: Check['fileReady'],
  path = '',
): Problem[] {
  const check: Check = { surface, problems: [], fileReady };
  const max = surface === 'message' ? 50 : 100;
  const found = list(check, { blocks: value }, 'blocks', path, { min: 0, max });
  for (const [block, at] of found) checkBlock(check, block, at);
  checkTogether(check, found);
  return check.problems;
}

/** The rules that a modal or a home breaks. */
export function checkView(view: unknown, fileReady: Check['fileReady']): Problem[] {
  if (!isNode(view)) return [{ path: '/view', message: 'must provide an object' }];
  const { type } = view;
  if (type !== 'modal' && type !== 'home') {
    return [{ path: '/view/type', message: 'must be a valid enum value: modal, home' }];
  }
  const check: Check = { surface: type, problems: [], fileReady };
  const modal = 'title submit close clear_on_close notify_on_close submit_disabled';
  keys(check, view, '/view', `type blocks private_metadata callback_id external_id ${type === 'modal' ? modal : ''}`);
  if (type === 'modal') text(check, view, 'title', '/view', { max: 24, required: true });
  text(check, view, 'submit', '/view', { max: 24 });
  text(check, view, 'close', '/view', { max: 24 });
  string(check, view, 'private_metadata', '/view', { max: 3000 });
  string(check, view, 'callback_id', '/view', { max: 255 });
  string(check, view, 'external_id', '/view', { max: 255 });
  const inputs =
    Array.isArray(view['blocks']) && view['blocks'].some((each) => isNode(each) && each['type'] === 'input');
  if (type === 'modal' && inputs && view['submit'] === undefined) {
    flag(check, '/view', 'missing required field: submit (a modal with an input block needs it)');
  }
  return [...check.problems, ...checkBlocks(view['blocks'], type, fileReady, '/view')];
}
