/** The peer refuses what Slack refuses, and serves the real Bolt as Slack does. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import {
  actions,
  badBlocks,
  badViews,
  button,
  home,
  input,
  long,
  modal,
  plain,
  section,
  select,
  times,
} from './slack/bad-payloads.ts';
import {
  buttonsOf,
  checkBlocks,
  checkView,
  type PeerMessage,
  type PeerView,
  type SlackOptions,
  type SlackPeer,
  selectsOf,
  startSlack,
  textOf,
} from './slack/index.ts';

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** A peer with a clock that stands still until it is moved. */
async function start(options: Partial<SlackOptions> = {}) {
  const clock = { ms: Date.UTC(2026, 10, 2, 8) };
  const peer = await startSlack({ mode: 'socket', now: () => clock.ms, ...options });
  stops.push(() => peer.stop());
  return { peer, clock };
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly ok: boolean;
  readonly error?: string;
  readonly [key: string]: unknown;
}

async function call(peer: SlackPeer, method: string, args: object = {}, token = peer.botToken): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(`${peer.api}${method}`, { method: 'POST', headers, body: JSON.stringify(args) });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    ok: false,
    ...(text ? JSON.parse(text) : {}),
  };
}

async function post(peer: SlackPeer, args: object = {}): Promise<PeerMessage> {
  const { ts } = await call(peer, 'chat.postMessage', { channel: peer.channels.general.id, text: 'Hello', ...args });
  return peer.messages(peer.channels.general).find((message) => message.ts === ts) as PeerMessage;
}

/** An app's end of the socket, without Bolt: it says what it is told to. */
async function connect(peer: SlackPeer) {
  const { url } = (await call(peer, 'apps.connections.open', {}, peer.appToken)) as unknown as { url: string };
  const socket = new WebSocket(url);
  const heard: { type: string; envelope_id: string; payload: Record<string, unknown>; [key: string]: unknown }[] = [];
  const waiting: (() => void)[] = [];
  socket.on('message', (data) => {
    heard.push(JSON.parse(String(data)));
    for (const look of waiting.splice(0)) look();
  });
  stops.push(async () => socket.terminate());
  const hear = async (count: number) => {
    while (heard.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
    return heard[count - 1] as (typeof heard)[number];
  };
  await hear(1);
  return { socket, heard, hear, say: (message: object) => socket.send(JSON.stringify(message)), url };
}

const noFiles = () => false;

describe('what Slack refuses in blocks', () => {
  test.each(badBlocks)('%s', (_, bad, path, message, good) => {
    const problems = checkBlocks(bad, 'message', noFiles);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.path).toBe(path);
    expect(problems[0]?.message).toContain(message);
    expect(checkBlocks(good, 'message', noFiles)).toEqual([]);
  });

  test.each(badViews)('in a view: %s', (_, bad, path, message, good) => {
    const problems = checkView(JSON.parse(JSON.stringify(bad)), noFiles);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.path).toBe(path);
    expect(problems[0]?.message).toContain(message);
    expect(checkView(JSON.parse(JSON.stringify(good)), noFiles)).toEqual([]);
  });

  test('a call says where, and keeps nothing', async () => {
    const { peer } = await start();
    const args = { channel: peer.channels.general.id, text: 'A', blocks: [section({ text: plain('') })] };
    const refused = await call(peer, 'chat.postMessage', args);
    expect(refused).toMatchObject({ ok: false, error: 'invalid_blocks' });
    expect(refused['response_metadata']).toEqual({
      messages: ['[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
    });
    expect(peer.messages(peer.channels.general)).toEqual([]);
    expect(peer.refusals).toMatchObject([{ method: 'chat.postMessage', error: 'invalid_blocks' }]);
  });
});

