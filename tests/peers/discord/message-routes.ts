/** The bot's messages, and what it may read and write. */
import type { PeerChannel } from './channels.ts';
import { Form } from './form.ts';
import type { Parts } from './parts.ts';
import { bodyOf, channelOf } from './parts.ts';
import { refusal } from './refusals.ts';
import { done, ok, type Route, route } from './routes.ts';
import { Permission, type World } from './world.ts';

export function messageRoutes({ world, messages, views, published }: Parts): Route[] {
  const readable = (id: string) => {
    const channel = channelOf(world, id);
    channel.require(Permission.ViewChannel);
    return channel;
  };
  return [
    route('POST /channels/:/messages', ({ body, uploads }, id = '') => {
      const raw = bodyOf(body);
      const channel = sendable(world, id, uploads.length > 0);
      published('MessageCreateRequest', raw);
      const before = messages.sentBefore(raw);
      if (before) return ok(views.message(before));
      const message = messages.create(channel, { raw, uploads }, { authorId: world.bot.id });
      views.announce('MESSAGE_CREATE', message);
      return ok(views.message(message));
    }),
    route('GET /channels/:/messages', ({ query }, id = '') => {
      const channel = readable(id);
      const form = new Form();
      form.integer(['limit'], Number(query.get('limit') ?? 50), { min: 1, max: 100 });
      const places = ['before', 'after', 'around'];
      for (const key of places) form.snowflake([key], query.get(key));
      if (places.filter((key) => query.has(key)).length > 1)
        form.refuse([], 'MESSAGE_LIST_PLACES_EXCLUSIVE', 'before, after and around are mutually exclusive');
      form.done();
      // Not allowed to read what was: an empty list, and no error.
      if ((channel.botPermissions & Permission.ReadMessageHistory) === 0n) return ok([]);
      return ok(page(messages.visible(channel), query).map((each) => views.message(each)));
    }),
    route('GET /channels/:/messages/:', (_, id = '', messageId = '') => {
      const channel = readable(id);
      channel.require(Permission.ReadMessageHistory);
      return ok(views.message(messages.find(channel, messageId)));
    }),
    route('PATCH /channels/:/messages/:', ({ body, uploads }, id = '', messageId = '') => {
      const channel = readable(id);
      const message = messages.find(channel, messageId);
      channel.requireToChange();
      if (message.authorId !== world.bot.id) throw refusal('notTheAuthor');
      const raw = bodyOf(body);
      published('MessageEditRequestPartial', raw);
      messages.edit(message, { raw, uploads });
      views.announce('MESSAGE_UPDATE', message);
      return ok(views.message(message));
    }),
    route('DELETE /channels/:/messages/:', (_, id = '', messageId = '') => {
      const channel = readable(id);
      const message = messages.find(channel, messageId);
      channel.requireToChange();
      if (message.authorId !== world.bot.id) channel.require(Permission.ManageMessages);
      messages.delete(message);
      return done;
    }),
  ];
}

function sendable(world: World, id: string, hasFiles: boolean): PeerChannel {
  const channel = channelOf(world, id);
  if (hasFiles) channel.require(Permission.AttachFiles);
  channel.requireToSend();
  return channel;
}

/** Of a list with the newest first: those before an id, or the first ones after it, or those around it. */
function page<T extends { readonly id: string }>(list: readonly T[], query: URLSearchParams): T[] {
  const limit = Number(query.get('limit') ?? 50);
  const before = query.get('before');
  const after = query.get('after');
  const around = query.get('around');
  if (around !== null) {
    const middle = list.findIndex(({ id }) => BigInt(id) <= BigInt(around));
    const start = Math.max(0, (middle < 0 ? list.length : middle) - Math.floor(limit / 2));
    return list.slice(start, start + limit);
  }
  if (after !== null) return list.filter(({ id }) => BigInt(id) > BigInt(after)).slice(-limit);
  return list.filter(({ id }) => before === null || BigInt(id) < BigInt(before)).slice(0, limit);
}
