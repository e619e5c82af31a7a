/** Posts that nobody asked for: once each, whatever becomes of the request; and changes to them. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { Post } from '../../../src/digest/index.ts';
import { type Block, line, type Message } from '../../../src/message/index.ts';
import { type Channel, type PeerMessage, textOf } from '../../peers/slack/index.ts';
import { begin, type Trial, trialsOfThisFile } from './start.ts';

trialsOfThisFile();

const digest = (words: string, blocks: readonly Block[] = []): Message => ({
  ...{ kind: 'briefing', title: 'A digest', summary: `${words} <&>`, command: '/stories', page: 1 },
  blocks: [{ kind: 'paragraph', content: line(`digest ${words} https://example.org`) }, ...blocks],
  buttons: [{ label: 'All stories', command: '/stories' }],
});

let trial: Trial;
let room: Channel;
beforeEach(async () => {
  trial = await begin('socket', { peer: { keep: 30_000 } });
  room = trial.peer.channels.news;
});

const post = (more: Partial<Post> = {}): Post => ({
  to: { platform: 'slack', id: room.id },
  message: digest('one'),
  key: 'slot-1',
  ...more,
});

const posted = (): PeerMessage[] => trial.peer.messages(room).filter(({ bot }) => bot);

const only = (): PeerMessage => {
  const [message, ...more] = posted();
  if (!message || more.length > 0) throw new Error(`${posted().length} messages`);
  return message;
};

/** What the request for a post asked for. */
const asked = () => trial.peer.calls.filter(({ method }) => method === 'chat.postMessage').map(({ args }) => args);

