import { setTimeout as pass } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { textOf } from '../../peers/discord/index.ts';
import { messageOf, prepare, started, type Trial, trialsOfThisFile } from './trial.ts';

trialsOfThisFile();

afterEach(() => void vi.useRealTimers());

const isAnswered = async ({ peer }: Trial) => {
  const shown = messageOf(await peer.reader('Ann').type('help').answered);
  return textOf(shown).includes('What you can type');
};

/** Waits until the platform is as connected as that. */
async function until({ platform }: Trial, isConnected: boolean) {
  await vi.waitFor(() => expect(platform.connected).toBe(isConnected), { interval: 2, timeout: 60_000 });
}

describe('a connection that is lost', () => {
  test.for([
    ['broken off', undefined],
    ['closed with an unknown error', 4000],
    ['closed with a time-out', 4009],
  ] as const)('%s is resumed, and what was typed meanwhile is answered', async ([, code]) => {
    const trial = await started();
    const { peer, platform, told } = trial;
    expect(platform.connected).toBe(true);
    peer.gateway.drop(code);
    await until(trial, false);
    const typed = peer.reader('Bob').type('help');
    expect(textOf(messageOf(await typed.answered))).toContain('What you can type');
    await until(trial, true);
    expect(peer.gateway).toMatchObject({ identifies: 1, resumes: 1 });
    expect(told).toMatchObject({ reconnects: 1, errors: [] });
  });

  test('each loss is counted once', async () => {
    const trial = await started();
    for (const losses of [1, 2]) {
      trial.peer.gateway.drop();
      await until(trial, false);
      await until(trial, true);
      expect(trial.told.reconnects).toBe(losses);
    }
  });

  test('a reconnect that Discord asks for is made', async () => {
    const trial = await started();
    trial.peer.gateway.askReconnect();
    await until(trial, false);
    await until(trial, true);
    expect(trial.peer.gateway).toMatchObject({ identifies: 1, resumes: 1 });
    expect(trial.told.reconnects).toBe(1);
    expect(await isAnswered(trial)).toBe(true);
  });

  test.for(['told', 'found when resuming'] as const)('an invalid session, %s, is begun anew', async (how) => {
    const trial = await started();
    // discord.js logs in once in five seconds.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 6000 });
    if (how === 'told') trial.peer.gateway.invalidate(false);
    else {
      trial.peer.gateway.forgetSessions();
      trial.peer.gateway.drop();
    }
    await until(trial, false);
    await until(trial, true);
    expect(trial.peer.gateway.identifies).toBe(2);
    expect(trial.told.reconnects).toBe(1);
    expect(await isAnswered(trial)).toBe(true);
  });

  test('a session that may be resumed at once is no loss', async () => {
    const trial = await started();
    trial.peer.gateway.invalidate(true);
    await trial.peer.waitFor(() => trial.peer.gateway.resumes === 1);
    expect(await isAnswered(trial)).toBe(true);
    expect(trial.platform.connected).toBe(true);
    expect(trial.told.reconnects).toBe(0);
  });

  test('one that answers no heartbeat is left', async () => {
    const trial = await started({}, { heartbeatMs: 40 });
    await trial.peer.waitFor(() => trial.peer.gateway.heartbeats > 0);
    trial.peer.gateway.silent = true;
    await until(trial, false);
    await until(trial, true);
    expect(trial.peer.gateway.connections).toBe(2);
    expect(await isAnswered(trial)).toBe(true);
    expect(trial.told.reconnects).toBe(1);
  });

  test('a token that is taken back ends it, and the log says so', async () => {
    const trial = await started();
    trial.peer.gateway.drop(4004);
    await until(trial, false);
    expect(trial.told.errors.join()).toContain('does not accept DISCORD_TOKEN');
    expect(trial.told.all.join()).not.toContain(trial.peer.token);
    await trial.platform.stop();
  });
});

