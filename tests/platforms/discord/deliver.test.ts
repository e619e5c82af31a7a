import { describe, expect, test } from 'vitest';
import type { Post } from '../../../src/digest/index.ts';
import { digest } from '../../conformance/digest.ts';
import { type Fault, type PeerMessage, Permission, textOf } from '../../peers/discord/index.ts';
import { callsOf, posted, postOf, prepare, started, type Trial, trialsOfThisFile } from './trial.ts';

trialsOfThisFile();

const posting = /POST \/channels\/\d+\/messages/;
const changing = /PATCH \/channels/;

/** Sent, as a later change names it. */
async function send(trial: Trial, key: string, more: Partial<Post> = {}) {
  const post = postOf(trial, key, more);
  const sent = await trial.platform.deliver(post);
  if (sent.kind !== 'sent') throw new Error(JSON.stringify(sent));
  return { to: post.to, id: sent.id, key, ...(more.mention !== undefined && { mention: more.mention }) };
}

const refusal = (status: number, code: number): Fault => ({ status, body: { code, message: 'No' } });

describe('a post', () => {
  test('carries its key as nonce, and repeated at once is the same', async () => {
    const trial = await started();
    const first = await send(trial, 'slot-1');
    expect(posted(trial)[0]).toMatchObject({ nonce: 'slot-1', flags: 1 << 15, pings: [] });
    expect(await send(trial, 'slot-1')).toEqual(first);
    expect(posted(trial)).toHaveLength(1);
  });

  test('in private arrives', async () => {
    const trial = await started();
    const { message } = trial.peer.reader('Ann').say('hello', { dm: true });
    await trial.peer.waitFor(() => trial.peer.messages(message.channelId).length === 2);
    const to = { platform: 'discord', id: message.channelId };
    const sent = await trial.platform.deliver(postOf(trial, 'dm', { to }));
    expect(await trial.platform.deliver(postOf(trial, 'dm', { to, firstTried: Date.now() }))).toEqual(sent);
    expect(trial.peer.messages(message.channelId)).toHaveLength(3);
  });

  test.for([
    [true, false],
    [false, false],
    [false, true],
  ] as const)('pings its one role: mentionable %s, the bot may ping all %s', async ([mentionable, mayPing]) => {
    const trial = await started();
    const { guild } = trial.peer;
    if (mayPing) guild.botPermissions = guild.botPermissions | Permission.MentionEveryone;
    const [role, other] = [guild.addRole('A', { mentionable }), guild.addRole('B', { mentionable: true })];
    const message = digest(`<@&${other.id}> @everyone`);
    const sent = await send(trial, 'role', { message, mention: role.id });
    expect(posted(trial)[0]?.pings).toEqual(mentionable || mayPing ? [role.id] : []);
    expect(textOf(posted(trial)[0] as PeerMessage)).toContain(`<@&${role.id}>`);
    const before = posted(trial)[0]?.pings;
    expect(await trial.platform.amend(sent, digest('changed'))).toEqual({ kind: 'done' });
    expect(posted(trial)[0]?.pings).toBe(before);
    expect(textOf(posted(trial)[0] as PeerMessage)).toContain(`<@&${role.id}>`);
  });

  test('before the connection, and after its end, is for later', async () => {
    const trial = await prepare();
    expect(await trial.platform.deliver(postOf(trial, 'early'))).toMatchObject({ kind: 'retry', untouched: true });
    await trial.platform.start(trial.bot);
    await send(trial, 'then');
    await trial.platform.stop();
    expect(await trial.platform.deliver(postOf(trial, 'late'))).toMatchObject({ kind: 'retry', untouched: true });
    expect(posted(trial)).toHaveLength(1);
  });

  test('under way is finished by a stop', async () => {
    const trial = await started({ graceMs: 5000 });
    trial.peer.faults.next(posting, { delayMs: 30 });
    const sent = trial.platform.deliver(postOf(trial, 'last'));
    await trial.platform.stop();
    expect(posted(trial)).toHaveLength(1);
    expect(await sent).toMatchObject({ kind: 'sent' });
  });
});

