/** What Discord refuses in a message of components, beyond its published schema; and its text as a reader sees it. */
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { parse } from 'discord-markdown-parser';
import type { DiscordPayload } from '../../src/platforms/discord/messages/render.ts';

interface Component {
  readonly type: number;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly options?: readonly { label: string; value: string }[];
  readonly components?: readonly Component[];
}

function flat(components: readonly Component[]): Component[] {
  return components.flatMap((component) => [component, ...flat(component.components ?? [])]);
}

/** The rules that a payload breaks. */
export function discordProblems({ components, flags, allowed_mentions }: DiscordPayload): string[] {
  const all = flat(components as readonly (APIMessageTopLevelComponent & Component)[]);
  const texts = all.flatMap(({ content }) => content ?? []);
  const ids = all.flatMap(({ custom_id }) => custom_id ?? []);
  const rules: readonly [boolean, string][] = [
    [flags === 1 << 15, 'flags'],
    [allowed_mentions.parse.length === 0, 'mentions'],
    [all.length <= 40, `components: ${all.length}`],
    [texts.join('').length <= 4000, `characters: ${texts.join('').length}`],
    [texts.every((text) => text.trim() !== '' && text === text.trim()), 'an empty or untrimmed text'],
    [ids.every((id) => id.length >= 1 && id.length <= 100), 'custom_id length'],
    [new Set(ids).size === ids.length, `custom_id twice: ${ids.join(' | ')}`],
    [all.every(({ label }) => label === undefined || (label.length >= 1 && label.length <= 80)), 'label length'],
    [all.every(({ type, components: inside = [] }) => type !== 1 || (inside.length >= 1 && inside.length <= 5)), 'row'],
    [
      all.every(
        ({ options = [] }) =>
          options.length <= 25 && options.every((option) => option.label.length <= 100 && option.value.length <= 100),
      ),
      'options',
    ],
  ];
  return rules.filter(([kept]) => !kept).map(([, rule]) => rule);
}

interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly name?: string;
  readonly timestamp?: string;
}

/** What the text displays read as, and the kinds of markup in them, by an independent parser of Discord's markdown. */
export function readDiscord({ components }: DiscordPayload): { text: string; kinds: Set<string> } {
  const kinds = new Set<string>();
  const read = (node: Node): string => {
    kinds.add(node.type);
    if (node.type === 'twemoji') return node.name ?? '';
    if (node.type === 'timestamp') return `<${node.timestamp}>`;
    return typeof node.content === 'string' ? node.content : (node.content ?? []).map(read).join('');
  };
  const contents = flat(components as readonly Component[]).flatMap(({ content }) => content ?? []);
  const lines = contents
    .flatMap((content) => content.split('\n'))
    .map((line) => {
      const [, sign = '', rest = ''] = /^(#{1,3} |-# |> |- )?(.*)$/s.exec(line) ?? [];
      if (/^(?:[-*+]|\d+\.|#{1,3}|-#|>) /.test(rest)) kinds.add(`a line's beginning: ${rest.slice(0, 4)}`);
      kinds.add(sign === '' ? 'line' : sign);
      return parse(rest, 'extended')
        .map((node) => read(node as Node))
        .join('');
    });
  return { text: lines.join('\n'), kinds };
}
