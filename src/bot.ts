/** Wires everything together. */
import { randomUUID } from 'node:crypto';
import { Answers } from './ask/index.ts';
import {
  type Answer,
  answer,
  audience,
  type Command,
  completeLine,
  completeOption,
  commands as everyCommand,
  Flood,
  failed,
  findCommand,
  type Invocation,
  type Memory,
  tooFast,
} from './commands/index.ts';
import type { Config } from './config.ts';
import { deskOf } from './desk.ts';
import { digestsOf, spacesSeen } from './digests.ts';
import { forgiving } from './forgiving.ts';
import { closeAnswered } from './inbox-keeper.ts';
import type { Log } from './log.ts';
import { Metrics } from './metrics.ts';
import { discordLook, openDiscord } from './platforms/discord/index.ts';
import type { Bot, Platform, SpacesSeen } from './platforms/platform.ts';
import { openSlack, slackLook } from './platforms/slack/index.ts';
import { WebPlatform } from './platforms/web/index.ts';
import { openStorage, type Storage } from './storage/index.ts';
import { problemLine, type Story, StoryLibrary } from './story/index.ts';

/** A bot that runs. */
export interface Running {
  /** Where the local page is. */
  readonly address: string;
  /** Settles when every platform is connected. Rejects with a sentence for the operator where one never will be. */
  readonly connected: Promise<void>;
  stop(): Promise<void>;
}

/** What a bot is made of. */
export interface Parts {
  readonly stories: StoryLibrary;
  readonly memory: Memory;
  readonly log: Log;
  readonly metrics: Metrics;
  /** What answers questions; keeps the stories ready that are asked. */
  readonly answers?: Answers;
  /** All of them, unless a test has its own. */
  readonly commands?: readonly Command[];
  /** What is told of the spaces that have the bot; a trial of the commands alone needs none. */
  readonly spaces?: SpacesSeen;
}

const noSpaces: SpacesSeen = { present: async () => {}, joined: async () => {}, left: async () => {} };

/** The bot over a library of stories; logs one line for each command. */
export function createBot({
  stories,
  memory,
  log,
  metrics,
  answers = new Answers(),
  commands = everyCommand,
  spaces = noSpaces,
}: Parts): Bot {
  const flood = new Flood();
  const known = { commands, stories, memory, answers };
  const answerSafely = async (call: Invocation): Promise<Answer> => {
    const { platform, space } = call.where;
    const admission = flood.admit(`${platform} ${space ?? ''} ${call.reader}`, call.at);
    if (admission !== 'answer') return admission === 'notice' ? tooFast() : { kind: 'silence' };
    try {
      return await answer(call, known);
    } catch (error) {
      const reference = randomUUID().slice(0, 8);
      log.error({ reference, platform, error: error instanceof Error ? error.stack : String(error) }, 'command failed');
      return failed(reference);
    }
  };
  return {
    commands,
    spaces,
    audience: (call) => audience(call, commands, stories),
    complete: (command, option, typed, given) => completeOption(command, option, typed, stories, given),
    completeLine: (typed) => completeLine(typed, commands, stories),
    async answer(call) {
      const start = performance.now();
      const answered = await answerSafely(call);
      const durationMs = Number((performance.now() - start).toFixed(2));
      const command = nameOf(call, answered, commands);
      const [kind, to] = answered.kind === 'message' ? [answered.message.kind, answered.to] : [answered.kind, 'reader'];
      const { platform } = call.where;
      metrics.answered({ command, platform, answer: kind, durationMs });
      log.info({ command, platform, answer: kind, to, durationMs }, 'command');
      return answered;
    },
  };
}

/** The command that was answered; a line without one may have been read as a story's briefing, or as a question. */
function nameOf(call: Invocation, answered: Answer, commands: readonly Command[]): string {
  const found = findCommand(call.command, call.text ?? '', commands);
  if (found) return found.command.name;
  const kind = answered.kind === 'message' ? answered.message.kind : undefined;
  return kind === 'briefing' ? 'briefing' : kind === 'answer' ? 'ask' : 'unknown';
}

const prepareAfterMs = 500;

/** Starts the bot on every platform that is set up; the local page always is. */
export async function startBot(config: Config, log: Log): Promise<Running> {
  const stories = await StoryLibrary.open(config.stories);
  for (const problem of stories.problems) log.warn(`story not loaded: ${problemLine(problem)}`);
  log.info({ stories: stories.stories.length }, 'stories loaded');
  const storage = await openStorage({ data: config.data, mostPerSpace: config.digests.mostPerSpace });
  try {
    return await startWith(stories, storage, config, log);
  } catch (error) {
    await storage.close();
    throw error;
  }
}

async function startWith(stories: StoryLibrary, storage: Storage, config: Config, log: Log): Promise<Running> {
  const metrics = new Metrics();
  const now = Date.now;
  const { quietMs } = config.digests;
  const memory = forgiving(storage, log);
  const others: Platform[] = [
    ...(config.discord
      ? [await openDiscord({ ...config.discord, quietMs, monitor: metrics.monitor('discord', log), now })]
      : []),
    ...(config.slack
      ? [await openSlack({ ...config.slack, quietMs, monitor: metrics.monitor('slack', log), now })]
      : []),
  ];
  const web = new WebPlatform({
    ...config,
    looks: [discordLook, slackLook],
    desk: deskOf(stories, memory.inbox, now),
    health: {
      connections: () => Object.fromEntries(others.map(({ name, connected }) => [name, connected])),
      metrics: () => metrics.text(),
    },
    log,
    now,
  });
  const platforms = [web, ...others];
  const answers = new Answers();
  const bot = createBot({ stories, memory, log, metrics, answers, spaces: spacesSeen(storage, log, now) });
  await web.start(bot);
  const connected = Promise.all(others.map((platform) => platform.start(bot))).then(() => undefined);
  connected.catch(() => undefined); // whoever waits for it is told
  const isAnswered = (story: Story, question: string) => answers.ask(story, question).statements.length > 0;
  const stopKeeping = closeAnswered({ stories, inbox: storage.inbox, isAnswered, log, now });
  const digests = digestsOf({ stories, storage, platforms, config: config.digests, log, metrics });
  stories.watch();
  // Once the bot has begun to answer; it takes about a tenth of a second.
  const preparing = setTimeout(() => answers.prepare(stories.stories), prepareAfterMs);
  const stopTelling = stories.onChange(({ file, kind }) => {
    log.info({ file }, `story ${kind}`);
    for (const problem of stories.problems.filter((each) => each.file === file))
      log.warn(`not loaded: ${problemLine(problem)}`);
  });
  return {
    address: web.address,
    connected,
    async stop() {
      log.info({}, 'stopping: what is under way is finished');
      clearTimeout(preparing);
      await digests.stop();
      await Promise.all(platforms.map((platform) => platform.stop()));
      stopTelling();
      stories.close();
      await stopKeeping();
      await storage.close();
    },
  };
}