describe('a post that Discord took, and answered with', () => {
  test.for([
    ['a 500', { after: 'accept', status: 500 }],
    ['nothing', 'reset-after'],
  ] as readonly (readonly [string, Fault])[])(
    '%s is found when it is tried again, and stands once',
    async ([, fault]) => {
      const trial = await started();
      const firstTried = Date.now();
      trial.peer.faults.next(posting, fault);
      expect(await trial.platform.deliver(postOf(trial, 'lost'))).toEqual({ kind: 'retry', afterMs: 60_000 });
      expect(callsOf(trial, posting)).toBe(1);
      const [there] = posted(trial);
      expect(await trial.platform.deliver(postOf(trial, 'lost', { firstTried }))).toEqual({
        kind: 'sent',
        id: there?.id,
      });
      expect(callsOf(trial, posting)).toBe(1);
    },
  );

  test('is found behind more messages than one list holds', async () => {
    const trial = await started();
    const sent = await send(trial, 'deep');
    for (let said = 0; said < 250; said += 1) trial.peer.reader('Bob').say('chatter');
    const found = await trial.platform.deliver(postOf(trial, 'deep', { firstTried: Date.now() - 1000 }));
    expect(found).toEqual({ kind: 'sent', id: sent.id });
    expect(callsOf(trial, posting)).toBe(1);
  });

  test.for([
    ['right', 0, 0],
    ['a day ahead at the first try', 24, 0],
    ['a day behind at the first try', -24, 0],
    ['a day ahead now', 0, 24],
    ['a day behind now', 0, -24],
    ['a day ahead all the time', 24, 24],
    ['a day behind all the time', -24, -24],
  ])('is found by a clock that is %s', async ([, then, since]) => {
    const hours = (count: unknown) => Number(count) * 3_600_000;
    const trial = await started({ now: () => Date.now() + hours(since) });
    const sent = await send(trial, 'clock');
    const bob = trial.peer.reader('Bob');
    for (let said = 0; said < 120; said += 1) bob.say('more than one list holds');
    const firstTried = Date.now() + hours(then);
    expect(await trial.platform.deliver(postOf(trial, 'clock', { firstTried }))).toEqual({ kind: 'sent', id: sent.id });
    expect(callsOf(trial, posting)).toBe(1);
  });

  test('is looked for from the newest back, as far as a clock may have been wrong', async () => {
    let now = Date.now() - 30 * 3_600_000;
    const trial = await started({}, { now: () => now, keep: 10_000 });
    const bob = trial.peer.reader('Bob');
    for (let said = 0; said < 200; said += 1) bob.say('chatter of the day before');
    now += 28 * 3_600_000;
    for (let said = 0; said < 350; said += 1) bob.say('chatter');
    now += 2 * 3_600_000;
    const listing = /GET \/channels\/\d+\/messages/;
    expect(await trial.platform.deliver(postOf(trial, 'late', { firstTried: now }))).toMatchObject({ kind: 'sent' });
    expect(callsOf(trial, listing)).toBe(4);
    expect(await trial.platform.deliver(postOf(trial, 'late', { firstTried: now }))).toMatchObject({ kind: 'sent' });
    expect(callsOf(trial, listing)).toBe(5);
    expect(callsOf(trial, posting)).toBe(1);
  });

  test('is uncertain where there is too much to look through', async () => {
    const trial = await started({ mostSearched: 200 });
    const bob = trial.peer.reader('Bob');
    for (let said = 0; said < 250; said += 1) bob.say('chatter');
    expect(await trial.platform.deliver(postOf(trial, 'much', { firstTried: Date.now() }))).toMatchObject({
      kind: 'uncertain',
      why: expect.stringContaining('too many'),
    });
    expect(posted(trial)).toEqual([]);
  });

  test.for([
    ['no button', []],
    ['no room in its button for the key', [{ label: 'Long', command: `/briefing ${'x'.repeat(85)}` }]],
  ] as const)('is uncertain where it has %s, and is not posted again', async ([, buttons]) => {
    const trial = await started();
    const message = digest('bare', { buttons });
    const firstTried = Date.now();
    trial.peer.faults.next(posting, { after: 'accept', status: 500 });
    expect(await trial.platform.deliver(postOf(trial, 'slot-of-a-bare-one', { message }))).toMatchObject({
      kind: 'retry',
    });
    expect(await trial.platform.deliver(postOf(trial, 'slot-of-a-bare-one', { message, firstTried }))).toMatchObject({
      kind: 'uncertain',
      why: expect.any(String),
    });
    expect(callsOf(trial, posting)).toBe(1);
  });

  test('is not taken for one whose key ends alike', async () => {
    const trial = await started();
    await send(trial, 'a-1');
    expect(await trial.platform.deliver(postOf(trial, '1', { firstTried: Date.now() }))).toMatchObject({
      kind: 'sent',
    });
    expect(posted(trial)).toHaveLength(2);
  });

  test('is uncertain where the bot may not read, however many members it has met', async () => {
    const trial = await started();
    const sent = await send(trial, 'met');
    for (let met = 0; met < 30; met += 1) await trial.peer.reader(`reader ${met}`).type('help').answered;
    expect(await trial.platform.deliver(postOf(trial, 'met', { firstTried: Date.now() }))).toMatchObject({
      id: sent.id,
    });
    trial.peer.channel('general').deny = Permission.ReadMessageHistory;
    expect(await trial.platform.deliver(postOf(trial, 'met', { firstTried: Date.now() }))).toMatchObject({
      kind: 'uncertain',
    });
  });
});

