/** Wires everything together. */
import { Answers } from '../ask/index.ts';
import type { Config } from '../config/index.ts';
import { Pictures } from '../picture/index.ts';
import { discordLook, openDiscord } from '../platforms/discord/index.ts';
import type { Platform } from '../platforms/platform.ts';
import { openSlack, slackLook } from '../platforms/slack/index.ts';
import { WebPlatform } from '../platforms/web/index.ts';
import { openStorage, type Storage } from '../storage/index.ts';
import { askedEnd, type Problem, problemLine, SilentChanges, StoryLibrary, sayChange } from '../story/index.ts';
import { closeAll, closeTogether } from './close-all.ts';
import { createBot } from './create-bot.ts';
import { deskOf } from './desk.ts';
import { digestsOf, recallOn, spacesSeen } from './digests.ts';
import { forgiving } from './forgiving.ts';
import { answeredBy, closeAnswered } from './inbox-keeper.ts';
import type { Log } from './log.ts';
import { Metrics } from './metrics.ts';
import { prepareAnswers } from './prepare-answers.ts';

/** A bot that runs. */
export interface Running {
  /** Where the local page is. */
  readonly address: string;
  /** Settles when every platform is connected. Rejects with a sentence for the operator where one never will be. */
  readonly connected: Promise<void>;
  /** Rejects with a sentence for the operator once nothing can be kept any more; another process may then be active. */
  readonly lost: Promise<never>;
  /** Closes all that is open; rejects with the first error on the way, once all that can be closed is. */
  stop(): Promise<void>;
}

/**
 * Starts the bot on every platform that is set up; the local page always is. On PostgreSQL it stands by for as long as another
 * process is active.
 */
export async function startBot(config: Config, log: Log): Promise<Running> {
  let stories = await openStories(config, log);
  const lost = Promise.withResolvers<never>();
  lost.promise.catch(() => undefined); // whoever waits for it is told
  let stoodBy = false;
  const storage = await openStorage({
    data: config.data,
    ...(config.database !== undefined && { database: config.database }),
    mostPerSpace: config.digests.mostPerSpace,
    onStandby(address) {
      stoodBy = true;
      log.info({ address }, 'another process is active: this one stands by, and takes over when that one ends');
    },
    onLost: lost.reject,
  });
  try {
    if (stoodBy) {
      log.info({}, 'this process is active now');
      stories = await openStories(config, log); // they may have changed meanwhile
    }
    return { ...(await startWith(stories, storage, config, log)), lost: lost.promise };
  } catch (error) {
    await storage.close();
    throw error;
  }
}

async function openStories(config: Config, log: Log): Promise<StoryLibrary> {
  const stories = await StoryLibrary.open(config.stories);
  for (const problem of stories.problems) log.warn(sayProblem(problem));
  log.info({ stories: stories.stories.length }, 'stories loaded');
  return stories;
}

async function startWith(
  stories: StoryLibrary,
  storage: Storage,
  config: Config,
  log: Log,
): Promise<Omit<Running, 'lost'>> {
  const metrics = new Metrics();
  const now = Date.now;
  const memory = forgiving(storage, log);
  const changes = new SilentChanges(stories);
  const others = await openPlatforms(config, log, metrics);
  const web = new WebPlatform({
    ...config,
    looks: [discordLook, slackLook],
    desk: deskOf({ stories, changes }, memory.inbox, now),
    health: {
      connections: () => Object.fromEntries(others.map(({ name, connected }) => [name, connected])),
      metrics: () => metrics.text(),
    },
    log,
    now,
  });
  const platforms = [web, ...others];
  const answers = new Answers();
  const pictures = new Pictures({ onFailure: (why) => log.error({ why }, 'a picture was not drawn') });
  const spaces = spacesSeen(storage, log, now);
  const bot = createBot({ stories, memory, log, metrics, answers, spaces, pictures });
  await web.start(bot);
  const connected = Promise.all(others.map((platform) => platform.start(bot))).then(() => undefined);
  connected.catch(() => undefined); // whoever waits for it is told
  const stopKeeping = closeAnswered({ stories, inbox: storage.inbox, isAnswered: answeredBy(answers), log, now });
  // Before the digests begin: a correction may change what was posted there.
  await recallOn(web, { stories, storage, pictures, log });
  const preparing = prepareAnswers(answers, stories, log);
  const parts = { stories, storage, platforms, pictures, config: config.digests, log, metrics };
  const digests = digestsOf(parts, preparing.prepared);
  stories.watch();
  const stopTelling = tellChanges(stories, changes, log);
  return {
    address: web.address,
    connected,
    async stop() {
      log.info({}, 'stopping: what is under way is finished');
      preparing.stop();
      await closeAll([
        () => digests.stop(),
        () => closeTogether(platforms.map((platform) => () => platform.stop())),
        stopTelling,
        () => changes.stop(),
        () => stories.close(),
        stopKeeping,
        () => pictures.close(),
        () => storage.close(),
      ]);
    },
  };
}

async function openPlatforms(config: Config, log: Log, metrics: Metrics): Promise<Platform[]> {
  const { quietMs } = config.digests;
  const common = (platform: string) => ({ quietMs, monitor: metrics.monitor(platform, log), now: Date.now });
  return [
    ...(config.discord ? [await openDiscord({ ...config.discord, ...common('discord') })] : []),
    ...(config.slack ? [await openSlack({ ...config.slack, ...common('slack') })] : []),
  ];
}

function tellChanges(stories: StoryLibrary, changes: SilentChanges, log: Log): () => void {
  return stories.onChange(({ file, kind, problems }) => {
    log.info({ file }, `story ${kind}`);
    for (const problem of problems) log.warn(sayProblem(problem));
    if (kind === 'loaded') for (const change of changes.of(file)) log.warn(sayChange(change));
  });
}

/** A story does not load; what readers ask is left out of one that does. */
function sayProblem(problem: Problem): string {
  return `story ${problem.file.endsWith(askedEnd) ? 'loaded, left out' : 'not loaded'}: ${problemLine(problem)}`;
}
