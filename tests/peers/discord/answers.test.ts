/** How interactions are answered, and how they are not. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { call, readAll } from './calls.ts';
import { v2 } from './cases.ts';
import {
  buttonsOf,
  type DiscordPeer,
  type Exchange,
  fieldsOf,
  type PeerMessage,
  type PeerModal,
  Permission,
  type Reader,
  selectsOf,
  startDiscord,
  textOf,
} from './index.ts';
import { flag } from './rules.ts';

let now = Date.UTC(2026, 0, 5, 12);
let peer: DiscordPeer;
let ann: Reader;

const story = { type: 3, name: 'story', description: 'D', required: true, autocomplete: true };
const page = { type: 4, name: 'page', description: 'D', min_value: 1 };
const kind = { type: 3, name: 'kind', description: 'D', choices: [{ name: 'Short', value: 'short' }] };
const whom = { type: 8, name: 'whom', description: 'D' };
const registered = [
  { name: 'briefing', description: 'D', options: [story, page, kind, whom] },
  {
    name: 'set',
    description: 'D',
    default_member_permissions: `${Permission.ManageGuild}`,
    contexts: [0],
    options: [{ type: 1, name: 'zone', description: 'D', options: [{ ...page, required: true }] }],
  },
];

beforeEach(async () => {
  now = Date.UTC(2026, 0, 5, 12);
  peer = await startDiscord({ now: () => now });
  ann = peer.reader('Ann');
  await call(peer, 'PUT', `/applications/${peer.applicationId}/commands`, registered);
});

afterEach(() => peer.stop());

const ask = () => ann.type('briefing', { story: 'alb' });
const respond = ({ id, token }: Exchange, body: object, query = '') =>
  call(peer, 'POST', `/interactions/${id}/${token}/callback${query}`, body, 'none');
const hook = (method: string, { token }: Exchange, rest: string, body?: object) =>
  call(peer, method, `/webhooks/${peer.applicationId}/${token}${rest}`, body, 'none');
const original = '/messages/%40original';
const buttons = {
  type: 1,
  components: [
    { type: 2, style: 1, label: 'Go', custom_id: 'go' },
    { type: 2, style: 1, label: 'No', custom_id: 'no', disabled: true },
  ],
};
const chooser = { type: 1, components: [{ type: 3, custom_id: 'pick', options: [{ label: 'A', value: 'a' }] }] };
const withButtons = v2({ type: 10, content: 'News.' }, buttons, chooser);

describe('the first response', () => {
  test('answers', async () => {
    const asked = ask();
    const answer = await respond(asked, { type: 4, data: { content: 'News.' } }, '?with_response=true');
    const message = (await asked.answered) as PeerMessage;
    expect(answer).toMatchObject({
      status: 200,
      body: { interaction: { response_message_id: message.id }, resource: { type: 4 } },
    });
    expect(textOf(message)).toBe('News.');
    expect(await asked.acknowledged).toEqual({ type: 4, atMs: 0, ephemeral: false });
    expect(peer.messages('general')).toEqual([message]);
  });

  test('is refused twice', async () => {
    const asked = ask();
    expect(await respond(asked, { type: 5 })).toMatchObject({ status: 204 });
    expect(await respond(asked, { type: 4, data: { content: 'N' } })).toMatchObject({ status: 400, code: 40060 });
  });

  test('is refused late, and the asker told so', async () => {
    const asked = ask();
    now += 3001;
    expect(await respond(asked, { type: 5 })).toMatchObject({ status: 404, code: 10062 });
    await expect(asked.acknowledged).rejects.toThrow('too late');
  });

  test('is refused where nobody asked, or with another token', async () => {
    expect(await respond({ ...ask(), id: '1' } as Exchange, { type: 5 })).toMatchObject({ code: 10062 });
    expect(await respond({ ...ask(), token: 'x' } as Exchange, { type: 5 })).toMatchObject({ code: 10062 });
  });

  test.each([1, 6, 7, 8, 99])('to a command is not %i', async (type) => {
    const refused = await respond(ask(), { type, data: { content: 'N' } });
    expect([refused.code, readAll(refused.body)]).toEqual([50035, ['type']]);
  });

  test('points into its data', async () => {
    const refused = await respond(ask(), { type: 4, data: { content: 'x'.repeat(2001) } });
    expect(readAll(refused.body)).toEqual(['data.content']);
  });
});

describe('a deferred answer', () => {
  test('is completed, and stays as visible as it was deferred', async () => {
    const asked = ask();
    await respond(asked, { type: 5, data: { flags: flag.ephemeral } });
    const done = await hook('PATCH', asked, original, { content: 'News.', flags: 0 });
    const message = (await asked.answered) as PeerMessage;
    expect(done).toMatchObject({ status: 200, body: { flags: flag.ephemeral } });
    expect(message).toMatchObject({ ephemeralFor: ann.id, content: 'News.' });
    expect([message.loading, asked.edits, asked.messages.length]).toEqual([undefined, [], 1]);
    expect(peer.messages('general')).toEqual([]);
    expect(await call(peer, 'GET', `/channels/${message.channelId}/messages/${message.id}`)).toMatchObject({
      code: 10008,
    });
    expect(await hook('GET', asked, original)).toMatchObject({ status: 200, body: { content: 'News.' } });
  });

  test('is completed by the first message that follows', async () => {
    const asked = ask();
    await respond(asked, { type: 5 });
    await hook('POST', asked, '', { content: 'News.' });
    await hook('POST', asked, '', { content: 'More.', flags: flag.ephemeral });
    expect(asked.messages.map((each) => [each.content, each.ephemeralFor])).toEqual([
      ['News.', undefined],
      ['More.', ann.id],
    ]);
  });

  test('cannot be completed by nothing', async () => {
    const asked = ask();
    await respond(asked, { type: 5 });
    expect(await hook('PATCH', asked, original, {})).toMatchObject({ code: 50006 });
  });

  test('is deleted', async () => {
    const asked = ask();
    await respond(asked, { type: 5 });
    expect(await hook('DELETE', asked, original)).toMatchObject({ status: 204 });
    expect(await hook('PATCH', asked, original, { content: 'N' })).toMatchObject({ status: 404, code: 10008 });
  });

  test('has no webhook before the response, nor after a quarter of an hour', async () => {
    const asked = ask();
    expect(await hook('PATCH', asked, original, { content: 'N' })).toMatchObject({ status: 404, code: 10015 });
    await respond(asked, { type: 5 });
    now += 900_001;
    expect(await hook('PATCH', asked, original, { content: 'N' })).toMatchObject({ status: 401, code: 50027 });
    expect(await hook('POST', { ...asked, token: 'x' } as Exchange, '', { content: 'N' })).toMatchObject({
      code: 10015,
    });
  });
});

describe('components', () => {
  const shown = async (data: object = withButtons, by = ask()) => {
    await respond(by, { type: 4, data });
    return (await by.answered) as PeerMessage;
  };

  test('change their own message', async () => {
    const message = await shown();
    const pressed = ann.press(message, 'go');
    await respond(pressed, { type: 7, data: v2({ type: 10, content: 'Newer.' }) });
    expect(await pressed.answered).toBe(message);
    expect([textOf(message), pressed.edits.length, message.editedAt]).toEqual(['Newer.', 1, now]);
  });

  test('change it later, or answer beside it', async () => {
    const message = await shown();
    const pressed = ann.choose(message, 'pick', ['a']);
    await respond(pressed, { type: 6 });
    await hook('PATCH', pressed, original, { components: [{ type: 10, content: 'Newer.' }] });
    expect(await pressed.answered).toBe(message);
    const again = peer.reader('Bob').press(await shown(), 'go');
    await respond(again, { type: 6 });
    await hook('POST', again, '', { content: 'Beside.' });
    expect(await again.answered).toMatchObject({ content: 'Beside.' });
  });

  test('keep the message one of components', async () => {
    const pressed = ann.press(await shown(), 'go');
    await respond(pressed, { type: 6 });
    expect(readAll((await hook('PATCH', pressed, original, { flags: 0 })).body)).toEqual(['flags']);
    expect(readAll((await hook('PATCH', pressed, original, { content: 'N' })).body)).toEqual(['content']);
  });

  test('can be used by who sees them, and as they are', async () => {
    const message = await shown({ ...withButtons, flags: flag.componentsV2 | flag.ephemeral });
    expect([buttonsOf(message).map(({ label }) => label), selectsOf(message)[0]?.customId]).toEqual([
      ['Go', 'No'],
      'pick',
    ]);
    expect(() => peer.reader('Bob').press(message, 'go')).toThrow('Bob cannot see');
    expect(() => ann.press(message, 'gone')).toThrow('no gone');
    expect(() => ann.press(message, 'no')).toThrow('disabled');
    expect(() => ann.choose(message, 'pick', ['b'])).toThrow('no b');
    peer.delete(message);
    expect(() => ann.press(message, 'go')).toThrow('gone');
  });
});

describe('a form', () => {
  const field = { type: 18, label: 'Zone', component: { type: 4, custom_id: 'zone', style: 1, max_length: 5 } };
  const open = { type: 9, data: { custom_id: 'm', title: 'Set', components: [field] } };

  test('is opened first, filled in and sent', async () => {
    const asked = ask();
    await respond(asked, open);
    const modal = (await asked.answered) as PeerModal;
    expect(fieldsOf(modal)).toEqual([{ customId: 'zone', label: 'Zone', value: '', required: true }]);
    expect(() => ann.submit(modal, {})).toThrow('must be filled in');
    expect(() => ann.submit(modal, { zone: 'too long' })).toThrow('at most 5');
    expect(() => ann.submit(modal, { other: 'a' })).toThrow('no other');
    expect(() => peer.reader('Bob').submit(modal, { zone: 'UTC' })).toThrow('cannot see');
    const sent = ann.submit(modal, { zone: 'UTC' });
    expect(readAll((await respond(sent, open)).body)).toEqual(['type']);
    // It came of no message: there is none to change.
    expect(await respond(sent, { type: 7, data: { content: 'N' } })).toMatchObject({ code: 50035 });
    expect(await respond(sent, { type: 4, data: { content: 'Set.' } })).toMatchObject({ status: 204 });
  });

  test('is not opened after an acknowledgement', async () => {
    const asked = ask();
    await respond(asked, { type: 5 });
    expect(await respond(asked, open)).toMatchObject({ code: 40060 });
  });

  test('from a button changes the button’s message', async () => {
    const asked = ask();
    await respond(asked, { type: 4, data: withButtons });
    const message = (await asked.answered) as PeerMessage;
    const pressed = ann.press(message, 'go');
    await respond(pressed, open);
    const sent = ann.submit((await pressed.answered) as PeerModal, { zone: 'UTC' });
    await respond(sent, { type: 7, data: v2({ type: 10, content: 'Set.' }) });
    expect([await sent.answered, textOf(message)]).toEqual([message, 'Set.']);
  });
});

describe('completion', () => {
  const complete = async (body: object, text = 'al') => {
    const asked = ann.completing('briefing', 'story', text);
    return { choices: asked.choices, answer: await respond(asked, body) };
  };
  const choice = { name: 'Alba', value: 'alba' };

  test('gets choices, and nothing else', async () => {
    const { choices, answer } = await complete({ type: 8, data: { choices: [choice] } });
    expect([answer.status, await choices]).toEqual([204, [choice]]);
    const refused = await complete({ type: 4, data: { content: 'N' } });
    expect(readAll(refused.answer.body)).toEqual(['type']);
  });

  test.each([
    ['25 choices', Array.from({ length: 26 }, () => choice), 'data.choices'],
    ['a name', [{ ...choice, name: '' }], 'data.choices.0.name'],
    ['name length', [{ ...choice, name: 'x'.repeat(101) }], 'data.choices.0.name'],
    ['value length', [{ ...choice, value: 'x'.repeat(101) }], 'data.choices.0.value'],
    ['text for text', [{ ...choice, value: 1 }], 'data.choices.0.value'],
  ])('%s', async (_, choices, path) => {
    const { answer } = await complete({ type: 8, data: { choices } });
    expect([answer.code, readAll(answer.body)]).toEqual([50035, [path]]);
  });
});

test('nobody types what was not registered', () => {
  expect(() => ann.type('other')).toThrow('/other is not registered; what is: briefing, set');
  expect(() => ann.type('briefing', {})).toThrow('needs story');
  expect(() => ann.type('briefing', { story: 'a', other: 'b' })).toThrow('no option other');
  expect(() => ann.type('briefing', { story: 'x'.repeat(101) })).toThrow('more than 100');
  expect(() => ann.type('briefing', { story: 'a', page: 1.5 })).toThrow('not what its type');
  expect(() => ann.type('briefing', { story: 'a', page: 0 })).toThrow('out of bounds');
  expect(() => ann.type('briefing', { story: 'a', kind: 'long' })).toThrow('no choice');
  expect(() => ann.complete('briefing', 'kind', '')).toThrow('not completed');
  expect(() => ann.type('set', { page: 1 }, { subcommand: 'zone' })).toThrow('hidden');
  expect(() => peer.owner().type('set', { page: 1 })).toThrow('subcommands');
  expect(() => peer.owner().type('set', { page: 1 }, { subcommand: 'zone', dm: true })).toThrow('not offered here');
  expect(peer.owner().type('set', { page: 1 }, { subcommand: 'zone' }).id).toMatch(/^\d+$/);
});
