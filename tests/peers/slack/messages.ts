/** Messages: what makes one acceptable, how it is kept, and how Slack writes it. */
import { charactersOfBlocks, checkBlocks } from './block-rules.ts';
import { Refusal } from './refusal.ts';
import { isNode } from './text-rules.ts';
import {
  type Channel,
  keepNewest,
  keepNewestIn,
  type Node,
  type PeerFile,
  type PeerMessage,
  type World,
} from './workspace.ts';

/** A file is ready to be shown once it was uploaded, completed and looked at. */
export function isReady({ looks }: World, file: PeerFile | undefined): boolean {
  return file?.completed === true && file.polls >= looks;
}

export function fileReady(world: World): (id: string) => boolean {
  return (id) => isReady(world, world.files.get(id));
}

export interface Content {
  text?: string;
  blocks?: Node[];
}

/** The text and blocks of a call, or a refusal. `longest` is of the text. */
export function readContent(world: World, args: Node, longest: number): Content {
  const text = typeof args['text'] === 'string' ? args['text'] : undefined;
  const blocks = args['blocks'];
  if (blocks !== undefined && blocks !== null) {
    if (!Array.isArray(blocks)) throw new Refusal('invalid_blocks_format');
    const problems = checkBlocks(blocks, 'message', fileReady(world));
    if (problems.length > 0) throw Refusal.at('invalid_blocks', problems);
    if (JSON.stringify(blocks).length > charactersOfBlocks) throw new Refusal('msg_blocks_too_long');
  }
  if (text !== undefined && text.length > longest) throw new Refusal('msg_too_long');
  return { ...(text !== undefined && { text }), ...(Array.isArray(blocks) && { blocks: blocks as Node[] }) };
}

/** Refuses a message of nothing. */
export function needsContent({ text, blocks }: Content, attachments: unknown): void {
  const attached = Array.isArray(attachments) && attachments.length > 0;
  if (!text && !blocks?.length && !attached) throw new Refusal('no_text');
}

function named(world: World, node: Node): Node {
  return node['type'] === 'image' || node['action_id'] !== undefined ? node : { action_id: world.ids.short(), ...node };
}

/** The blocks with the ids that Slack gives to those that came without. */
export function withIds(world: World, blocks: readonly Node[]): Node[] {
  return blocks.map((block) => {
    const whole: Node = { block_id: world.ids.short(), ...block };
    if (block['type'] === 'actions')
      whole['elements'] = (block['elements'] as Node[]).map((each) => named(world, each));
    if (isNode(block['accessory'])) whole['accessory'] = named(world, block['accessory']);
    if (isNode(block['element'])) whole['element'] = named(world, block['element']);
    return whole;
  });
}

type Fresh = Omit<PeerMessage, 'ts' | 'channel' | 'blocks'> & { readonly blocks?: Node[] | undefined };

/** Keeps a message in its channel. */
export function addMessage(world: World, channel: Channel, fields: Fresh): PeerMessage {
  const ts = world.ids.ts();
  const message: PeerMessage = { ...fields, ts, channel: channel.id, blocks: withIds(world, fields.blocks ?? []) };
  const kept = message.ephemeralFor === undefined ? channel.messages : channel.ephemerals;
  if (keepNewestIn(kept, ts, message, world.keep)) channel.forgot = true;
  return message;
}

/** Replaces what a message says. Blocks that are not given stay, as does the text. */
export function editMessage(world: World, message: PeerMessage, { text, blocks }: Content): void {
  if (text !== undefined) message.text = text;
  if (blocks) message.blocks = withIds(world, blocks);
  message.editedAt = world.now();
}

export function deleteMessage(world: World, message: PeerMessage): void {
  message.deleted = true;
  const channel = world.channels.get(message.channel);
  channel?.messages.delete(message.ts);
  channel?.ephemerals.delete(message.ts);
}

/** Writes down what a good app would have done otherwise. */
export function remarkOn(world: World, method: string, message: PeerMessage): void {
  const remark = (what: string) => keepNewest(world.remarks, { method, what, ts: message.ts }, world.keep);
  if (message.text === '') remark('no top-level text');
  if (message.unfurlLinks !== false) remark('unfurl_links is not false');
}

/** A message as Slack writes it in payloads and histories. */
export function native(world: World, message: PeerMessage, withMetadata = false): Node {
  const { threadTs, blocks, editedAt, metadata } = message;
  return {
    type: 'message',
    user: message.user,
    ...(message.bot && { bot_id: world.app.botId, app_id: world.app.id }),
    ...(message.broadcast && { subtype: 'thread_broadcast' }),
    text: message.text,
    ts: message.ts,
    team: world.team.id,
    ...(threadTs !== undefined && { thread_ts: threadTs }),
    ...(blocks.length > 0 && { blocks }),
    ...(editedAt !== undefined && { edited: { user: message.user, ts: `${Math.floor(editedAt / 1000)}.000000` } }),
    ...(withMetadata && metadata && { metadata }),
  };
}
