/** `chat.*`: posting, editing, deleting. */
import { flagOf, optional, required } from './arguments.ts';
import { knownChannel, threadIn, writableChannel } from './channels.ts';
import type { Inside, Methods } from './inside.ts';
import { addMessage, deleteMessage, editMessage, native, needsContent, readContent, remarkOn } from './messages.ts';
import { echo } from './payloads.ts';
import { Refusal } from './refusal.ts';
import { isNode } from './text-rules.ts';
import { type Channel, keepNewest, type Node, type PeerMessage, type World } from './workspace.ts';

/** Documented: https://docs.slack.dev/reference/methods/chat.postMessage and …/chat.update */
const longestPost = 40_000;
const longestEdit = 4000;

const scopes = () => ['chat:write'];

function readMetadata(args: Node): Node | undefined {
  const { metadata } = args;
  if (metadata === undefined || metadata === null) return undefined;
  if (!isNode(metadata)) throw new Refusal('invalid_metadata_format');
  if (Object.keys(metadata).length === 0) return metadata;
  if (typeof metadata['event_type'] !== 'string') throw new Refusal('invalid_metadata_schema');
  if (!isNode(metadata['event_payload'])) throw new Refusal('invalid_metadata_schema');
  return metadata;
}

/** One a second in a channel, and so many a minute in all. https://docs.slack.dev/apis/web-api/rate-limits */
function unhurried(world: World, channel: Channel): void {
  const now = world.now();
  if (world.limits && now - channel.lastPostMs < 1000) throw new Refusal('ratelimited');
  const { posts } = world;
  const aSecond = Math.max(1, posts.perMinute / 60);
  posts.left = Math.min(aSecond, posts.left + ((now - posts.atMs) / 60_000) * posts.perMinute);
  posts.atMs = now;
  if (posts.left < 1) throw new Refusal('ratelimited');
  posts.left -= 1;
  channel.lastPostMs = now;
}

/** Which exchange a post answers: its thread's, or outside threads whichever has waited longest in the channel. */
function credit({ exchanges }: Inside, message: PeerMessage): void {
  const { channel, threadTs, ephemeralFor } = message;
  const direct = (facts: { kind: string; user: string }) => ephemeralFor === undefined || facts.user === ephemeralFor;
  const found =
    threadTs !== undefined
      ? exchanges.of(`thread:${channel}/${threadTs}`)
      : (exchanges.waiting(`channel:${channel}`, ({ facts }) => direct(facts) && facts.kind === 'events_api') ??
        exchanges.waiting(`channel:${channel}`, ({ facts }) => direct(facts)));
  exchanges.showed(found, message);
}

function post(args: Node, inside: Inside, channel: Channel, ephemeralFor?: string): PeerMessage {
  const { world } = inside;
  const content = readContent(world, args, longestPost);
  needsContent(content, args['attachments']);
  const metadata = readMetadata(args);
  const given = optional(args, 'thread_ts');
  const thread = threadIn(channel, given);
  unhurried(world, channel);
  const message = addMessage(world, channel, {
    user: world.app.botUserId,
    bot: true,
    text: content.text ?? '',
    blocks: content.blocks,
    via: 'chat',
    ...(thread !== undefined && { threadTs: thread }),
    ...(flagOf(args, 'reply_broadcast') && { broadcast: true }),
    ...(ephemeralFor !== undefined && { ephemeralFor }),
    ...(metadata && { metadata }),
    ...flags(args),
  });
  remarkOn(world, ephemeralFor ? 'chat.postEphemeral' : 'chat.postMessage', message);
  if (thread !== given) {
    keepNewest(
      world.remarks,
      { method: 'chat.postMessage', what: 'thread_ts is a reply’s', ts: message.ts },
      world.keep,
    );
  }
  credit(inside, message);
  return message;
}

function flags(args: Node): Pick<PeerMessage, 'unfurlLinks' | 'unfurlMedia' | 'mrkdwn'> {
  const [links, media, mrkdwn] = [flagOf(args, 'unfurl_links'), flagOf(args, 'unfurl_media'), flagOf(args, 'mrkdwn')];
  return {
    ...(links !== undefined && { unfurlLinks: links }),
    ...(media !== undefined && { unfurlMedia: media }),
    ...(mrkdwn !== undefined && { mrkdwn }),
  };
}

function own(args: Node, { world }: Inside, refused: string): PeerMessage {
  const channel = knownChannel(world, required(args, 'channel'));
  const message = channel.messages.get(required(args, 'ts'));
  if (!message) throw new Refusal('message_not_found');
  if (channel.archived) throw new Refusal('is_inactive');
  if (message.user !== world.app.botUserId) throw new Refusal(refused);
  return message;
}

export const chatMethods: Methods = {
  'chat.postMessage': {
    scopes,
    run(args, inside) {
      const { world } = inside;
      const channel = writableChannel(world, required(args, 'channel'));
      const message = post(args, inside, channel);
      if (channel.kind === 'im') inside.deliveries.sendAside(echo(inside, message));
      return { channel: channel.id, ts: message.ts, message: native(world, message, true) };
    },
  },
  'chat.postEphemeral': {
    scopes,
    run(args, inside) {
      const { world } = inside;
      const channel = writableChannel(world, required(args, 'channel'));
      const user = required(args, 'user');
      if (!world.people.has(user)) throw new Refusal('user_not_found');
      if (!channel.members.has(user)) throw new Refusal('user_not_in_channel');
      return { message_ts: post(args, inside, channel, user).ts };
    },
  },
  'chat.update': {
    scopes,
    run(args, inside) {
      const { world, exchanges } = inside;
      const message = own(args, inside, 'cant_update_message');
      if (message.editWindowClosed) throw new Refusal('edit_window_closed');
      const content = readContent(world, args, longestEdit);
      if (content.blocks === undefined) needsContent(content, args['attachments']);
      const metadata = readMetadata(args);
      editMessage(world, message, content);
      // An empty object takes it away.
      if (metadata && Object.keys(metadata).length === 0) delete message.metadata;
      else if (metadata) message.metadata = metadata;
      exchanges.showed(exchanges.waiting(`edit:${message.channel}/${message.ts}`), message);
      const { channel, ts, text } = message;
      return { channel, ts, text, message: native(world, message, true) };
    },
  },
  'chat.delete': {
    scopes,
    run(args, inside) {
      const message = own(args, inside, 'cant_delete_message');
      deleteMessage(inside.world, message);
      return { channel: message.channel, ts: message.ts };
    },
  },
};
