/** Starts the bot on a small Slack, and looks after what it tells its operator. */
import { afterEach, beforeAll, expect, vi } from 'vitest';
import { createBot } from '../../../src/bot/create-bot.ts';
import { Metrics } from '../../../src/bot/metrics.ts';
import type { Command, Memory } from '../../../src/commands/index.ts';
import type { Bot, Monitor } from '../../../src/platforms/platform.ts';
import type { SlackSettings } from '../../../src/platforms/slack/platform.ts';
import { SlackPlatform } from '../../../src/platforms/slack/platform.ts';
import { nothingKept, openStories } from '../../commands/typing.ts';
import { Gate, trialCommands } from '../../conformance/trial-commands.ts';
import {
  type PeerMessage,
  type PeerView,
  type SlackOptions,
  type SlackPeer,
  startSlack,
} from '../../peers/slack/index.ts';

export const signingSecret = 'a signing secret of the tests';
export const bothModes = ['socket', 'http'] as const;
export type Mode = (typeof bothModes)[number];

/** What the operator is told. */
interface Told {
  readonly level: 'info' | 'warn' | 'error' | 'waited' | 'reconnected';
  readonly message: string;
  readonly details: object;
}

export interface Options {
  readonly peer?: Partial<SlackOptions>;
  readonly settings?: Partial<SlackSettings>;
  /** What is remembered; else what all tests of a file remember together. */
  readonly remembered?: Memory;
  /** Beside those of the trial. */
  readonly commands?: readonly Command[];
}

export interface Trial {
  readonly mode: Mode;
  readonly peer: SlackPeer;
  readonly platform: SlackPlatform;
  readonly bot: Bot;
  readonly gate: Gate;
  readonly told: Told[];
  readonly spaces: SpacesTold;
  /** Waits until the operator has been told so often. */
  hears(message: string, times?: number): Promise<Told[]>;
  start(): Promise<void>;
}

/** What a bot tells of the spaces that have it. */
class SpacesTold {
  readonly told: string[] = [];

  async present(platform: string, spaces: readonly string[]) {
    this.told.push(`present ${platform} ${spaces.join(' ')}`);
  }
  async joined(platform: string, space: string) {
    this.told.push(`joined ${platform} ${space}`);
  }
  async left(platform: string, space: string) {
    this.told.push(`left ${platform} ${space}`);
  }
}

const stories = openStories();
/** What all tests of a file remember together. */
let memory: Memory;
const trials: Trial[] = [];

/** To be called by each file of tests: several may share this module. */
export function trialsOfThisFile() {
  beforeAll(async () => {
    ({ memory } = await nothingKept());
  });
  afterEach(closeTrials);
}

/** Stops what was started. */
async function closeTrials(): Promise<void> {
  for (const { peer, platform, gate, told } of trials.splice(0)) {
    gate.open();
    await platform.stop();
    await peer.stop();
    expect(peer.violations.filter(({ kind }) => kind === 'double')).toEqual([]);
    const log = JSON.stringify(told);
    for (const secret of [peer.botToken, peer.appToken, signingSecret, '/response/', 'ticket='])
      expect(log).not.toContain(secret);
  }
}

/** A bot that is not started yet; it is stopped after the test. */
export async function prepare(
  mode: Mode,
  { peer: peerOptions, settings, remembered = memory, commands = [] }: Options = {},
): Promise<Trial> {
  const deliverTo = () => `http://127.0.0.1:${platform.port ?? 0}/slack/events`;
  const peer = await startSlack({ mode: mode === 'socket' ? 'socket' : { signingSecret, deliverTo }, ...peerOptions });
  const told: Told[] = [];
  const tell = (level: Told['level']) => (details: object, message: string) =>
    void told.push({ level, message, details });
  const monitor: Monitor = {
    info: tell('info'),
    warn: tell('warn'),
    error: tell('error'),
    waited: (ms) => tell('waited')({ ms }, 'waited'),
    reconnected: () => tell('reconnected')({}, 'reconnected'),
  };
  const gate = new Gate();
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const all = [...trialCommands(gate), ...commands];
  const spaces = new SpacesTold();
  const parts = { stories: await stories, memory: remembered, log: log as never, metrics: new Metrics() };
  const bot = createBot({ ...parts, commands: all, spaces });
  const platform = new SlackPlatform({
    botToken: peer.botToken,
    apiUrl: peer.api.replace(/\/$/, ''),
    by: mode === 'socket' ? { mode, appToken: peer.appToken } : { mode, signingSecret, host: '127.0.0.1', port: 0 },
    ...{
      monitor,
      now: Date.now,
      digestsBy: 'members',
      slowMs: 40,
      lookMs: 1,
      graceMs: 100,
      pace: { firstMs: 1, mostMs: 8 },
    },
    ...settings,
  });
  const hears = (message: string, times = 1) =>
    vi.waitFor(
      () => {
        const heard = told.filter((each) => each.message === message);
        if (heard.length < times)
          throw new Error(`“${message}” ${heard.length} of ${times} times: ${JSON.stringify(told)}`);
        return heard;
      },
      { interval: 1, timeout: 60_000 },
    );
  const trial = { mode, peer, platform, bot, gate, told, spaces, hears, start: () => platform.start(bot) };
  trials.push(trial);
  return trial;
}

/** A bot that is connected. */
export async function begin(mode: Mode, options?: Options): Promise<Trial> {
  const trial = await prepare(mode, options);
  await trial.start();
  return trial;
}

/** An answer that is a message. */
export async function message(answered: Promise<PeerMessage | PeerView>): Promise<PeerMessage> {
  const shown = await answered;
  if ('content' in shown) throw new Error('a form or a home, where a message was expected');
  return shown;
}

/** An answer that is a form, or the home. */
export async function view(answered: Promise<PeerMessage | PeerView>): Promise<PeerView> {
  const shown = await answered;
  if (!('content' in shown)) throw new Error(`a message, where a view was expected: ${shown.text}`);
  return shown;
}

/** Polls until it no longer throws. */
export function eventually<T>(look: () => T): Promise<T> {
  return vi.waitFor(look, { interval: 1, timeout: 60_000 });
}
