/** The bot on the small Discord, by the real discord.js; what it tells its operator is kept. */
import { afterEach, beforeAll } from 'vitest';
import { answer, audience, completeOption, type Invocation } from '../../../src/commands/index.ts';
import type { Post } from '../../../src/digest/index.ts';
import type { DiscordSettings } from '../../../src/platforms/discord/platform.ts';
import { DiscordPlatform } from '../../../src/platforms/discord/platform.ts';
import type { Bot, Monitor } from '../../../src/platforms/platform.ts';
import { type Kept, nothingKept, openStories } from '../../commands/typing.ts';
import { digest } from '../../conformance/digest.ts';
import { Gate, trialCommands } from '../../conformance/trial-commands.ts';
import {
  type Answer,
  type DiscordOptions,
  type DiscordPeer,
  isMessage,
  type PeerMessage,
  startDiscord,
} from '../../peers/discord/index.ts';

const stories = await openStories();
/** What all tests of a file remember together. */
let kept: Kept;

/** What the operator is told. */
export class Told implements Monitor {
  readonly infos: string[] = [];
  readonly warnings: string[] = [];
  readonly errors: string[] = [];
  readonly waits: number[] = [];
  reconnects = 0;

  info(details: object, message: string) {
    this.infos.push(lineOf(details, message));
  }
  warn(details: object, message: string) {
    this.warnings.push(lineOf(details, message));
  }
  error(details: object, message: string) {
    this.errors.push(lineOf(details, message));
  }
  waited(ms: number) {
    this.waits.push(ms);
  }
  reconnected() {
    this.reconnects += 1;
  }

  get all(): readonly string[] {
    return [...this.infos, ...this.warnings, ...this.errors];
  }
}

function lineOf(details: object, message: string): string {
  return `${message} ${JSON.stringify(details)}`;
}

/** A bot with the commands of the trial. */
function botOf(gate: Gate): Bot {
  const commands = trialCommands(gate);
  return {
    commands,
    answer: (call) => answer(call, { commands, stories, ...kept }),
    audience: (call) => audience(call, commands, stories),
    complete: (command, option, typed, given) => completeOption(command, option, typed, stories, given),
    completeLine: () => [],
    spaces: { present: async () => {}, joined: async () => {}, left: async () => {} },
  };
}

export interface Trial {
  readonly peer: DiscordPeer;
  readonly platform: DiscordPlatform;
  readonly told: Told;
  /** What slow handlers wait at. */
  readonly gate: Gate;
  readonly bot: Bot;
}

const open: Trial[] = [];

/** To be called by each file of tests: several may share this module. */
export function trialsOfThisFile() {
  beforeAll(async () => {
    kept = await nothingKept();
  });
  afterEach(closeTrials);
}

/** Stops what was opened. */
async function closeTrials(): Promise<void> {
  for (const { peer, platform, gate } of open.splice(0)) {
    gate.open();
    await platform.stop();
    await peer.stop();
  }
}

/** One that is not started yet. */
export async function prepare(settings: Partial<DiscordSettings> = {}, options: DiscordOptions = {}): Promise<Trial> {
  // On a busy machine any answer takes a while.
  const peer = await startDiscord({ patienceMs: 60_000, ...options });
  const told = new Told();
  const gate = new Gate();
  const platform = new DiscordPlatform({
    token: peer.token,
    apiUrl: peer.api,
    monitor: told,
    now: Date.now,
    slowMs: 40,
    graceMs: 100,
    pace: { firstMs: 1, mostMs: 2 },
    ...settings,
  });
  const trial = { peer, platform, told, gate, bot: botOf(gate) };
  open.push(trial);
  return trial;
}

/** One that is connected. */
export async function started(settings: Partial<DiscordSettings> = {}, options: DiscordOptions = {}): Promise<Trial> {
  const trial = await prepare(settings, options);
  await trial.platform.start(trial.bot);
  return trial;
}

/** One that is connected, and what reaches the bot. */
export async function listening(): Promise<Trial & { readonly calls: Invocation[] }> {
  const trial = await prepare();
  const calls: Invocation[] = [];
  const { bot } = trial;
  const answer: typeof bot.answer = (call) => {
    calls.push(call);
    return bot.answer(call);
  };
  await trial.platform.start({ ...bot, answer });
  return { ...trial, calls };
}

/** Another process of the same bot, on the same Discord. */
export async function again({ peer, bot }: Trial, settings: Partial<DiscordSettings> = {}): Promise<Told> {
  const told = new Told();
  const platform = new DiscordPlatform({
    token: peer.token,
    apiUrl: peer.api,
    monitor: told,
    now: Date.now,
    ...settings,
  });
  await platform.start(bot);
  await platform.stop();
  return told;
}

/** An answer that is a message. */
export function messageOf(given: Answer): PeerMessage {
  if (!isMessage(given)) throw new Error(`no message, but ${JSON.stringify(given)}`);
  return given;
}

/** How often the bot made such a request; `POST /channels`. */
export function callsOf({ peer }: Trial, match: RegExp): number {
  return peer.calls.filter(({ method, path }) => match.test(`${method} ${path}`)).length;
}

/** A post to the first channel. */
export const postOf = ({ peer }: Trial, key: string, more: Partial<Post> = {}): Post => ({
  to: { platform: 'discord', id: peer.channel('general').id },
  message: digest(key),
  key,
  ...more,
});

/** What the bot has posted there. */
export const posted = ({ peer }: Trial): PeerMessage[] =>
  peer.messages('general').filter(({ authorId }) => authorId === peer.botId);
