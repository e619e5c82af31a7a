/** A message as Discord's Components V2. */
import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import { fit, type Message, type MessageKind } from '../../../message/index.ts';
import type { Rendered } from '../../platform.ts';
import { limits } from '../limits.ts';
import { behind, cost, fileName, groups, isPicture } from './blocks.ts';
import { controls } from './controls.ts';
import { escapeMarkdown } from './markdown.ts';

/** What is posted as a message, or as an interaction's answer. */
export interface DiscordPayload {
  readonly flags: number;
  readonly components: APIMessageTopLevelComponent[];
  /** What goes with it as files, by their index. */
  readonly attachments?: readonly { readonly id: string; readonly filename: string; readonly description: string }[];
  /** Nothing in a message pings anybody, but for the one role of a post. */
  readonly allowed_mentions: { readonly parse: never[]; readonly roles?: string[] };
}

/** A page, and the files that its pictures are. */
export interface RenderedDiscord extends Rendered<DiscordPayload> {
  readonly files: readonly { readonly name: string; readonly data: Uint8Array; readonly description: string }[];
}

/** What a post has besides its message. */
export interface PostMarks {
  /** Goes with the ids of its buttons, so that the post can be found again. */
  readonly key?: string;
  /** The role that it pings. */
  readonly mention?: string;
}

const accents: Record<MessageKind, number> = {
  briefing: 0x2f6fde,
  answer: 0x2f6fde,
  digest: 0x0f766e,
  list: 0x6b7280,
  help: 0x6b7280,
  mistake: 0xd97706,
};

/** Renders the message's wanted page. */
export function renderDiscord(message: Message, { key, mention }: PostMarks = {}): RenderedDiscord {
  const ping = mention === undefined ? '' : `<@&${mention}>`;
  const title = behind('## ', escapeMarkdown(message.title));
  const rows = Math.ceil(message.buttons.length / limits.buttonsInRow);
  // Beside the blocks: container, title, page line and its row of two, buttons in their rows, a list's select in its row.
  const fixed = {
    characters: ping.length + title.length + 24,
    components: (mention === undefined ? 0 : 1) + 2 + 1 + 3 + rows + message.buttons.length + 2,
  };
  const budget = {
    characters: limits.characters - fixed.characters,
    components: limits.components - fixed.components,
    options: limits.selectOptions,
  };
  const { pages, omitted } = fit(message.blocks, cost, budget, { ...message.spare });
  const page = Math.min(message.page, pages.length);
  const blocks = pages[page - 1] ?? [];
  const container: APIComponentInContainer[] = [
    { type: ComponentType.TextDisplay, content: title },
    ...groups(blocks),
    ...(pages.length > 1
      ? [{ type: ComponentType.TextDisplay as const, content: `-# Page ${page} of ${pages.length}` }]
      : []),
    ...controls(message, blocks, { page, pages: pages.length, key }),
  ];
  const files = blocks
    .filter(isPicture)
    .map(({ png, alt }, index) => ({ name: fileName(index), data: png, description: alt }));
  const payload: DiscordPayload = {
    flags: MessageFlags.IsComponentsV2,
    components: [
      ...(mention === undefined ? [] : [{ type: ComponentType.TextDisplay as const, content: ping }]),
      { type: ComponentType.Container, accent_color: accents[message.kind], components: container },
    ],
    allowed_mentions: { parse: [], ...(mention !== undefined && { roles: [mention] }) },
    ...(files.length > 0 && {
      attachments: files.map(({ name, description }, index) => ({ id: String(index), filename: name, description })),
    }),
  };
  return { payload, files, page, pages: pages.length, omitted };
}
