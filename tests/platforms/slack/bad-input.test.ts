/** What Slack may send, or may leave out, and what no reader should lose the bot by. */
import { describe, expect, test } from 'vitest';
import { textOf } from '../../peers/slack/index.ts';
import { begin, eventually, message, type Trial, trialsOfThisFile, view } from './start.ts';

trialsOfThisFile();

type Json = Readonly<Record<string, unknown>>;

/** A body as Slack sends it. */
const event = (payload: Json) => JSON.stringify(payload);
const form = (payload: Json) => `payload=${encodeURIComponent(JSON.stringify(payload))}`;
const fields = (payload: Json) =>
  new URLSearchParams(Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)])).toString();

function without(payload: Json, ...names: readonly string[]): Json {
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !names.includes(name)));
}

/** Payloads of each kind, as they come, to be changed. */
async function sent(trial: Trial) {
  const ann = trial.peer.reader('ann');
  const typed = ann.type('/dateline', 'opener');
  const shown = await message(typed.answered);
  const pressed = ann.press(shown, '/briefing no-such-story-here timeline');
  const opened = ann.press(shown, '/desk enrol count:3');
  const modal = await view(opened.answered);
  const submitted = ann.submit(modal, { cadence: 'daily', name: 'Ann' });
  const [mentioned, wrote] = [ann.mention('help'), ann.dm('help')];
  await Promise.all([pressed, submitted, mentioned, wrote].map(({ answered }) => answered));
  return {
    command: typed.payload,
    press: pressed.payload,
    submission: submitted.payload,
    mention: mentioned.payload,
    message: wrote.payload,
  };
}

const actionOf = (press: Json) => (press['actions'] as readonly Json[])[0] as Json;