describe('a post that Discord does not take', () => {
  test.for([
    ['that the bot may not see', Permission.ViewChannel, 'does not see'],
    ['that it may not write in', Permission.SendMessages, 'may not write'],
  ] as const)('in a channel %s is gone, at the first try and later', async ([, deny, why]) => {
    const trial = await started();
    trial.peer.channel('general').deny = deny;
    const gone = { kind: 'gone', why: expect.stringContaining(why) };
    expect(await trial.platform.deliver(postOf(trial, 'x'))).toMatchObject(gone);
    expect(await trial.platform.deliver(postOf(trial, 'x', { firstTried: Date.now() }))).toMatchObject(gone);
  });

  test.for([
    ['a channel that is no more', refusal(404, 10003), 'no more'],
    ['a server that the bot has left', refusal(404, 10004), 'no longer in the server'],
    ['a thread that is locked', refusal(400, 160005), 'locked'],
    ['a reader who takes none', refusal(403, 50007), 'no private messages'],
    ['a reader who has not let the bot write', refusal(403, 50278), 'no private messages'],
  ] as const)('to %s is gone', async ([, fault, why]) => {
    const trial = await started();
    trial.peer.faults.next(posting, fault);
    expect(await trial.platform.deliver(postOf(trial, 'x'))).toEqual({
      kind: 'gone',
      why: expect.stringContaining(why),
    });
    expect(callsOf(trial, posting)).toBe(1);
  });

  test('to a forum is gone', async () => {
    const trial = await started();
    const to = { platform: 'discord', id: trial.peer.channel('archive').id };
    expect(await trial.platform.deliver(postOf(trial, 'x', { to }))).toMatchObject({
      kind: 'gone',
      why: expect.stringContaining('takes no messages'),
    });
  });

  test.for([
    ['an outage', { status: 503 }, 9000, false],
    ['a connection that breaks', 'reset', 9000, false],
    ['a token that is accepted no more', refusal(401, 0), 9000, true],
    ['a gate before Discord that lets nothing through', { status: 403, body: {} }, 9000, true],
    ['a limit', { retryAfterMs: 1500 }, 1500, true],
    ['a long limit of everything', { retryAfterMs: 5000, global: true }, 5000, true],
  ] as readonly (readonly [string, Fault, number, boolean])[])(
    'for %s is for later, and asked once',
    async ([, fault, afterMs, untouched]) => {
      const trial = await started({ quietMs: 9000 });
      trial.peer.faults.next(posting, fault);
      const retry = await trial.platform.deliver(postOf(trial, 'x'));
      if (retry.kind !== 'retry') throw new Error(retry.kind);
      expect(retry.untouched === true).toBe(untouched);
      expect(Math.abs(retry.afterMs - afterMs)).toBeLessThan(1000);
      expect(callsOf(trial, posting)).toBe(1);
      expect(posted(trial)).toEqual([]);
    },
  );

  test('for a short limit of everything is waited for, and posted once', async () => {
    const trial = await started();
    trial.peer.faults.next(posting, { retryAfterMs: 60, global: true });
    const [first, other] = await Promise.all(['a', 'b'].map((key) => trial.platform.deliver(postOf(trial, key))));
    expect([first?.kind, other?.kind]).toEqual(['sent', 'sent']);
    expect(posted(trial)).toHaveLength(2);
    expect(callsOf(trial, posting)).toBe(3);
  });

  test('for what cannot be reached is for later, and certainly not there', async () => {
    const trial = await started();
    await trial.peer.stop();
    await trial.platform.deliver(postOf(trial, 'x')); // by a connection that was open
    expect(await trial.platform.deliver(postOf(trial, 'y'))).toMatchObject({ kind: 'retry', untouched: true });
  });

  test('for what cannot be looked up now is for later, and not posted meanwhile', async () => {
    const trial = await started();
    trial.peer.faults.next(/GET \/channels\/\d+\/messages/, { status: 503 }, 4);
    expect(await trial.platform.deliver(postOf(trial, 'x', { firstTried: Date.now() }))).toMatchObject({
      kind: 'retry',
      untouched: true,
    });
    trial.peer.faults.next(/GET \/channels\/\d+\/messages/, refusal(400, 50035));
    expect(await trial.platform.deliver(postOf(trial, 'x', { firstTried: Date.now() }))).toMatchObject({
      kind: 'uncertain',
      why: expect.stringContaining('50035'),
    });
    expect(posted(trial)).toEqual([]);
  });

  test('for what it says is refused, without the bot’s token', async () => {
    const trial = await started();
    trial.peer.faults.next(posting, refusal(400, 50035));
    const refused = await trial.platform.deliver(postOf(trial, 'x'));
    expect(refused).toMatchObject({ kind: 'refused', why: expect.stringContaining('50035') });
    expect(JSON.stringify(refused)).not.toContain(trial.peer.token);
  });
});

