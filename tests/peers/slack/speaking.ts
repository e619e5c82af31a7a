/** Commands, mentions, messages to the app, and what else of a person's doing comes to it as words or events. */
import { type Actor, begin, channelOf, enter, heard } from './actor.ts';
import { directChannel } from './channels.ts';
import type { Exchange } from './exchange.ts';
import { addMessage } from './messages.ts';
import { commandPayload, eventPayload, messageEvent } from './payloads.ts';
import { afterCommand } from './submission.ts';
import { nativeView } from './views.ts';
import type { Channel, Node, PeerMessage, World } from './workspace.ts';

/** What a person types becomes this: Slack escapes three characters, and writes names with their ids. */
function escaped(world: World, words: string): string {
  return named(world, words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
}

/** Names and links as Slack writes them. https://docs.slack.dev/messaging/formatting-message-text */
function named(world: World, words: string): string {
  return words
    .replace(/(?<![\w/])([#@])([\w-]+)/g, (typed, sign: string, name: string) => nameIn(world, sign, name) ?? typed)
    .replace(/(?<![\w<|])https?:\/\/[^\s<>|]+/g, (url) => `<${url}>`);
}

function nameIn(world: World, sign: string, name: string): string | undefined {
  if (sign === '#') {
    const channel = [...world.channels.values()].find((each) => each.name === name && each.kind !== 'im');
    // A private channel is not named to the app.
    return channel && `<#${channel.id}|${channel.kind === 'private' ? '' : name}>`;
  }
  if (/^(?:channel|here|everyone)$/.test(name)) return `<!${name}>`;
  const group = [...world.groups.values()].find(({ handle, disabled }) => handle === name && !disabled);
  if (group) return `<!subteam^${group.id}|@${name}>`;
  const person = [...world.people.values()].find((each) => each.name === name);
  return person && `<@${person.id}|${name}>`;
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

/** The app's commands have `should_escape`; whether their three characters are escaped too, Slack's documents do not say. */
export function typeCommand(actor: Actor, channel: Channel, command: string, text: string): Exchange {
  enter(actor, channel);
  heard(actor, 'commands');
  const { inside, person } = actor;
  const { world } = inside;
  const exchange = begin(actor, { kind: 'slash_commands', channel: channel.id, keys: [`channel:${channel.id}`] });
  const to = { exchange, channel, user: person.id };
  const triggerId = inside.triggers.give(exchange);
  const responseUrl = `${inside.origin()}${inside.responses.give(to)}`;
  exchange.payload = commandPayload(world, {
    ...{ person, channel, command, triggerId, responseUrl },
    text: named(world, text),
  });
  inside.deliveries.send(exchange, (body) => afterCommand(inside, to, body));
  return exchange;
}

export function mention(actor: Actor, words: string, channel: Channel, thread: PeerMessage | undefined): Exchange {
  const { world } = actor.inside;
  const place = thread ? channelOf(actor, thread) : channel;
  enter(actor, place);
  heard(actor, 'app_mentions:read');
  if (!place.members.has(world.app.botUserId)) throw new Error(`The app is not in ${place.name}`);
  const message = write(actor, place, `<@${world.app.botUserId}> ${escaped(world, words)}`, thread);
  return tell(actor, messageEvent(world, message, 'app_mention'), keysOf(message), place);
}

export function writeToApp(actor: Actor, words: string, thread: PeerMessage | undefined): Exchange {
  heard(actor, 'im:history');
  const { world } = actor.inside;
  const place = directChannel(world, actor.person.id);
  const message = write(actor, place, escaped(world, words), thread);
  return tell(actor, messageEvent(world, message, 'message'), keysOf(message), place);
}

export function say(actor: Actor, words: string, channel: Channel, thread: PeerMessage | undefined): PeerMessage {
  enter(actor, channel);
  return write(actor, channel, escaped(actor.inside.world, words), thread);
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
