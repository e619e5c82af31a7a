/** A payload as Discord shows it, in HTML: the parts of Components V2 that `render.ts` uses. */
import {
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { parse } from 'discord-markdown-parser';
import { instantView } from '../../instant.ts';
import { type Html, join, markup, textView } from '../../markup.ts';
import type { Measure, PictureAt } from '../../platform.ts';
import { limits } from '../limits.ts';
import type { DiscordPayload } from './render.ts';

/** The message with its author, as in a channel. */
export function previewDiscord(payload: DiscordPayload, pictureAt: PictureAt = () => undefined): string {
  const body = join(payload.components.map((component) => topLevel(component, pictureAt)));
  return markup`<div class="discord"><div class="discord-avatar" aria-hidden="true">D</div><div class="discord-message">
    <div class="discord-author">Dateline <span class="discord-app">APP</span></div>${body}</div></div>`.toString();
}

function topLevel(component: APIMessageTopLevelComponent, pictureAt: PictureAt): Html {
  if (component.type !== ComponentType.Container) return markup``;
  const accent = `accent-${(component.accent_color ?? 0).toString(16).padStart(6, '0')}`;
  return markup`<div class="discord-container ${accent}">${join(component.components.map((each) => inContainer(each, pictureAt)))}</div>`;
}

function inContainer(component: APIComponentInContainer, pictureAt: PictureAt): Html {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return markup`<div class="discord-text">${previewText(component.content)}</div>`;
    case ComponentType.MediaGallery:
      // The payload names the file and does not hold it.
      return markup`${component.items.map(({ description }) => picture(description ?? '', pictureAt))}`;
    case ComponentType.Separator:
      return markup`<div class="discord-gap"></div>`;
    case ComponentType.ActionRow:
      return markup`<div class="discord-row">${join(component.components.map(control))}</div>`;
    default:
      return markup``;
  }
}

function picture(alt: string, pictureAt: PictureAt): Html {
  const address = pictureAt(alt);
  if (address === undefined) return markup`<p class="discord-picture">Picture: ${alt}</p>`;
  return markup`<a href="${address}" target="_blank" title="Open in full size"><img class="discord-picture" src="${address}" alt="${alt}"></a>`;
}

function control(component: APIComponentInMessageActionRow): Html {
  if (component.type === ComponentType.Button && 'custom_id' in component) {
    const kind = component.style === ButtonStyle.Primary ? 'discord-button primary' : 'discord-button';
    return markup`<button class="${kind}" name="press" value="${component.custom_id}">${component.label ?? ''}</button>`;
  }
  if (component.type !== ComponentType.StringSelect) return markup``;
  const options = component.options.map(({ label, value }) => markup`<option value="${value}">${label}</option>`);
  return markup`<select class="discord-select" name="press" aria-label="${component.placeholder ?? ''}"><option value="">${component.placeholder ?? ''}</option>${join(options)}</select>`;
}

/** A text display's lines, those of one quotation or list together. Code blocks do not occur: `render.ts` writes none. */
function previewText(text: string): Html {
  const lines = text.split('\n').map((line) => /^(?<sign>#{1,3} |-# |> |- )?(?<content>.*)$/s.exec(line)?.groups ?? {});
  const runs: { sign: string; contents: Html[] }[] = [];
  for (const { sign = '', content = '' } of lines) {
    const last = runs.at(-1);
    const shown = inlines(parse(content, 'extended') as Node[]);
    if (last?.sign === sign && (sign === '> ' || sign === '- ')) last.contents.push(shown);
    else runs.push({ sign, contents: [shown] });
  }
  return join(runs.map(({ sign, contents }) => (blocks[sign] ?? blocks[''])(contents)));
}

type Blocks = Readonly<Record<string, (contents: readonly Html[]) => Html>> & {
  readonly '': (contents: readonly Html[]) => Html;
};

const title = (contents: readonly Html[]) =>
  markup`<div class="discord-title" role="heading" aria-level="4">${contents}</div>`;
const blocks: Blocks = {
  '# ': title,
  '## ': title,
  '### ': (contents) => markup`<div class="discord-heading" role="heading" aria-level="5">${contents}</div>`,
  '-# ': (contents) => markup`<div class="discord-small">${contents}</div>`,
  '> ': (contents) =>
    markup`<blockquote class="discord-quote">${join(contents.map((each) => markup`<div>${each}</div>`))}</blockquote>`,
  '- ': (contents) => markup`<ul class="discord-list">${join(contents.map((each) => markup`<li>${each}</li>`))}</ul>`,
  '': (contents) => markup`<div class="discord-line">${contents}</div>`,
};

interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly target?: string;
  readonly name?: string;
  readonly timestamp?: string;
}

/** The parser cuts a text at every sign that might be markup. */
function inlines(nodes: readonly Node[]): Html {
  const whole: Node[] = [];
  for (const node of nodes) {
    const last = whole.at(-1);
    const isOne = last?.type === 'text' && node.type === 'text';
    if (isOne) whole[whole.length - 1] = { ...last, content: `${last.content}${node.content}` };
    else whole.push(node);
  }
  return join(whole.map(inline));
}

function inline(node: Node): Html {
  const { content = '' } = node;
  const inner = typeof content === 'string' ? textView(content) : inlines(content);
  switch (node.type) {
    case 'text':
      return inner;
    case 'twemoji':
      return markup`${node.name ?? ''}`;
    case 'strong':
      return markup`<strong>${inner}</strong>`;
    case 'em':
      return markup`<em>${inner}</em>`;
    case 'strikethrough':
      return markup`<s>${inner}</s>`;
    case 'link':
      return markup`<a href="${node.target ?? ''}" rel="noreferrer noopener" target="_blank">${inner}</a>`;
    case 'timestamp':
      return instantView(Number(node.timestamp) * 1000);
    default:
      // Anything else would be markup that nobody meant: shown as such, so that it is seen.
      return markup`<mark>${node.type}: ${inner}</mark>`;
  }
}

/** How full the payload is. */
export function measureDiscord(payload: DiscordPayload): Measure[] {
  const all = payload.components.flatMap(function nested(component): { type: number; content?: string }[] {
    const inside = 'components' in component ? (component.components as APIMessageTopLevelComponent[]) : [];
    return [component as { type: number }, ...inside.flatMap(nested)];
  });
  const characters = all.reduce((sum, { content = '' }) => sum + content.length, 0);
  return [
    { name: 'characters', used: characters, limit: limits.characters },
    { name: 'components', used: all.length, limit: limits.components },
  ];
}