describe('the Web API', () => {
  test('tokens and scopes', async () => {
    const { peer } = await start({ scopes: ['chat:write'] });
    expect(await call(peer, 'auth.test', {}, 'xoxb-wrong')).toMatchObject({ error: 'invalid_auth' });
    expect(await call(peer, 'apps.connections.open')).toMatchObject({ error: 'not_allowed_token_type' });
    expect(await call(peer, 'auth.test')).toMatchObject({ ok: true, user_id: peer.botUserId, team_id: peer.teamId });
    const asked = await call(peer, 'users.info', { user: peer.reader('ada').id });
    expect(asked).toMatchObject({ error: 'missing_scope', needed: 'users:read', provided: 'chat:write' });
    expect(() => peer.reader('ada').mention('hello')).toThrow('app_mentions:read');
    expect(await call(peer, 'chat.sing')).toMatchObject({ error: 'unknown_method' });
    const form = await fetch(`${peer.api}auth.test`, {
      method: 'POST',
      body: new URLSearchParams({ token: peer.botToken }),
    });
    expect(await form.json()).toMatchObject({ ok: true });
  });

  test('where it may write', async () => {
    const { peer } = await start();
    const { closed, archived, general } = peer.channels;
    const write = (channel: string, more: object = {}) =>
      call(peer, 'chat.postMessage', { channel, text: 'A', ...more }).then(({ error }) => error);
    expect(await write('C0NONE')).toBe('channel_not_found');
    expect(await write(closed.id)).toBe('channel_not_found');
    expect(await write(archived.id)).toBe('is_archived');
    expect(await write(peer.channel('open', { member: false }).id)).toBe('not_in_channel');
    expect(await write(general.id, { text: '' })).toBe('no_text');
    expect(await write(general.id, { text: long(40_001) })).toBe('msg_too_long');
    expect(await write(general.id, { thread_ts: '1.2' })).toBe('invalid_thread_ts');
    const heavy = (count: number) => times(count, () => section({ text: plain(long(2600)) }));
    expect(await write(general.id, { blocks: heavy(6) })).toBe('msg_blocks_too_long');
    expect(await write(general.id, { blocks: heavy(4) })).toBeUndefined();
    const ada = peer.reader('ada', { notIn: [general] });
    const whisper = { channel: general.id, user: ada.id, text: 'A' };
    expect(await call(peer, 'chat.postEphemeral', whisper)).toMatchObject({ error: 'user_not_in_channel' });
    expect(await write(ada.id)).toBeUndefined();
    expect(peer.messages(peer.dmWith(ada))).toHaveLength(1);
  });

  test('edits and deletions', async () => {
    const { peer } = await start();
    const channel = peer.channels.general.id;
    const edit = (ts: string) => call(peer, 'chat.update', { channel, ts, text: 'Other' }).then(({ error }) => error);
    const message = await post(peer);
    expect(await edit('1.2')).toBe('message_not_found');
    expect(await edit(peer.reader('ada').say('Mine').ts)).toBe('cant_update_message');
    expect(await edit(message.ts)).toBeUndefined();
    expect(message).toMatchObject({ text: 'Other', editedAt: expect.any(Number) });
    message.editWindowClosed = true;
    expect(await edit(message.ts)).toBe('edit_window_closed');
    expect(await call(peer, 'chat.delete', { channel, ts: message.ts })).toMatchObject({ ok: true });
    expect(await edit(message.ts)).toBe('message_not_found');
  });

  test('histories, with the metadata only where it is asked for', async () => {
    const { peer, clock } = await start();
    const channel = peer.channels.general.id;
    const metadata = { event_type: 'slot', event_payload: { slot: 7 } };
    const first = await post(peer, { metadata });
    for (const text of ['B', 'C', 'D']) {
      clock.ms += 1000;
      await post(peer, { text });
    }
    await post(peer, { text: 'in the thread', thread_ts: first.ts });
    const history = async (more: object) => {
      const answer = await call(peer, 'conversations.history', { channel, ...more });
      return answer as unknown as { messages: PeerMessage[]; response_metadata?: { next_cursor: string } };
    };
    const texts = async (more: object) => (await history(more)).messages.map(({ text }) => text);
    expect(await texts({})).toEqual(['D', 'C', 'B', 'Hello']);
    expect((await history({})).messages.at(-1)?.metadata).toBeUndefined();
    expect((await history({ include_all_metadata: true })).messages.at(-1)?.metadata).toEqual(metadata);
    expect(await texts({ oldest: first.ts })).toEqual(['D', 'C', 'B']);
    expect(await texts({ latest: first.ts, inclusive: true })).toEqual(['Hello']);
    const page = await history({ limit: 3 });
    expect(await texts({ limit: 3, cursor: page.response_metadata?.next_cursor })).toEqual(['Hello']);
    expect(await call(peer, 'conversations.history', { channel, cursor: 'x' })).toMatchObject({
      error: 'invalid_cursor',
    });
    const replies = await call(peer, 'conversations.replies', { channel, ts: first.ts });
    expect((replies['messages'] as PeerMessage[]).map(({ text }) => text)).toEqual(['Hello', 'in the thread']);
  });

  test('a picture may be shown once Slack has looked at it', async () => {
    const { peer } = await start();
    const given = await call(peer, 'files.getUploadURLExternal', { filename: 'map.png', length: 3 });
    const show = () =>
      call(peer, 'chat.postMessage', {
        ...{ channel: peer.channels.general.id, text: 'A' },
        blocks: [{ type: 'image', alt_text: 'A', slack_file: { id: given['file_id'] } }],
      }).then(({ error }) => error);
    await fetch(String(given['upload_url']), { method: 'POST', body: 'png' });
    await call(peer, 'files.completeUploadExternal', { files: [{ id: given['file_id'], title: 'Map' }] });
    expect(await show()).toBe('invalid_blocks');
    const look = async () => (await call(peer, 'files.info', { file: given['file_id'] }))['file'];
    expect(await look()).not.toHaveProperty('mimetype');
    expect(await look()).toHaveProperty('mimetype', 'image/png');
    expect(await show()).toBeUndefined();
  });

  test('people: their roles, and a language only where it is asked for', async () => {
    const { peer } = await start();
    const { id } = peer.reader('ada', { guest: 'single', locale: 'de-DE' });
    const asked = await call(peer, 'users.info', { user: id });
    expect(asked['user']).toMatchObject({ is_restricted: true, is_ultra_restricted: true, is_admin: false });
    expect(asked['user']).not.toHaveProperty('locale');
    const again = await call(peer, 'users.info', { user: id, include_locale: true });
    expect(again['user']).toHaveProperty('locale', 'de-DE');
  });

  test('channels and conversations', async () => {
    const { peer } = await start();
    const { general, closed } = peer.channels;
    const about = (channel: string) => call(peer, 'conversations.info', { channel });
    expect((await about(general.id))['channel']).toMatchObject({ name: 'general', is_member: true, is_private: false });
    expect(await about(closed.id)).toMatchObject({ error: 'channel_not_found' });
    const ada = peer.reader('ada');
    const opened = await call(peer, 'conversations.open', { users: ada.id });
    expect(opened['channel']).toEqual({ id: peer.dmWith(ada).id });
    expect(await call(peer, 'conversations.open', { users: ada.id })).toMatchObject({ already_open: true });
    expect(await call(peer, 'conversations.open', { users: 'U0' })).toMatchObject({ error: 'user_not_found' });
  });

  test('what is permitted and better avoided is remarked on', async () => {
    const { peer } = await start();
    await post(peer, { text: undefined, blocks: [section()] });
    await post(peer, { unfurl_links: false });
    expect(peer.remarks.map(({ what }) => what)).toEqual(['no top-level text', 'unfurl_links is not false']);
  });

  test('trouble on the way', async () => {
    const { peer, clock } = await start({ limits: true });
    const send = () => call(peer, 'chat.postMessage', { channel: peer.channels.general.id, text: 'A' });
    const count = () => peer.messages(peer.channels.general).length;
    peer.faults.next(/chat\./, { status: 503 });
    expect(await send()).toMatchObject({ status: 503 });
    peer.faults.next(/chat\./, { error: 'internal_error' });
    expect(await send()).toMatchObject({ ok: false, error: 'internal_error' });
    peer.faults.next(/chat\./, { retryAfterS: 7 });
    expect((await send()).headers.get('retry-after')).toBe('7');
    peer.faults.next(/chat\./, 'reset');
    await expect(send()).rejects.toThrow();
    expect(count()).toBe(0);
    peer.faults.next(/chat\./, { after: 'accept', status: 500 });
    expect(await send()).toMatchObject({ status: 500 });
    expect(count()).toBe(1);
    expect(await send()).toMatchObject({ status: 429, error: 'ratelimited' });
    clock.ms += 1000;
    peer.faults.next(/chat\./, 'reset-after');
    await expect(send()).rejects.toThrow();
    expect([count(), peer.faults.pending]).toEqual([2, 0]);
    peer.down = true;
    await expect(send()).rejects.toThrow();
    peer.down = false;
    clock.ms += 1000;
    expect(await send()).toMatchObject({ ok: true });
  });

  test('trouble that shows only later', async () => {
    const { peer } = await start();
    const send = () => call(peer, 'chat.postMessage', { channel: peer.channels.general.id, text: 'A' });
    const count = () => peer.messages(peer.channels.general).length;
    peer.faults.next(/chat\./, { landsAfterMs: 5 });
    await expect(send()).rejects.toThrow();
    expect([count(), peer.faults.landing]).toEqual([0, 1]);
    await peer.waitFor(() => count() === 1);
    peer.faults.next(/chat\./, { delayMs: 5, doneAtOnce: true });
    const answer = send();
    await peer.waitFor(() => count() === 2);
    expect(await answer).toMatchObject({ ok: true });
    // Decided by whoever tests, where nothing is ordered.
    peer.faults.decide = (name) => (name === 'chat.postMessage' ? { error: 'fatal_error' } : undefined);
    expect(await send()).toMatchObject({ ok: false, error: 'fatal_error' });
    expect(await call(peer, 'auth.test')).toMatchObject({ ok: true });
    peer.faults.clear();
    expect(await send()).toMatchObject({ ok: true });
    expect(peer.faults.landing).toBe(0);
  });

  test('the posts of a workspace have a limit, too', async () => {
    const { peer, clock } = await start({ postsPerMinute: 120 });
    const send = () => call(peer, 'chat.postMessage', { channel: peer.channels.general.id, text: 'A' });
    for (const status of [200, 200, 429]) expect(await send()).toMatchObject({ status });
    clock.ms += 500;
    for (const status of [200, 429]) expect(await send()).toMatchObject({ status });
    clock.ms += 60_000;
    for (const status of [200, 200, 429]) expect(await send()).toMatchObject({ status });
  });

  test('groups, and the channels and members that there are', async () => {
    const { peer } = await start();
    const ada = peer.reader('ada');
    const editors = peer.group('editors', { name: 'The Editors' });
    const old = peer.group('old', { disabled: true });
    const groups = async (args: object) =>
      ((await call(peer, 'usergroups.list', args))['usergroups'] as object[]) ?? [];
    expect(await groups({})).toMatchObject([
      { id: editors.id, handle: 'editors', name: 'The Editors', date_delete: 0 },
    ]);
    expect(await groups({ include_disabled: true })).toMatchObject([{ id: editors.id }, { id: old.id }]);
    peer.channel('desk', { private: true });
    const names = async (args: object) => {
      const { channels, response_metadata: more } = await call(peer, 'users.conversations', args);
      return { names: (channels as { name: string }[]).map(({ name }) => name), more };
    };
    const all = { types: 'public_channel,private_channel' };
    expect((await names(all)).names).toEqual(['general', 'news', 'archived', 'desk']);
    expect((await names({})).names).not.toContain('desk');
    expect((await names({ ...all, exclude_archived: true })).names).toEqual(['general', 'news', 'desk']);
    const first = await names({ ...all, limit: 3 });
    expect(
      (await names({ ...all, limit: 3, cursor: (first.more as { next_cursor: string }).next_cursor })).names,
    ).toEqual(['desk']);
    const { members } = await call(peer, 'conversations.members', { channel: peer.channels.general.id });
    expect(members).toEqual([peer.botUserId, ada.id]);
    const { peer: lesser } = await start({ scopes: ['channels:read'] });
    expect(await call(lesser, 'usergroups.list')).toMatchObject({ error: 'missing_scope', needed: 'usergroups:read' });
    expect(await call(lesser, 'users.conversations')).toMatchObject({ ok: true });
  });

  test('a history may be closed to the app, and the app be removed', async () => {
    const { peer } = await start();
    const history = () => call(peer, 'conversations.history', { channel: peer.channels.news.id });
    expect(await history()).toMatchObject({ ok: true });
    peer.channels.news.unreadable = true;
    expect(await history()).toMatchObject({ ok: false, error: 'missing_scope' });
    peer.uninstall();
    expect(await call(peer, 'auth.test')).toMatchObject({ ok: false, error: 'account_inactive' });
  });
});

