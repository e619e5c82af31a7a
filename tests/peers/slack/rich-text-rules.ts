/** What Slack refuses in a rich text block. */
import { type Check, flag, isNode, keys, list, oneOf, string, url } from './text-rules.ts';
import type { Node } from './workspace.ts';

type Rule = (check: Check, node: Node, path: string) => void;

const longest = 1_000_000;

function id(key: string): Rule {
  return (check, node, path) => string(check, node, key, path, { max: 255, min: 1, required: true });
}

const parts: { readonly [type: string]: { readonly keys: string; readonly rule: Rule } } = {
  text: {
    keys: 'text',
    rule: (check, node, path) => string(check, node, 'text', path, { max: longest, min: 1, required: true }),
  },
  link: {
    keys: 'url text unsafe',
    rule: (check, node, path) => {
      url(check, node, 'url', path, true);
      string(check, node, 'text', path, { max: longest, min: 1 });
    },
  },
  date: {
    keys: 'timestamp format fallback url',
    rule: (check, node, path) => {
      if (!Number.isInteger(node['timestamp'])) flag(check, `${path}/timestamp`, 'must be an integer');
      string(check, node, 'format', path, { max: longest, min: 1, required: true });
      string(check, node, 'fallback', path, { max: longest, min: 1 });
      url(check, node, 'url', path);
    },
  },
  user: { keys: 'user_id', rule: id('user_id') },
  usergroup: { keys: 'usergroup_id', rule: id('usergroup_id') },
  channel: { keys: 'channel_id', rule: id('channel_id') },
  team: { keys: 'team_id', rule: id('team_id') },
  emoji: { keys: 'name unicode url skin_tone', rule: id('name') },
  color: { keys: 'value', rule: id('value') },
  broadcast: {
    keys: 'range',
    rule: (check, node, path) => {
      id('range')(check, node, path);
      oneOf(check, node, 'range', path, ['here', 'channel', 'everyone']);
    },
  },
};

const styles = 'bold italic strike code underline highlight client_highlight unlink';

function part(check: Check, node: Node, path: string): void {
  const known = parts[String(node['type'])];
  if (!known) {
    flag(check, `${path}/type`, `unsupported type: ${node['type']}`);
    return;
  }
  keys(check, node, path, `type style ${known.keys}`);
  known.rule(check, node, path);
  const { style } = node;
  if (style === undefined) return;
  if (!isNode(style)) {
    flag(check, `${path}/style`, 'must provide an object');
    return;
  }
  keys(check, style, `${path}/style`, styles);
  for (const [key, value] of Object.entries(style)) {
    if (typeof value !== 'boolean') flag(check, `${path}/style/${key}`, 'must be a boolean');
  }
}

const many = { min: 0, max: longest };

function partsOf(check: Check, node: Node, path: string): void {
  for (const [each, at] of list(check, node, 'elements', path, many)) part(check, each, at);
}

const groups: { readonly [type: string]: { readonly keys: string; readonly rule: Rule } } = {
  rich_text_section: { keys: '', rule: partsOf },
  rich_text_quote: { keys: 'border', rule: partsOf },
  rich_text_preformatted: {
    keys: 'border language',
    rule: (check, node, path) => {
      partsOf(check, node, path);
      for (const [each, at] of list(check, node, 'elements', path, many)) {
        oneOf(check, each, 'type', at, ['text', 'link']);
      }
    },
  },
  rich_text_list: {
    keys: 'style indent offset border',
    rule: (check, node, path) => {
      if (node['style'] === undefined) flag(check, path, 'missing required field: style');
      oneOf(check, node, 'style', path, ['bullet', 'ordered']);
      oneOf(check, node, 'indent', path, [0, 1, 2, 3, 4, 5, 6, 7, 8]);
      for (const [each, at] of list(check, node, 'elements', path, many)) {
        oneOf(check, each, 'type', at, ['rich_text_section']);
        group(check, each, at);
      }
    },
  },
};

function group(check: Check, node: Node, path: string): void {
  const known = groups[String(node['type'])];
  if (!known) {
    flag(check, `${path}/type`, `unsupported type: ${node['type']}`);
    return;
  }
  keys(check, node, path, `type elements ${known.keys}`);
  oneOf(check, node, 'border', path, [0, 1]);
  known.rule(check, node, path);
}

/** The elements of a rich text block. */
export function richText(check: Check, block: Node, path: string): void {
  for (const [each, at] of list(check, block, 'elements', path, { min: 1, max: longest })) group(check, each, at);
}
