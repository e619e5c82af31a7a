/** What Slack refuses in a message of blocks; and its text as a reader sees it. */
import type { SlackPayload } from '../../src/platforms/slack/messages/render.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Node = { readonly [key: string]: Json };

function nodes(value: Json): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodes)];
}

const textOf = (node: Json | undefined) => String((node as Node | undefined)?.['text'] ?? '');

/** The rules that a payload breaks. */
export function slackProblems(payload: SlackPayload): string[] {
  const blocks = payload.blocks as unknown as readonly Node[];
  const all = nodes(blocks);
  const of = (type: string) => all.filter((node) => node['type'] === type);
  const controls = [...of('button'), ...of('static_select')];
  const ids = controls.map((control) => String(control['action_id']));
  const options = of('static_select').map((select) => select['options'] as readonly Node[]);
  const rules: readonly [boolean, string][] = [
    [blocks.length >= 1 && blocks.length <= 50, `blocks: ${blocks.length}`],
    [JSON.stringify(blocks).length <= 12_000, `characters: ${JSON.stringify(blocks).length}`],
    [payload.text.length >= 1 && !/<|>|&(?!amp;|lt;|gt;)/.test(payload.text), 'the notification’s escapes'],
    [
      payload.unfurl_links === false && payload.unfurl_media === false && payload.mrkdwn === false,
      'unfurling or markup',
    ],
    [of('header').every((header) => textOf(header['text']).length <= 150), 'header'],
    [
      of('plain_text').every(
        (text) => textOf(text).length >= 1 && textOf(text).length <= 3000 && text['emoji'] === false,
      ),
      'plain text',
    ],
    [of('text').every((text) => textOf(text) !== ''), 'an empty text'],
    [of('link').every((link) => String(link['url']).length <= 3000 && /^https?:/.test(String(link['url']))), 'link'],
    [of('rich_text').every((rich) => (rich['elements'] as readonly Json[]).length >= 1), 'an empty rich text'],
    [ids.every((id) => id.length <= 255) && new Set(ids).size === ids.length, `action_id: ${ids.join(' | ')}`],
    [
      of('button').every((button) => textOf(button['text']).length <= 75 && String(button['value']).length <= 2000),
      'button',
    ],
    [of('actions').every((actions) => (actions['elements'] as readonly Json[]).length <= 25), 'actions'],
    [of('context').every((context) => (context['elements'] as readonly Json[]).length <= 10), 'context'],
    [
      options.every(
        (each) =>
          each.length <= 100 &&
          each.every((option) => textOf(option['text']).length <= 75 && String(option['value']).length <= 150),
      ),
      'options',
    ],
    [!JSON.stringify(blocks).includes('"mrkdwn"'), 'prose as markup'],
  ];
  return rules.filter(([kept]) => !kept).map(([, rule]) => rule);
}

/** What the blocks read as, a line each element, and the kinds of their parts. */
export function readSlack({ blocks }: SlackPayload): { text: string; kinds: Set<string> } {
  const kinds = new Set<string>();
  const parts = (value: Json): string => {
    const node = value as Node;
    kinds.add(String(node['type']));
    if (Array.isArray(node['elements']))
      return node['elements']
        .map(parts)
        .join(String(node['type']).startsWith('rich_text_s') || node['type'] === 'rich_text_quote' ? '' : '\n');
    return typeof node['text'] === 'object' ? textOf(node['text']) : String(node['text'] ?? node['fallback'] ?? '');
  };
  return { text: (blocks as unknown as Json[]).map(parts).join('\n'), kinds };
}