describe('answers to what people do', () => {
  const respond = async (url: unknown, body: object) => {
    const response = await fetch(String(url), { method: 'POST', body: JSON.stringify(body) });
    return { status: response.status, body: await response.text() };
  };

  test('a response_url is good five times, for half an hour', async () => {
    const { peer, clock } = await start();
    await connect(peer);
    const ada = peer.reader('ada');
    const asked = ada.type('/briefing', 'albania-iran');
    const url = asked.payload['response_url'];
    const bad = await respond(url, { blocks: [section({ text: plain('') })] });
    expect(bad).toMatchObject({ status: 400, body: expect.stringContaining('invalid_blocks') });
    for (const text of ['1', '2', '3', '4']) expect(await respond(url, { text })).toEqual({ status: 200, body: 'ok' });
    await respond(url, { text: '5', response_type: 'in_channel' });
    expect(await respond(url, { text: '6' })).toMatchObject({ status: 404, body: expect.stringContaining('used_url') });
    expect(asked.messages.map(({ text }) => text)).toEqual(['1', '2', '3', '4', '5']);
    expect(peer.messages(peer.channels.general).map(({ text }) => text)).toEqual(['5']);
    expect(peer.messages(peer.channels.general, { ephemeralFor: ada })).toHaveLength(5);
    const later = ada.type('/briefing');
    clock.ms += 30 * 60_000 + 1;
    expect(await respond(later.payload['response_url'], { text: '1' })).toMatchObject({ status: 404 });
    expect(peer.refusals.at(-1)).toMatchObject({ error: 'expired_url' });
  });

  test('a press: what Slack sends, and what it changes', async () => {
    const { peer } = await start();
    await connect(peer);
    const [ada, ben] = [peer.reader('ada'), peer.reader('ben')];
    const message = await post(peer, { blocks: [actions(button({ value: '/sources' }), select())] });
    expect(buttonsOf(message)).toMatchObject([{ text: 'Sources', actionId: 'sources', value: '/sources' }]);
    expect(selectsOf(message)).toMatchObject([{ actionId: 'open', options: [{ text: 'A', value: '0' }] }]);
    const pressed = ada.press(message, '/sources');
    expect(pressed.payload).toMatchObject({
      ...{ type: 'block_actions', user: { id: ada.id }, message: { ts: message.ts }, enterprise: null },
      container: { type: 'message', message_ts: message.ts, is_ephemeral: false },
      actions: [{ action_id: 'sources', value: '/sources', type: 'button', action_ts: expect.any(String) }],
    });
    await respond(pressed.payload['response_url'], { text: 'Only you' });
    const own = (await pressed.answered) as PeerMessage;
    expect(own.ephemeralFor).toBe(ada.id);
    const chosen = ada.choose(message, 'open', '0');
    expect(chosen.payload['actions']).toMatchObject([{ selected_option: { value: '0' }, type: 'static_select' }]);
    await respond(chosen.payload['response_url'], { text: 'Instead', replace_original: true });
    expect([textOf(message), await chosen.answered]).toEqual(['Instead', message]);
    expect(() => ada.press(message, '/sources')).toThrow('No button');
    expect(() => ben.press(own, 'any')).toThrow('does not see');
  });

  test('an ephemeral message is not sent along, and can be replaced and deleted', async () => {
    const { peer } = await start();
    await connect(peer);
    const ada = peer.reader('ada');
    const asked = ada.type('/briefing');
    await respond(asked.payload['response_url'], { text: 'A', blocks: [actions(button())] });
    const own = (await asked.answered) as PeerMessage;
    const pressed = ada.press(own, 'sources');
    expect(pressed.payload).not.toHaveProperty('message');
    expect(pressed.payload).toMatchObject({ container: { is_ephemeral: true, message_ts: own.ts } });
    await respond(pressed.payload['response_url'], { text: 'B', replace_original: true });
    expect(textOf(own)).toBe('B');
    await respond(pressed.payload['response_url'], { delete_original: true });
    expect(peer.messages(peer.channels.general, { ephemeralFor: ada })).toEqual([]);
  });

  test('a form: its trigger, its fields, its submission', async () => {
    const { peer, clock } = await start();
    const app = await connect(peer);
    const ada = peer.reader('ada');
    const message = await post(peer, { blocks: [actions(button())] });
    const open = (trigger: unknown, view = modal()) => call(peer, 'views.open', { trigger_id: trigger, view });
    const pressed = ada.press(message, 'sources');
    const trigger = pressed.payload['trigger_id'];
    const untitled = modal({ title: undefined });
    expect(await open('1.2.3')).toMatchObject({ error: 'invalid_trigger_id' });
    expect(await open(trigger, untitled)).toMatchObject({ error: 'invalid_arguments' });
    expect(await open(trigger)).toMatchObject({ ok: true });
    expect(await open(trigger)).toMatchObject({ error: 'exchanged_trigger_id' });
    const late = ada.press(message, 'sources');
    clock.ms += 3001;
    expect(await open(late.payload['trigger_id'])).toMatchObject({ error: 'expired_trigger_id' });
    const view = (await pressed.answered) as PeerView;
    expect(() => ada.submit(view)).toThrow('must be filled in');
    expect(() => ada.submit(view, { words: long(21) })).toThrow('at most 20');
    expect(() => ada.submit(view, { words: 'x', colour: 'red' })).toThrow('No such field');
    const wrong = ada.submit(view, { words: 'x' });
    const { envelope_id, payload } = await app.hear(4);
    expect(payload).toMatchObject({ view: { state: { values: { topic: { words: { value: 'x' } } } } } });
    app.say({ envelope_id, payload: { response_action: 'errors', errors: { topic: 'No such story' } } });
    expect(textOf((await wrong.answered) as PeerView)).toContain('No such story');
    const right = ada.submit(view, { topic: 'albania-iran' });
    app.say({ envelope_id: (await app.hear(5)).envelope_id });
    await right.acknowledged;
    expect(view.open).toBe(false);
    // A submission has no address of its own: its answer comes through the button's.
    await respond(pressed.payload['response_url'], { text: 'Saved' });
    expect(textOf(await right.answered)).toBe('Saved');
  });

  test('forms lie three deep, and change where they are', async () => {
    const { peer } = await start();
    const app = await connect(peer);
    const ada = peer.reader('ada');
    const form = modal({ blocks: [input(), actions(button())] });
    const message = await post(peer, { blocks: [actions(button())] });
    const open = (method: string, on: PeerMessage | PeerView) =>
      call(peer, method, { trigger_id: ada.press(on, 'sources').payload['trigger_id'], view: form });
    const viewOf = (id: unknown) =>
      [...peer.exchanges.values()].flatMap(({ views }) => views).find((view) => view.id === id);
    let top: PeerMessage | PeerView = message;
    for (const method of ['views.open', 'views.push', 'views.push']) {
      const { view } = (await open(method, top)) as unknown as { view: { id: string } };
      top = viewOf(view.id) as PeerView;
    }
    expect(await open('views.push', top)).toMatchObject({ error: 'push_limit_reached' });
    const change = (more: object) =>
      call(peer, 'views.update', { view_id: (top as PeerView).id, view: modal(), ...more });
    expect(await change({ hash: 'other' })).toMatchObject({ error: 'hash_conflict' });
    expect(await change({ view_id: 'V0' })).toMatchObject({ error: 'not_found' });
    expect(await change({})).toMatchObject({ ok: true });
    const submitted = ada.submit(top as PeerView, { words: 'x' });
    const sent = await app.hear(6);
    app.say({
      envelope_id: sent.envelope_id,
      payload: { response_action: 'update', view: modal({ title: plain('Done') }) },
    });
    expect(textOf(await submitted.answered)).toContain('Done');
    const last = ada.submit(top as PeerView, { words: 'x' });
    app.say({ envelope_id: (await app.hear(7)).envelope_id, payload: { response_action: 'clear' } });
    await last.acknowledged;
    expect([...peer.exchanges.values()].flatMap(({ views }) => views).every(({ open }) => !open)).toBe(true);
  });

  test('a home is published, opened and used', async () => {
    const { peer } = await start();
    await connect(peer);
    const ada = peer.reader('ada');
    const publish = (view: object, more: object = {}) =>
      call(peer, 'views.publish', { user_id: ada.id, view, ...more });
    const first = ada.openHome();
    expect(first.payload['event']).not.toHaveProperty('view');
    expect(await publish(modal())).toMatchObject({ error: 'invalid_arguments' });
    expect(await publish(home({ blocks: [actions(button())] }))).toMatchObject({ ok: true });
    const view = (await first.answered) as PeerView;
    expect(peer.home(ada.id)).toBe(view);
    expect(ada.openHome().payload['event']).toHaveProperty('view.id', view.id);
    expect(await publish(home(), { hash: 'other' })).toMatchObject({ error: 'hash_conflict' });
    const pressed = ada.press(view, 'sources');
    expect(pressed.payload).toMatchObject({ container: { type: 'view', view_id: view.id } });
    expect(pressed.payload).not.toHaveProperty('response_url');
  });

  test('what is typed names channels, groups, people and links as Slack does', async () => {
    const { peer } = await start();
    const ada = peer.reader('ada');
    const editors = peer.group('editors');
    const desk = peer.channel('desk', { private: true });
    const { id } = peer.channels.news;
    const typed = 'a&b #news #desk #none @editors @ada @here https://example.org/?a=1';
    const written = `<#${id}|news> <#${desk.id}|> #none <!subteam^${editors.id}|@editors> <@${ada.id}|ada> <!here> <https://example.org/?a=1>`;
    expect(ada.type('/dateline', typed).payload).toMatchObject({ text: `a&b ${written}` });
    expect(ada.dm(typed).payload).toMatchObject({ event: { text: `a&amp;b ${written}` } });
  });

  test('mentions, messages and invitations', async () => {
    const { peer } = await start();
    await connect(peer);
    const ada = peer.reader('ada');
    const asked = ada.mention('Iran & <Albania>');
    const event = asked.payload['event'] as { ts: string; text: string };
    expect(event.text).toBe(`<@${peer.botUserId}> Iran &amp; &lt;Albania&gt;`);
    await post(peer, { text: 'Here', thread_ts: event.ts });
    const answer = (await asked.answered) as PeerMessage;
    expect([answer.text, answer.threadTs]).toEqual(['Here', event.ts]);
    expect(ada.mention('more', { thread: answer }).payload['event']).toMatchObject({ thread_ts: event.ts });
    const written = ada.dm('help');
    expect(written.payload['event']).toMatchObject({ type: 'message', channel_type: 'im' });
    await call(peer, 'chat.postMessage', { channel: ada.id, text: 'Help' });
    expect(textOf(await written.answered)).toBe('Help');
    expect(() => ada.mention('hello', { channel: peer.channels.closed })).toThrow('not in closed');
    const invited = ada.invite(peer.channels.closed);
    expect(invited.payload['event']).toMatchObject({
      type: 'member_joined_channel',
      inviter: ada.id,
      channel_type: 'G',
    });
    await call(peer, 'chat.postMessage', { channel: peer.channels.closed.id, text: 'Thanks' });
    expect(textOf(await invited.answered)).toBe('Thanks');
  });
});