describe('what comes in another form', () => {
  const open = async () => {
    const trial = await begin('http');
    const { peer } = trial;
    const given = await sent(trial);
    const answers = () =>
      peer.calls.filter(({ method }) => /^chat\.post|response_url|views\.(?:open|publish)/.test(method));
    let before = answers().length;
    /** Sends it, and expects so many answers. */
    const send = async (body: string, expected: number) => {
      expect((await peer.http.send({ body })).status).toBe(200);
      // By this answer, what should not come would have come.
      await message(peer.reader('bob').type('/dateline', 'help').answered);
      await eventually(() => expect(answers().length - before - 1).toBe(expected));
      before += expected + 1;
    };
    return { ...trial, ...given, send, peer };
  };

  test('with fields that nobody knows is answered', async () => {
    const { command, press, mention, send } = await open();
    const more = { novelty: 'x', authorizations: null, nested: { deep: [1, { two: 3 }] } };
    await send(fields({ ...command, ...more, trigger_id: '1.new' }), 1);
    await send(form({ ...press, ...more, actions: [{ ...actionOf(press), ...more, action_ts: '9.9' }] }), 1);
    const said = { ...(mention['event'] as Json), ...more, ts: `${(mention['event'] as Json)['ts']}` };
    await send(event({ ...mention, ...more, event_id: 'Ev9', event: said }), 0); // the same one again
  });

  test.for([
    [
      'a press of a message without blocks',
      'press',
      (press: Json) => ({ ...press, message: without(press['message'] as Json, 'blocks') }),
    ],
    ['a press without its message', 'press', (press: Json) => without(press, 'message')],
    ['a press without a channel', 'press', (press: Json) => without(press, 'channel')],
    ['a press without a team', 'press', (press: Json) => without(press, 'team')],
    [
      'a press whose team is null',
      'press',
      (press: Json) => ({ ...press, team: null, enterprise: { id: 'E1', name: 'E' } }),
    ],
  ] as const)('%s is answered', async ([, , change]) => {
    const { press, send } = await open();
    const again = { ...press, actions: [{ ...actionOf(press), action_ts: '8.8' }] };
    await send(form(change(again)), 1);
  });

  test('a command without text, and one without a team, are answered', async () => {
    const { command, send } = await open();
    await send(fields(without({ ...command, trigger_id: '2.new' }, 'text')), 1);
    await send(fields(without({ ...command, trigger_id: '3.new' }, 'team_id', 'team_domain')), 1);
  });

  test('an action without a value, of an unknown type, or none at all, is taken and means nothing', async () => {
    const { press, send, told } = await open();
    const action = { ...actionOf(press), action_ts: '7.7' };
    const actions: Json[] = [
      without(action, 'value'),
      { ...without(action, 'value'), type: 'datepicker', selected_date: '2022-09-08' },
      { ...without(action, 'value'), type: 'static_select', selected_option: null },
      { ...action, value: null },
      { ...action, value: 12 },
      { ...without(action, 'value'), type: 'hologram', whatever: {} },
    ];
    for (const each of actions) await send(form({ ...press, actions: [each] }), 0);
    expect(told.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('a form that is not the bot’s own is closed', async () => {
    const { submission, send } = await open();
    const others = { ...(submission['view'] as Json), id: 'V9', callback_id: 'theirs', private_metadata: '' };
    await send(form({ ...submission, view: others }), 0);
  });

  test.for([
    ['edited', { subtype: 'message_changed', message: { text: 'help', user: 'U1', ts: '1.1' }, hidden: true }],
    ['deleted', { subtype: 'message_deleted', deleted_ts: '1.1', hidden: true }],
    ['of a bot', { bot_id: 'B0OTHER', text: 'help' }],
    ['of a bot, as it used to be', { subtype: 'bot_message', bot_id: 'B0OTHER', text: 'help' }],
    ['of somebody who joined', { subtype: 'channel_join', text: 'help' }],
    ['in a channel', { channel_type: 'channel', text: 'help' }],
    ['in a group', { channel_type: 'mpim', text: 'help' }],
  ] as const)('a message that was %s is none to answer', async ([, more]) => {
    const { message: given, send, told } = await open();
    const changed = { ...(given['event'] as Json), ts: '1700000000.000100', event_ts: '1700000000.000100', ...more };
    await send(event({ ...given, event_id: 'Ev8', event: changed }), 0);
    expect(told.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('a mention by a bot, the bot itself included, is none to answer', async () => {
    const { mention, send, peer } = await open();
    const said = { ...(mention['event'] as Json), ts: '1700000000.000200' };
    await send(event({ ...mention, event: { ...said, bot_id: 'B0OTHER' } }), 0);
    await send(event({ ...mention, event: { ...said, user: peer.botUserId, bot_id: peer.botId } }), 0);
  });

  test('somebody else who joins a channel is not greeted', async () => {
    const { mention, send } = await open();
    const joined = { type: 'member_joined_channel', user: 'U0OTHER', channel: 'C1', inviter: 'U1', event_ts: '1.2' };
    await send(event({ ...mention, event: joined }), 0);
  });

  test('an event that nobody asked for is taken and means nothing', async () => {
    const { mention, send, told } = await open();
    const strange = { type: 'something_new', event_ts: '1.3' };
    await send(event({ ...mention, event: strange }), 0);
    expect(told.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('too much', () => {
  test.for([
    ['4,000 characters', 'x'.repeat(4000)],
    ['2,000 emoji', '🗞️'.repeat(2000)],
    ['nothing but markup', '<!channel> *_~`'.repeat(60)],
    ['signs of every kind', '\u202e\u0000\ufeff\ud800\u200d'.repeat(50)],
  ] as const)('%s are answered by a sentence', async ([, text]) => {
    const { peer, told } = await begin('socket');
    const ann = peer.reader('ann');
    for (const exchange of [
      ann.type('/dateline', text),
      ann.dm(text),
      ann.mention(text),
      ann.type('/briefing', text),
    ]) {
      const shown = await message(exchange.answered);
      expect(textOf(shown).length).toBeLessThan(600);
    }
    expect(peer.refusals).toEqual([]);
    expect(told.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('frames that are no envelopes are passed over', async () => {
    const { peer, platform } = await begin('socket');
    for (const frame of ['', 'not json', '{}', '{"type":"disconn', '{"type":"strange"}', '{"note":"\\"disconnect\\""}'])
      peer.socket.sendRaw(frame);
    await message(peer.reader('ann').type('/dateline', 'help').answered);
    expect(platform.connected).toBe(true);
    expect(peer.socket.connections).toBe(1);
  });
});
