/** Socket Mode when the connection is not there, breaks, or is not let in. */
import { App } from '@slack/bolt';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { StartProblem } from '../../../src/platforms/start-problem.ts';
import { openDeafSocket } from './deaf-socket.ts';
import { begin, eventually, message, prepare, type Trial, trialsOfThisFile } from './start.ts';

trialsOfThisFile();

const hello = JSON.stringify({ type: 'hello' });
const away = 'Slack cannot be reached; trying again';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** The next connection leads to a server that says this, and then nothing more. */
async function leadAstray({ peer }: Trial, ...says: readonly string[]) {
  const deaf = await openDeafSocket(...says);
  closing.push(() => deaf.close());
  peer.faults.next(/apps\.connections\.open/, { status: 200, body: { ok: true, url: deaf.url } });
  return deaf;
}

/** A command is answered, once. */
async function answersOnce({ peer, told }: Trial) {
  const ann = peer.reader('ann');
  const first = ann.type('/dateline', 'help');
  await message(first.answered);
  // By its answer, another of the first one's would have come.
  await message(ann.type('/dateline', 'stories').answered);
  expect(first.messages).toHaveLength(1);
  expect(first.acks).toBe(1);
  expect(told.filter(({ level }) => level === 'error')).toEqual([]);
}

describe('at the start', () => {
  test('an API that is down is tried again, later each time, until it answers', async () => {
    const trial = await prepare('socket');
    trial.peer.down = true;
    const started = trial.start();
    const tries = await trial.hears(away, 4);
    expect(trial.platform.connected).toBe(false);
    expect(tries.slice(0, 4).map(({ details }) => details)).toMatchObject(
      [1, 2, 4, 8].map((againInMs) => ({ againInMs, reason: expect.stringMatching(/^request failed: /) })),
    );
    trial.peer.down = false;
    await started;
    expect(trial.platform.connected).toBe(true);
    expect(trial.told.at(-1)).toMatchObject({ level: 'info', details: { by: 'socket' }, message: 'Slack answers' });
    await answersOnce(trial);
  });

  test('a rate limit is waited for', async () => {
    const trial = await prepare('socket');
    trial.peer.faults.next(/auth\.test/, { retryAfterS: 0 });
    trial.peer.faults.next(/apps\.connections\.open/, { retryAfterS: 30 });
    await trial.start();
    expect(await trial.hears(away, 2)).toMatchObject([
      { details: { reason: 'ratelimited' } },
      { details: { reason: 'ratelimited' } },
    ]);
  });

  test.for([
    [
      'a wrong token of the bot',
      { botToken: 'xoxb-wrong-one' },
      /^Slack does not accept SLACK_BOT_TOKEN \(invalid_auth\): [^.]+\.$/,
    ],
    [
      'a wrong token of the app',
      { by: { mode: 'socket', appToken: 'xapp-wrong-one' } },
      /^Slack does not accept SLACK_APP_TOKEN \(invalid_auth\): [^.]+\.$/,
    ],
  ] as const)('%s is one sentence, without the token', async ([, settings, sentence]) => {
    const { start, platform, told } = await prepare('socket', { settings });
    const problem = await start().catch((error: Error) => error);
    expect(problem).toBeInstanceOf(StartProblem);
    expect((problem as Error).message).toMatch(sentence);
    expect(`${(problem as Error).message} ${JSON.stringify(told)}`).not.toContain('wrong-one');
    expect(platform.connected).toBe(false);
  });

  test('the bot’s token where the app’s belongs is told apart', async () => {
    const { peer, start } = await prepare('socket', {});
    peer.faults.next(/apps\.connections\.open/, { error: 'not_allowed_token_type' });
    await expect(start()).rejects.toThrow(/SLACK_APP_TOKEN \(not_allowed_token_type\).*another kind/);
  });

  test('a token of the app without its right says which right', async () => {
    const { peer, start } = await prepare('socket');
    peer.faults.next(/apps\.connections\.open/, { error: 'missing_scope' });
    await expect(start()).rejects.toThrow(/SLACK_APP_TOKEN \(missing_scope\).*connections:write/);
  });
});