describe('a post', () => {
  test('that is under way when the bot stops is finished', async () => {
    trial.peer.faults.next(/chat\.postMessage/, { delayMs: 50 });
    const delivered = trial.platform.deliver(post());
    let isFinished = false;
    void delivered.then(() => {
      isFinished = true;
    });
    await trial.platform.stop();
    expect(isFinished).toBe(true);
    expect(await delivered).toEqual({ kind: 'sent', id: only().ts });
  });

  test('shows no previews, has words for a notification, and carries its key', async () => {
    expect(await trial.platform.deliver(post())).toEqual({ kind: 'sent', id: only().ts });
    expect(only()).toMatchObject({
      text: 'one &lt;&amp;&gt;',
      unfurlLinks: false,
      unfurlMedia: false,
      mrkdwn: false,
      metadata: { event_type: 'dateline_post', event_payload: { key: 'slot-1' } },
    });
    expect(trial.peer.remarks).toEqual([]);
  });

  test('pings its group and nobody else', async () => {
    await trial.platform.deliver(post({ mention: 'S0READERS', message: digest('<!channel> @here <!subteam^S1>') }));
    const usergroups = JSON.stringify(only().blocks).match(/"type":"(?:usergroup|user|broadcast|channel)"[^}]*/g);
    expect(usergroups).toEqual(['"type":"usergroup","usergroup_id":"S0READERS"']);
    expect(only().text).not.toMatch(/<!/);
  });

  test('pings a group before a page as full as can be, and after a change too', async () => {
    const item: Block = { kind: 'item', name: 'A story', content: [], opens: '/briefing s' };
    const full = [
      item,
      ...Array.from({ length: 90 }, (_, index): Block => ({ kind: 'question', asks: line(`${index}`) })),
    ];
    const message = digest('full', full);
    const sent = await trial.platform.deliver(post({ mention: 'S0READERS', message }));
    expect(sent).toMatchObject({ kind: 'sent' });
    const long: Block[] = Array.from({ length: 90 }, (_, index) => ({
      kind: 'paragraph',
      content: line(`${index} ${'x'.repeat(97)}`),
    }));
    expect(
      await trial.platform.deliver(post({ key: 'slot-2', mention: 'S0READERS', message: digest('long', long) })),
    ).toMatchObject({ kind: 'sent' });
    if (sent.kind !== 'sent') return;
    expect(await trial.platform.amend({ ...post(), id: sent.id, mention: 'S0READERS' }, message)).toEqual({
      kind: 'done',
    });
    const [first] = posted();
    expect(JSON.stringify(first?.blocks[0])).toContain('"usergroup_id":"S0READERS"');
    expect(trial.peer.refusals).toEqual([]);
  });

  test.for([{ after: 'accept', status: 500 }, 'reset-after'] as const)(
    'that landed without a word (%s) is found by its key, and not posted again',
    async (fault) => {
      trial.peer.faults.next(/chat\.postMessage/, fault);
      expect(await trial.platform.deliver(post())).toEqual({ kind: 'retry', afterMs: 60_000 });
      const again = await trial.platform.deliver(post({ firstTried: Date.now() }));
      expect(again).toEqual({ kind: 'sent', id: only().ts });
    },
  );

  test.for([
    { status: 500 },
    { status: 503, body: 'busy' },
    'reset',
    { error: 'internal_error' },
    { error: 'fatal_error' },
  ] as const)('that did not land (%s) is posted on the next try', async (fault) => {
    trial.peer.faults.next(/chat\.postMessage/, fault);
    expect(await trial.platform.deliver(post())).toMatchObject({ kind: 'retry' });
    expect(posted()).toEqual([]);
    expect(await trial.platform.deliver(post({ firstTried: Date.now() }))).toEqual({ kind: 'sent', id: only().ts });
  });

  test('whose connection died and that lands late is found after the quiet time', async () => {
    trial.peer.faults.next(/chat\.postMessage/, { landsAfterMs: 5 });
    expect(await trial.platform.deliver(post())).toEqual({ kind: 'retry', afterMs: 60_000 });
    await trial.peer.waitFor(() => posted().length === 1 || undefined);
    expect(await trial.platform.deliver(post({ firstTried: Date.now() }))).toEqual({ kind: 'sent', id: only().ts });
  });

  test('waits as long as is set where it may have landed', async () => {
    const { peer, platform } = await begin('socket', { settings: { quietMs: 5000 } });
    peer.faults.next(/chat\.postMessage/, 'reset');
    const to = { platform: 'slack', id: peer.channels.news.id };
    expect(await platform.deliver(post({ to }))).toEqual({ kind: 'retry', afterMs: 5000 });
  });

  test('that certainly never reached Slack says so', async () => {
    // By HTTP nothing tells the bot that Slack is out of reach.
    const { peer, platform } = await begin('http');
    await peer.stop();
    expect(await platform.deliver(post())).toEqual({ kind: 'retry', afterMs: 60_000, untouched: true });
  });

  test.for([
    ['ahead at the first try', 25],
    ['behind at the first try', -25],
  ] as const)('is found where the clock was a day %s', async ([, hours]) => {
    const wrong = Date.now() + hours * 3_600_000;
    const sent = await trial.platform.deliver(post());
    expect(await trial.platform.deliver(post({ firstTried: wrong }))).toEqual(sent);
    expect(posted()).toHaveLength(1);
  });

  test.for([
    ['ahead', 25],
    ['behind', -25],
  ] as const)('is found where the clock is a day %s now', async ([, hours]) => {
    const clock = { off: 0 };
    const now = () => Date.now() + clock.off;
    const { peer, platform } = await begin('socket', { settings: { now } });
    const to = { platform: 'slack', id: peer.channels.news.id };
    const sent = await platform.deliver(post({ to }));
    const firstTried = now();
    clock.off = hours * 3_600_000;
    expect(await platform.deliver(post({ to, firstTried }))).toEqual(sent);
    // It was so at the first try, too.
    expect(await platform.deliver(post({ to, firstTried: now() }))).toEqual(sent);
  });

  test('that answers another stands in its thread and nowhere else, and is found there', async () => {
    const first = await trial.platform.deliver(post());
    if (first.kind !== 'sent') throw new Error(first.kind);
    const reply = post({ key: 'slot-2', message: digest('reply'), replyTo: first.id });
    const sent = await trial.platform.deliver(reply);
    const shown = posted().find(({ ts }) => sent.kind === 'sent' && ts === sent.id);
    expect(shown).toMatchObject({ threadTs: first.id });
    expect(asked().at(-1)).toMatchObject({ reply_broadcast: 'false' });
    expect(shown?.broadcast).toBeUndefined();
    expect(await trial.platform.deliver({ ...reply, firstTried: Date.now() })).toEqual(sent);
    expect(posted()).toHaveLength(2);
    expect(trial.peer.refusals).toEqual([]);
  });

  test.for([undefined, 1])('that answers one that was deleted is refused, tried before or not (%s)', async (tried) => {
    const reply = post({ replyTo: '1700000000.000001', ...(tried !== undefined && { firstTried: Date.now() }) });
    expect(await trial.platform.deliver(reply)).toEqual({
      kind: 'refused',
      why: 'the message that it answers was deleted',
    });
  });

  test('to a reader goes to their private conversation, is found there, changed and answered', async () => {
    const ann = trial.peer.reader('ann');
    const to = { platform: 'slack', id: ann.id };
    const direct = () => trial.peer.messages(trial.peer.dmWith(ann));
    trial.peer.faults.next(/chat\.postMessage/, 'reset-after');
    expect(await trial.platform.deliver(post({ to }))).toMatchObject({ kind: 'retry' });
    const sent = await trial.platform.deliver(post({ to, firstTried: Date.now() }));
    expect(direct()).toHaveLength(1);
    if (sent.kind !== 'sent') throw new Error(sent.kind);
    expect(await trial.platform.amend({ to, id: sent.id, key: 'slot-1' }, digest('two'))).toEqual({ kind: 'done' });
    const reply = post({ to, key: 'slot-2', replyTo: sent.id });
    expect(await trial.platform.deliver(reply)).toMatchObject({ kind: 'sent' });
    expect(direct().map(textOf)).toEqual([expect.stringContaining('digest two'), expect.any(String)]);
    expect(direct()[1]).toMatchObject({ threadTs: sent.id });
    expect(trial.peer.refusals).toEqual([]);
  });

  test('to a reader whose conversation cannot be opened is uncertain where it was tried before', async () => {
    const to = { platform: 'slack', id: trial.peer.reader('ann').id };
    trial.peer.faults.next(/conversations\.open/, { error: 'missing_scope' });
    expect(await trial.platform.deliver(post({ to, firstTried: Date.now() }))).toMatchObject({ kind: 'uncertain' });
  });

  test('to an account that is closed is gone', async () => {
    const to = { platform: 'slack', id: 'U0GONE0000' };
    trial.peer.faults.next(/chat\.postMessage/, { error: 'user_disabled' });
    expect(await trial.platform.deliver(post({ to }))).toEqual({
      kind: 'gone',
      why: 'the reader’s account is closed',
    });
  });

  test('keeps the room free on its first page that a correction needs', async () => {
    const long: Block[] = Array.from({ length: 90 }, (_, index) => ({
      kind: 'paragraph',
      content: line(`${index} ${'x'.repeat(97)}`),
    }));
    const first = digest('long', long);
    const size = async (message: Message, key: string) => {
      const sent = await trial.platform.deliver(post({ message, key }));
      const shown = posted().find(({ ts }) => sent.kind === 'sent' && ts === sent.id);
      return JSON.stringify(shown?.blocks).length;
    };
    const spare = { characters: 600, components: 4 };
    expect(await size({ ...first, spare }, 'a')).toBeLessThan((await size(first, 'b')) - 1000);
  });

  test('is found far back in a busy channel', async () => {
    const before = Date.now();
    await trial.platform.deliver(post());
    const ann = trial.peer.reader('ann');
    for (let count = 0; count < 2100; count += 1) ann.say('chatter', { channel: room });
    expect(await trial.platform.deliver(post({ firstTried: before }))).toEqual({ kind: 'sent', id: only().ts });
    const lists = trial.peer.calls.filter(({ method }) => method === 'conversations.history');
    expect(lists).toHaveLength(3);
  });

  test('is not mistaken for another, nor for one that somebody else has named so', async () => {
    await trial.platform.deliver(post({ key: 'slot-10' }));
    const fake = trial.peer.reader('ann').say('slot-1', { channel: room });
    fake.metadata = { event_type: 'theirs', event_payload: { key: 'slot-1' } };
    expect(await trial.platform.deliver(post({ firstTried: Date.now() - 1000 }))).toMatchObject({ kind: 'sent' });
    expect(posted()).toHaveLength(2);
  });

  test('in a channel too busy to look through is uncertain', async () => {
    const ann = trial.peer.reader('ann');
    for (let count = 0; count < 20 * 999 + 1; count += 1) ann.say('chatter', { channel: room });
    expect(await trial.platform.deliver(post({ firstTried: Date.now() - 10_000 }))).toEqual({
      kind: 'uncertain',
      why: 'the channel has too many messages to look through',
    });
    expect(posted()).toEqual([]);
  });

  const places: readonly [string, () => string, string][] = [
    ['not in it', () => trial.peer.channel('open', { member: false }).id, 'the bot is not in the channel'],
    [
      'not in it, and which is private',
      () => trial.peer.channels.closed.id,
      'the channel is no more, or the bot is not in it',
    ],
    ['in it, and which is archived', () => trial.peer.channels.archived.id, 'the channel is archived'],
    ['in it, and which there is not', () => 'C0NONE', 'the channel is no more, or the bot is not in it'],
  ];
  test.for(places)('for a channel when the bot is %s is gone', async ([, id, why]) => {
    expect(await trial.platform.deliver(post({ to: { platform: 'slack', id: id() } }))).toEqual({ kind: 'gone', why });
  });

  test('that was tried before and whose channel is gone is gone', async () => {
    const to = { platform: 'slack', id: 'C0NONE' };
    expect(await trial.platform.deliver(post({ to, firstTried: Date.now() }))).toMatchObject({ kind: 'gone' });
  });

  test.for(['invalid_blocks', 'msg_blocks_too_long', 'invalid_metadata_schema', 'missing_scope'])(
    'that Slack does not take (%s) is refused',
    async (error) => {
      trial.peer.faults.next(/chat\.postMessage/, { error });
      expect(await trial.platform.deliver(post())).toEqual({ kind: 'refused', why: error });
    },
  );

  test('that comes too soon is tried again when Slack says so, and only then', async () => {
    trial.peer.faults.next(/chat\.postMessage/, { retryAfterS: 17 });
    const from = Date.now();
    expect(await trial.platform.deliver(post())).toEqual({ kind: 'retry', afterMs: 17_000, untouched: true });
    expect(Date.now() - from).toBeLessThan(17_000);
    expect(asked()).toEqual([]);
    expect(trial.peer.faults.pending).toBe(0);
  });

  test.for([
    [{ error: 'missing_scope' }, { kind: 'uncertain', why: 'the channel’s history could not be read (missing_scope)' }],
    [{ error: 'thinkable' }, { kind: 'uncertain', why: 'the channel’s history could not be read (thinkable)' }],
    [{ retryAfterS: 5 }, { kind: 'retry', afterMs: 5000, untouched: true }],
    [{ status: 500 }, { kind: 'retry', afterMs: 60_000, untouched: true }],
    [{ error: 'internal_error' }, { kind: 'retry', afterMs: 60_000, untouched: true }],
    ['reset', { kind: 'retry', afterMs: 60_000, untouched: true }],
  ] as const)('that cannot be looked for (%j) is not posted', async ([fault, outcome]) => {
    trial.peer.faults.next(/conversations\.history/, fault);
    expect(await trial.platform.deliver(post({ firstTried: Date.now() }))).toEqual(outcome);
    expect(posted()).toEqual([]);
  });

  test('while the bot is not connected waits', async () => {
    await trial.platform.stop();
    expect(await trial.platform.deliver(post())).toEqual({ kind: 'retry', afterMs: 1000, untouched: true });
    expect(await trial.platform.amend({ ...post(), id: '1.1' }, digest('two'))).toEqual({
      kind: 'retry',
      afterMs: 1000,
    });
  });
});

