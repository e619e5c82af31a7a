/** Commands, mentions, messages to the app, and what else of a person's doing comes to it as words or events. */
import { type Actor, begin, channelOf, enter, heard } from './actor.ts';
import { directChannel } from './channels.ts';
import type { Exchange } from './exchange.ts';
import { addMessage } from './messages.ts';
import { commandPayload, eventPayload, messageEvent } from './payloads.ts';
import { afterCommand } from './submission.ts';
import { nativeView } from './views.ts';
import type { Channel, Node, PeerMessage } from './workspace.ts';

/** What a person types becomes this: Slack escapes three characters. */
function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function write(
  { inside, person }: Actor,
  channel: Channel,
  text: string,
  thread: PeerMessage | undefined,
): PeerMessage {
  const fields = { user: person.id, bot: false, text, via: 'person' } as const;
  const threadTs = thread && (thread.threadTs ?? thread.ts);
  return addMessage(inside.world, channel, { ...fields, ...(threadTs !== undefined && { threadTs }) });
}

function tell(actor: Actor, event: Node, keys: readonly string[], channel?: Channel): Exchange {
  const exchange = begin(actor, { kind: 'events_api', channel: channel?.id, keys });
  exchange.payload = eventPayload(actor.inside.world, event);
  actor.inside.deliveries.send(exchange);
  return exchange;
}

function keysOf({ ts, threadTs = ts, channel }: PeerMessage): string[] {
  return [`thread:${channel}/${threadTs}`, `channel:${channel}`];
}

export function typeCommand(actor: Actor, channel: Channel, command: string, text: string): Exchange {
  enter(actor, channel);
  heard(actor, 'commands');
  const { inside, person } = actor;
  const exchange = begin(actor, { kind: 'slash_commands', channel: channel.id, keys: [`channel:${channel.id}`] });
  const to = { exchange, channel, user: person.id };
  const triggerId = inside.triggers.give(exchange);
  const responseUrl = `${inside.origin()}${inside.responses.give(to)}`;
  exchange.payload = commandPayload(inside.world, { person, channel, command, text, triggerId, responseUrl });
  inside.deliveries.send(exchange, (body) => afterCommand(inside, to, body));
  return exchange;
}

export function mention(actor: Actor, words: string, channel: Channel, thread: PeerMessage | undefined): Exchange {
  const { world } = actor.inside;
  const place = thread ? channelOf(actor, thread) : channel;
  enter(actor, place);
  heard(actor, 'app_mentions:read');
  if (!place.members.has(world.app.botUserId)) throw new Error(`The app is not in ${place.name}`);
  const message = write(actor, place, `<@${world.app.botUserId}> ${escaped(words)}`, thread);
  return tell(actor, messageEvent(world, message, 'app_mention'), keysOf(message), place);
}

export function writeToApp(actor: Actor, words: string, thread: PeerMessage | undefined): Exchange {
  heard(actor, 'im:history');
  const { world } = actor.inside;
  const place = directChannel(world, actor.person.id);
  const message = write(actor, place, escaped(words), thread);
  return tell(actor, messageEvent(world, message, 'message'), keysOf(message), place);
}

export function say(actor: Actor, words: string, channel: Channel, thread: PeerMessage | undefined): PeerMessage {
  enter(actor, channel);
  return write(actor, channel, escaped(words), thread);
}

export function openHome(actor: Actor): Exchange {
  const { inside, person } = actor;
  const { world } = inside;
  const home = world.homes.get(person.id);
  const channel = directChannel(world, person.id).id;
  const event = { type: 'app_home_opened', user: person.id, channel, tab: 'home', event_ts: world.ids.ts() };
  return tell(actor, { ...event, ...(home && { view: nativeView(world, home) }) }, [`home:${person.id}`]);
}

export function invite(actor: Actor, channel: Channel): Exchange {
  const { world } = actor.inside;
  enter(actor, channel);
  const hidden = channel.kind === 'private';
  heard(actor, hidden ? 'groups:read' : 'channels:read');
  channel.members.add(world.app.botUserId);
  const event = {
    ...{ type: 'member_joined_channel', user: world.app.botUserId, channel: channel.id, team: world.team.id },
    ...{ channel_type: hidden ? 'G' : 'C', inviter: actor.person.id, event_ts: world.ids.ts() },
  };
  return tell(actor, event, [`channel:${channel.id}`], channel);
}