describe('a lost connection is made anew', () => {
  test.for([
    ['dropped', ({ peer }: Trial) => peer.socket.drop()],
    ['about to end', ({ peer }: Trial) => peer.socket.disconnect('warning')],
    ['refreshed', ({ peer }: Trial) => peer.socket.disconnect('refresh_requested')],
    ['disabled', ({ peer }: Trial) => peer.socket.disconnect('link_disabled')],
  ] as const)('where it is %s', async ([, lose]) => {
    const trial = await begin('socket');
    for (const times of [1, 2]) {
      lose(trial);
      await trial.hears('reconnected', times);
      expect(trial.platform.connected).toBe(true);
      await eventually(() => expect(trial.peer.socket).toMatchObject({ connections: times + 1, open: 1 }));
    }
    await answersOnce(trial);
  });

  test('where it is silent', async () => {
    const { peer } = await prepare('socket');
    const by = { mode: 'socket', appToken: peer.appToken, silentMs: 60 } as const;
    const trial = await begin('socket', { settings: { by } });
    trial.peer.socket.silent = true;
    await trial.peer.waitFor(() => trial.peer.socket.connections > 1);
    trial.peer.socket.silent = false;
    await trial.hears('reconnected');
    await answersOnce(trial);
  });

  test('where Slack says goodbye and never hangs up, at once', async () => {
    const trial = await prepare('socket');
    const deaf = await leadAstray(trial, hello);
    await trial.start();
    expect(trial.peer.socket.connections).toBe(0);
    const from = Date.now();
    deaf.say(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    await trial.hears('reconnected');
    expect(Date.now() - from).toBeLessThan(1000);
    await answersOnce(trial);
  });

  test('as soon as Slack lets it, where it cannot be made for a while', async () => {
    const trial = await begin('socket');
    for (const fault of [{ status: 503 }, { error: 'internal_error' }, 'reset'] as const)
      trial.peer.faults.next(/apps\.connections\.open/, fault, 2);
    trial.peer.socket.drop();
    await trial.hears(away);
    expect(trial.platform.connected).toBe(false);
    await trial.hears('reconnected');
    expect(trial.platform.connected).toBe(true);
    const reasons = trial.told.filter(({ message }) => message === away).map(({ details }) => details);
    expect(reasons).toEqual(expect.arrayContaining([expect.objectContaining({ reason: 'HTTP 503' })]));
    expect(reasons).toEqual(expect.arrayContaining([expect.objectContaining({ reason: 'internal_error' })]));
    await answersOnce(trial);
  });

  test('not in a hurry, where Slack turns it away each time', async () => {
    const trial = await begin('socket', { settings: { pace: { firstMs: 60_000, mostMs: 60_000 } } });
    trial.peer.socket.drop();
    expect(await trial.hears(away)).toMatchObject([{ details: { reason: 'Error: the connection was lost at once' } }]);
    expect(trial.peer.socket.connections).toBe(1);
  });

  test('and nothing is listened to twice', async () => {
    const listens = vi.spyOn(App.prototype, 'command');
    onTestFinished(() => void vi.restoreAllMocks());
    const trial = await begin('socket');
    for (const times of [1, 2, 3]) {
      trial.peer.socket.drop();
      await trial.hears('reconnected', times);
    }
    expect(listens).toHaveBeenCalledTimes(1);
  });

  test('at once, where it has lasted', async () => {
    const clock = { ms: Date.now() };
    const trial = await begin('socket', {
      settings: { now: () => clock.ms, pace: { firstMs: 60_000, mostMs: 60_000 } },
    });
    clock.ms += 3_600_000;
    trial.peer.socket.drop();
    await trial.hears('reconnected');
    expect(trial.told.map(({ message }) => message)).not.toContain(away);
  });

  test('never, where the token has been revoked: one line says so', async () => {
    const trial = await begin('socket');
    trial.peer.faults.next(/apps\.connections\.open/, { error: 'token_revoked' });
    trial.peer.socket.drop();
    const [said] = await trial.hears('Slack does not let the bot in any more');
    expect(said).toMatchObject({
      level: 'error',
      details: { reason: expect.stringContaining('SLACK_APP_TOKEN (token_revoked)') },
    });
    expect(trial.platform.connected).toBe(false);
    expect(trial.peer.socket.open).toBe(0);
  });
});

test('a token of the bot that is revoked while it runs costs the answers, not the bot', async () => {
  const trial = await begin('socket');
  const ann = trial.peer.reader('ann');
  trial.peer.faults.next(/chat\./, { error: 'token_revoked' });
  ann.mention('help');
  expect(await trial.hears('answer not sent')).toMatchObject([{ details: { reason: 'token_revoked' } }]);
  await message(ann.mention('help').answered);
});

describe('it stops', () => {
  const patient = { settings: { pace: { firstMs: 60_000, mostMs: 60_000 } } };

  test('while it waits for Slack at the start', async () => {
    const trial = await prepare('socket', patient);
    trial.peer.down = true;
    const started = trial.start();
    await trial.hears(away);
    await trial.platform.stop();
    await started;
    expect(trial.platform.connected).toBe(false);
    expect(trial.told.map(({ message }) => message)).not.toContain('Slack answers');
  });

  test('while it waits to connect anew', async () => {
    const trial = await begin('socket', patient);
    trial.peer.faults.next(/apps\.connections\.open/, { status: 500 });
    trial.peer.socket.drop();
    await trial.hears(away);
    await trial.platform.stop();
    expect(trial.peer.socket).toMatchObject({ connections: 1, open: 0 });
  });

  test.for([/auth\.test/, /apps\.connections\.open/])('while it asks %s', async (method) => {
    const trial = await prepare('socket');
    trial.peer.faults.next(method, { delayMs: 30 });
    const started = trial.start();
    await eventually(() => expect(trial.peer.faults.pending).toBe(0));
    await trial.platform.stop();
    await started;
    expect(trial.platform.connected).toBe(false);
    expect(trial.peer.socket.connections).toBe(0);
  });

  test.for([
    ['has not said hello', []],
    ['never hangs up', [hello]],
  ] as const)('where Slack %s', async ([, says]) => {
    const trial = await prepare('socket');
    const deaf = await leadAstray(trial, ...says);
    const started = trial.start();
    await eventually(() => expect(deaf.sockets).toHaveLength(1));
    if (says.length > 0) await started;
    const from = Date.now();
    await trial.platform.stop();
    await started;
    expect(Date.now() - from).toBeLessThan(2000);
    expect(trial.platform.connected).toBe(false);
    // It never hangs up itself; but it is hung up on.
    await eventually(() => expect(deaf.sockets[0]?.readableEnded || deaf.sockets[0]?.destroyed).toBe(true));
  });
});