describe('a change', () => {
  const change = async (message = digest('two')) => trial.platform.amend({ ...post(), id: only().ts }, message);
  beforeEach(async () => {
    await trial.platform.deliver(post());
  });

  test('keeps the key, so that the post is still found', async () => {
    expect(await change()).toEqual({ kind: 'done' });
    expect(textOf(only())).toContain('digest two');
    expect(only()).toMatchObject({ text: 'two &lt;&amp;&gt;', metadata: { event_payload: { key: 'slot-1' } } });
    expect(await trial.platform.deliver(post({ firstTried: Date.now() }))).toEqual({ kind: 'sent', id: only().ts });
  });

  test.for([
    ['message_not_found', 'the message was deleted'],
    ['edit_window_closed', 'the workspace allows no edits any more'],
    ['cant_update_message', 'the message is not the bot’s own'],
    ['is_inactive', 'the channel is archived'],
    ['channel_not_found', 'the channel is no more, or the bot is not in it'],
    ['invalid_blocks', 'invalid_blocks'],
  ] as const)('that Slack does not take (%s) is closed', async ([error, why]) => {
    trial.peer.faults.next(/chat\.update/, { error });
    expect(await change()).toEqual({ kind: 'closed', why });
  });

  test.for([
    ['deleted', () => room.messages.clear(), 'the message was deleted'],
    ['too old', () => Object.assign(only(), { editWindowClosed: true }), 'the workspace allows no edits any more'],
    ['in an archive', () => Object.assign(room, { archived: true }), 'the channel is archived'],
  ] as const)('of a message that is %s is closed', async ([, happen, why]) => {
    const sent = { ...post(), id: only().ts };
    happen();
    expect(await trial.platform.amend(sent, digest('two'))).toEqual({ kind: 'closed', why });
  });

  test.for([
    [{ retryAfterS: 9 }, 9000],
    [{ status: 502 }, 60_000],
    ['reset', 60_000],
    [{ after: 'accept', status: 500 }, 60_000],
  ] as const)('that may go through later (%j) is tried again', async ([fault, afterMs]) => {
    trial.peer.faults.next(/chat\.update/, fault);
    expect(await change()).toEqual({ kind: 'retry', afterMs });
    expect(await change()).toEqual({ kind: 'done' });
  });

  test('to what fits no page is closed, and changes nothing', async () => {
    const huge: Block = { kind: 'paragraph', content: line('x'.repeat(20_000)) };
    expect(await change(digest('huge', [huge]))).toMatchObject({ kind: 'closed' });
    expect(textOf(only())).toContain('digest one');
  });
});

describe('a reader', () => {
  test('is told in private', async () => {
    const ann = trial.peer.reader('ann');
    await trial.platform.tell(ann.id, digest('to ann'));
    expect(trial.peer.messages(trial.peer.dmWith(ann)).map(textOf)).toEqual([expect.stringContaining('to ann')]);
  });

  test('that cannot be told is told of to the operator', async () => {
    trial.peer.faults.next(/chat\.postMessage/, { error: 'user_disabled' });
    await trial.platform.tell('U0GONE0000', digest('to nobody'));
    expect(trial.told).toContainEqual({
      level: 'warn',
      message: 'reader not told',
      details: { reason: 'user_disabled' },
    });
  });
});