describe('the socket', () => {
  test('a ticket is good once', async () => {
    const { peer } = await start();
    const { url } = await connect(peer);
    const again = new WebSocket(url);
    await expect(new Promise((_, reject) => again.on('error', reject))).rejects.toThrow('401');
    expect([peer.socket.connections, peer.socket.open]).toEqual([1, 1]);
  });

  test('acknowledgements: one each, for what was sent', async () => {
    const { peer } = await start();
    const app = await connect(peer);
    expect(app.heard[0]).toMatchObject({ type: 'hello', num_connections: 1, connection_info: { app_id: peer.appId } });
    const asked = peer.reader('ada').type('/briefing');
    const { envelope_id, accepts_response_payload } = await app.hear(2);
    expect(accepts_response_payload).toBe(true);
    app.say({ envelope_id, payload: { text: 'At once' } });
    app.say({ envelope_id });
    app.say({ envelope_id: 'none' });
    app.socket.send('no JSON');
    await peer.waitFor(() => peer.violations.length === 3);
    expect(peer.violations.map(({ kind }) => kind)).toEqual(['double', 'unknown', 'malformed']);
    expect(await asked.acknowledged).toEqual({ atMs: asked.sentAt, body: { text: 'At once' } });
    expect(textOf(await asked.answered)).toBe('At once');
  });

  test('what is late by the clock or by the timer was late', async () => {
    const { peer, clock } = await start({ patienceMs: 40 });
    const app = await connect(peer);
    const byClock = peer.reader('ada').type('/briefing');
    const { envelope_id } = await app.hear(2);
    clock.ms += 41;
    app.say({ envelope_id, payload: { text: 'Too late' } });
    await expect(byClock.acknowledged).rejects.toThrow('operation_timeout');
    expect([byClock.late, byClock.messages]).toEqual([true, []]);
    peer.redeliverLate = 1;
    const byTimer = peer.reader('ada').mention('hello');
    await expect(byTimer.acknowledged).rejects.toThrow('operation_timeout');
    expect(await app.hear(4)).toMatchObject({ retry_attempt: 1, retry_reason: 'timeout' });
    app.socket.terminate();
    await peer.waitFor(() => peer.socket.open === 0);
    const unheard = peer.reader('ada').type('/briefing');
    await expect(unheard.acknowledged).rejects.toThrow('dispatch_failed');
  });

  test('redelivery: the same envelope, or another for the same thing', async () => {
    const { peer } = await start();
    const app = await connect(peer);
    app.socket.on('message', (data) => {
      const { envelope_id } = JSON.parse(String(data));
      app.say({ envelope_id });
    });
    const asked = peer.reader('ada').mention('hello');
    await asked.acknowledged;
    await peer.redeliver(asked, { times: 2 });
    await peer.redeliver(asked, { sameId: false });
    const [, first, second, third, other] = app.heard;
    expect([second?.envelope_id, third?.envelope_id]).toEqual([first?.envelope_id, first?.envelope_id]);
    expect([first, second, third].map((each) => each?.['retry_attempt'])).toEqual([0, 1, 2]);
    expect(other?.envelope_id).not.toBe(first?.envelope_id);
    expect(other?.payload['event_id']).not.toBe(first?.payload['event_id']);
    expect(other?.payload['event']).toEqual(first?.payload['event']);
    expect([asked.acks, asked.deliveries, peer.violations]).toEqual([4, 4, []]);
    const command = peer.reader('ada').type('/briefing');
    await peer.redeliver(command, { sameId: false });
    expect(app.heard.at(-1)?.payload['trigger_id']).toBe(command.payload['trigger_id']);
  });

  test('only the newest are kept', async () => {
    const { peer } = await start({ keep: 10 });
    const old = await post(peer);
    for (const text of times(20, String)) await post(peer, { text });
    expect(peer.messages(peer.channels.general)).toHaveLength(10);
    expect(peer.calls).toHaveLength(10);
    expect(await post(peer, { thread_ts: old.ts })).toMatchObject({ threadTs: old.ts });
  });
});

