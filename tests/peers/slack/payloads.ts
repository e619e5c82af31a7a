/** What Slack sends to an app, whole. */
import type { Inside } from './inside.ts';
import { native } from './messages.ts';
import { isNode } from './text-rules.ts';
import { nativeView } from './views.ts';
import type { Channel, Node, PeerMessage, PeerView, Person, World } from './workspace.ts';

/** An event in its wrapping. */
export function eventPayload({ ids, app, team, now }: World, event: Node): Node {
  const authorization = { team_id: team.id, user_id: app.botUserId, is_bot: true, is_enterprise_install: false };
  return {
    token: app.verificationToken,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: app.id,
    event,
    type: 'event_callback',
    event_id: ids.next('Ev'),
    event_time: Math.floor(now() / 1000),
    authorizations: [{ enterprise_id: null, ...authorization }],
    is_ext_shared_channel: false,
    event_context: ids.next('4-'),
  };
}

/** A person's message as its event has it. */
export function messageEvent({ ids, team }: World, message: PeerMessage, type: string): Node {
  return {
    type,
    user: message.user,
    client_msg_id: ids.uuid(),
    text: message.text,
    ts: message.ts,
    ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    team: team.id,
    blocks: message.blocks,
    channel: message.channel,
    event_ts: message.ts,
    ...(type === 'message' && { channel_type: 'im' }),
  };
}

/** The bot's own message in a conversation with a person, of which Slack tells the bot too. */
export function echo({ world }: Inside, message: PeerMessage): Node {
  const { channel, ts } = message;
  return eventPayload(world, { ...native(world, message), channel, event_ts: ts, channel_type: 'im' });
}

export interface Command {
  readonly person: Person;
  readonly channel: Channel;
  readonly command: string;
  readonly text: string;
  readonly triggerId: string;
  readonly responseUrl: string;
}

/** A private channel is not named to the app. */
function nameOf({ kind, name }: Channel): string {
  return kind === 'private' ? 'privategroup' : name;
}

export function commandPayload({ app, team }: World, { person, channel, command, text, ...rest }: Command): Node {
  return {
    token: app.verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: nameOf(channel),
    user_id: person.id,
    user_name: person.name,
    command,
    text,
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: rest.responseUrl,
    trigger_id: rest.triggerId,
  };
}

function common({ app, team }: World, { id, name }: Person, triggerId: string): Node {
  return {
    user: { id, username: name, name, team_id: team.id },
    api_app_id: app.id,
    token: app.verificationToken,
    trigger_id: triggerId,
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

export interface Press {
  readonly person: Person;
  readonly triggerId: string;
  readonly block: Node;
  readonly element: Node;
  /** The option taken, of a menu. */
  readonly option?: Node | undefined;
  readonly values: Node;
}

function action({ ids }: World, { block, element, option }: Press): Node {
  return {
    action_id: element['action_id'],
    block_id: block['block_id'],
    ...(isNode(element['text']) && { text: { emoji: true, ...element['text'] } }),
    ...(element['value'] !== undefined && { value: element['value'] }),
    ...(element['style'] !== undefined && { style: element['style'] }),
    type: element['type'],
    ...(isNode(element['placeholder']) && { placeholder: element['placeholder'] }),
    ...(option && { selected_option: option }),
    action_ts: ids.ts(),
  };
}

/** A press on a message. Of an ephemeral one Slack does not send the message itself. */
export function messagePress(
  world: World,
  press: Press,
  message: PeerMessage,
  channel: Channel,
  responseUrl: string,
): Node {
  const { ts, threadTs, ephemeralFor } = message;
  const ephemeral = ephemeralFor !== undefined;
  const thread = threadTs === undefined ? {} : { thread_ts: threadTs };
  return {
    type: 'block_actions',
    ...common(world, press.person, press.triggerId),
    container: { type: 'message', message_ts: ts, channel_id: channel.id, is_ephemeral: ephemeral, ...thread },
    channel: { id: channel.id, name: nameOf(channel) },
    ...(!ephemeral && { message: native(world, message) }),
    state: { values: press.values },
    response_url: responseUrl,
    actions: [action(world, press)],
  };
}

/** A press on a form or a home: these have no `response_url`. */
export function viewPress(world: World, press: Press, view: PeerView): Node {
  return {
    type: 'block_actions',
    ...common(world, press.person, press.triggerId),
    container: { type: 'view', view_id: view.id },
    view: nativeView(world, view, press.values),
    actions: [action(world, press)],
  };
}

export function submissionPayload(world: World, person: Person, triggerId: string, view: PeerView, values: Node): Node {
  return {
    type: 'view_submission',
    ...common(world, person, triggerId),
    view: nativeView(world, view, values),
    response_urls: [],
  };
}