describe('a change', () => {
  test.for([
    ['too many changes of an old message', refusal(400, 30046), { kind: 'retry', afterMs: 3_600_000 }],
    ['an outage', { status: 503 }, { kind: 'retry', afterMs: 60_000 }],
    ['a connection that breaks', 'reset', { kind: 'retry', afterMs: 60_000 }],
    ['a message that was deleted', refusal(404, 10008), { kind: 'closed', why: 'the message was deleted' }],
    ['a channel that is no more', refusal(404, 10003), { kind: 'closed', why: 'the channel is no more' }],
    ['a thread that is archived', refusal(400, 50083), { kind: 'closed', why: 'the thread is archived' }],
    ['a thread that is locked', refusal(400, 160005), { kind: 'closed', why: 'the thread is locked' }],
  ] as readonly (readonly [string, Fault, object])[])('meets %s', async ([, fault, outcome]) => {
    const trial = await started();
    const sent = await send(trial, 'x');
    trial.peer.faults.next(changing, fault);
    expect(await trial.platform.amend(sent, digest('y'))).toEqual(outcome);
    expect(callsOf(trial, changing)).toBe(1);
    expect(await trial.platform.amend(sent, digest('y'))).toEqual({ kind: 'done' });
  });

  test('that was taken, and answered by a 500, can be made again', async () => {
    const trial = await started();
    const sent = await send(trial, 'x');
    trial.peer.faults.next(changing, { after: 'accept', status: 500 });
    expect(await trial.platform.amend(sent, digest('y'))).toMatchObject({ kind: 'retry' });
    expect(await trial.platform.amend(sent, digest('y'))).toEqual({ kind: 'done' });
    expect(posted(trial)).toHaveLength(1);
  });

  test('keeps the key: the post is still found', async () => {
    const trial = await started();
    const sent = await send(trial, 'kept');
    await trial.platform.amend(sent, digest('changed'));
    expect(await trial.platform.deliver(postOf(trial, 'kept', { firstTried: Date.now() }))).toMatchObject({
      id: sent.id,
    });
  });

  test('that fits no page is closed', async () => {
    const trial = await started();
    const sent = await send(trial, 'x');
    const blocks = [{ kind: 'paragraph' as const, content: [{ kind: 'text' as const, text: 'x'.repeat(5000) }] }];
    expect(await trial.platform.amend(sent, digest('y', { blocks }))).toMatchObject({ kind: 'closed' });
    expect(callsOf(trial, changing)).toBe(0);
  });
});