describe('the start', () => {
  test.for([
    ['refuses', { status: 503 }],
    ['breaks off', 'reset'],
  ] as const)('is tried again while the API %s', async ([, fault]) => {
    const trial = await prepare();
    const { peer, platform, told } = trial;
    // discord.js itself asks four times.
    peer.faults.next(/GET \/gateway\/bot/, fault, 9);
    expect(platform.connected).toBe(false);
    await platform.start(trial.bot);
    expect(peer.faults.left).toBe(0);
    expect(told.warnings).toHaveLength(2);
    expect(told.warnings[0]).toContain('Discord cannot be reached; trying again');
    expect(told.warnings.join()).not.toContain(peer.token);
    expect(platform.connected).toBe(true);
    expect(await isAnswered(trial)).toBe(true);
  });

  test('is tried again while nobody listens', async () => {
    const trial = await prepare({ apiUrl: 'http://127.0.0.1:9/api' });
    const start = trial.platform.start(trial.bot);
    await vi.waitFor(() => expect(trial.told.warnings.length).toBeGreaterThan(2), { interval: 5, timeout: 60_000 });
    await trial.platform.stop();
    await start;
  });

  test('does not log in again where only the declaration of the commands fails', async () => {
    const trial = await prepare();
    trial.peer.faults.next(/PUT \/applications/, { status: 503 }, 9);
    await trial.platform.start(trial.bot);
    expect(trial.peer.gateway.identifies).toBe(1);
    expect(trial.told.warnings).toHaveLength(2);
    expect(await isAnswered(trial)).toBe(true);
  });

  test.for(['wrong.token.here', 'a line\nof two', 'snow ☃ in July', ''])(
    'a token that is none, %j, is one sentence without it',
    async (token) => {
      const { platform, bot, told, peer } = await prepare({ token });
      const problem = await platform.start(bot).catch((error: unknown) => error);
      expect(problem).toMatchObject({ name: 'StartProblem', message: expect.stringContaining('DISCORD_TOKEN') });
      const written = [String(problem), JSON.stringify(problem), String((problem as Error).cause), ...told.all].join();
      if (token !== '') expect(written).not.toContain(token);
      expect(peer.gateway.connections).toBe(0);
      expect(platform.connected).toBe(false);
    },
  );

  test.for([
    [4004, 'DISCORD_TOKEN'],
    [4011, 'more servers than one connection'],
    [4012, '4012'],
    [4014, 'intents'],
  ] as const)('a connection that is closed with %i is one sentence', async ([code, words]) => {
    const { platform, bot, peer } = await prepare();
    const start = platform.start(bot);
    await peer.waitFor(() => peer.gateway.connections === 1);
    peer.gateway.drop(code);
    await expect(start).rejects.toMatchObject({ name: 'StartProblem', message: expect.stringContaining(words) });
    expect(platform.connected).toBe(false);
  });

  test('a server that the bot is not in is one sentence, and the connection is left', async () => {
    const guildId = '100000000000000001';
    const { platform, bot, peer } = await prepare({ guildId });
    await expect(platform.start(bot)).rejects.toMatchObject({
      name: 'StartProblem',
      message: expect.stringContaining(`${guildId}, which DISCORD_GUILD_ID names`),
    });
    expect(platform.connected).toBe(false);
    await peer.waitFor(() => peer.gateway.ready === 0);
  });
});

describe('a stop during the start', () => {
  test('while it waits to try again', async () => {
    const { platform, bot, peer, told } = await prepare({ pace: { firstMs: 60_000, mostMs: 60_000 } });
    peer.faults.next(/GET \/gateway\/bot/, { status: 503 }, 4);
    const start = platform.start(bot);
    await vi.waitFor(() => expect(told.warnings).toHaveLength(1), { interval: 5, timeout: 60_000 });
    await platform.stop();
    await start;
    expect(peer.gateway.connections).toBe(0);
  });

  test('while it logs in: what it opened is closed', async () => {
    const { platform, bot, peer } = await prepare({ graceMs: 5000 });
    peer.faults.next(/GET \/gateway\/bot/, { delayMs: 50 });
    const start = platform.start(bot);
    await pass(0);
    await platform.stop();
    await start;
    expect(peer.gateway).toMatchObject({ connections: 1, identifies: 1 });
    expect(platform.connected).toBe(false);
    await peer.waitFor(() => peer.gateway.ready === 0);
  });

  test('while Discord says nothing: it ends in time, and what comes later is closed', async () => {
    const { platform, bot, peer } = await prepare({ graceMs: 10 });
    peer.faults.next(/GET \/gateway\/bot/, { delayMs: 1200 });
    const start = platform.start(bot);
    await platform.stop();
    await start;
    await peer.waitFor(() => peer.gateway.identifies === 1);
    await peer.waitFor(() => peer.gateway.ready === 0);
    expect(platform.connected).toBe(false);
  });

  test('while it declares the commands', async () => {
    const trial = await prepare({ graceMs: 10 });
    const { platform, bot, peer, told } = trial;
    peer.faults.next(/GET \/applications/, { delayMs: 60_000 });
    const start = platform.start(bot);
    await until(trial, true);
    await platform.stop();
    await start;
    expect(told.infos).toEqual([]);
  });
});