/** Lost connections are meant here: Bolt need not say so. */
const logger: Logger = {
  ...{ debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, setName() {} },
  getLevel: () => LogLevel.ERROR,
};

function answering(app: App): void {
  app.command('/briefing', async ({ ack, respond, command }) => {
    await ack();
    await respond({ text: `You asked for ${command.text}`, response_type: 'ephemeral' });
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: 'Here', thread_ts: event.thread_ts ?? event.ts });
  });
  app.message(async ({ say }) => {
    await say('Help');
  });
  app.action('sources', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: 'trigger_id' in body ? body.trigger_id : '', view: modal() as never });
  });
}

describe('the real Bolt', () => {
  test('in Socket Mode: commands, presses, mentions, and a connection that is renewed', async () => {
    const { peer } = await start();
    const clientOptions = { slackApiUrl: peer.api };
    const { appToken } = peer;
    const installerOptions = { clientOptions };
    const receiver = new SocketModeReceiver({ appToken, logger, clientPingTimeout: 200, installerOptions });
    const app = new App({ receiver, token: peer.botToken, logger, clientOptions });
    answering(app);
    await app.start();
    stops.push(() => app.stop());
    const ada = peer.reader('ada');
    expect(textOf(await ada.type('/briefing', 'iran').answered)).toBe('You asked for iran');
    expect(textOf(await ada.mention('hello').answered)).toBe('Here');
    const written = ada.dm('help');
    await written.answered;
    const message = await post(peer, { blocks: [actions(button())] });
    expect(textOf(await ada.press(message, 'sources').answered)).toContain('Topic');
    const renewedAfter = (loss: () => void) => {
      const before = peer.socket.connections;
      loss();
      return peer.waitFor(() => peer.socket.connections > before && peer.socket.open === 1);
    };
    await renewedAfter(() => peer.socket.disconnect('refresh_requested'));
    await renewedAfter(() => peer.socket.drop());
    await renewedAfter(() => {
      peer.socket.silent = true;
    });
    peer.socket.silent = false;
    const again = ada.type('/briefing', 'again');
    expect(textOf(await again.answered)).toBe('You asked for again');
    expect([again.acks, again.late, peer.violations, peer.refusals]).toEqual([1, false, [], []]);
    // Its own words come back to it, and it must not answer them.
    expect(written.messages).toHaveLength(1);
  });

  test('by HTTP: signed requests, and forged ones', async () => {
    const secret = 'signing-secret';
    const listener: { current: RequestListener } = { current: (_, response) => response.end() };
    const server = createServer((request, response) => listener.current(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    stops.push(async () => {
      server.closeAllConnections();
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    const deliverTo = () => `http://127.0.0.1:${port}/slack/events`;
    // Bolt judges a timestamp by the real time.
    const { peer } = await start({ mode: { signingSecret: secret, deliverTo }, now: Date.now });
    const receiver = new HTTPReceiver({ signingSecret: secret, logger });
    const app = new App({ receiver, token: peer.botToken, logger, clientOptions: { slackApiUrl: peer.api } });
    answering(app);
    listener.current = receiver.requestListener;
    const ada = peer.reader('ada');
    expect(await peer.http.verifyUrl()).toBe(true);
    const asked = ada.type('/briefing', 'iran & more');
    expect(textOf(await asked.answered)).toBe('You asked for iran & more');
    const mentioned = ada.mention('hello');
    expect(textOf(await mentioned.answered)).toBe('Here');
    await peer.redeliver(mentioned, { sameId: true });
    expect([mentioned.acks, mentioned.failed]).toEqual([2, undefined]);
    const message = await post(peer, { blocks: [actions(button())] });
    expect(textOf(await ada.press(message, 'sources').answered)).toContain('Form');

    const body = JSON.stringify(mentioned.payload);
    const seconds = Math.floor(Date.now() / 1000);
    const { http } = peer;
    expect(await http.send({ body })).toMatchObject({ status: 200 });
    expect(await http.send({ body, chunked: true })).toMatchObject({ status: 200 });
    expect(await http.send({ body, signature: `v0=${'0'.repeat(64)}` })).toMatchObject({ status: 401 });
    expect(await http.send({ body, timestamp: seconds - 301 })).toMatchObject({ status: 401 });
    expect(await http.send({ body, headers: { 'x-slack-signature': undefined } })).toMatchObject({ status: 401 });
    expect(await http.send({ body: long(5 * 1024 * 1024) })).toMatchObject({ status: 413 });
    expect(await http.send({ body, truncate: 10 })).toEqual({ status: 0, body: '' });
  });
});
