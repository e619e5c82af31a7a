/** Wires everything together. */
import { sayAdded, sayDay, standing } from './briefing/index.ts';
import { type Answer, answer, commands, completeLine } from './commands/index.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { discordLook } from './platforms/discord/index.ts';
import type { Bot, Platform } from './platforms/platform.ts';
import { slackLook } from './platforms/slack/index.ts';
import { type Days, type Desk, WebPlatform } from './platforms/web/index.ts';
import { problemLine, reportingDays, StoryLibrary } from './story/index.ts';

/** A bot that runs. */
export interface Running {
  /** Where the local page is. */
  readonly address: string;
  stop(): Promise<void>;
}

/** The bot over a library of stories; logs one line for each command. */
export function createBot(stories: StoryLibrary, log: Log): Bot {
  return {
    commands,
    completeLine: (typed) => completeLine(typed, commands, stories),
    async answer(call) {
      const start = performance.now();
      const answered = await answer(call, commands, stories);
      const command = nameOf(call.command, answered);
      const durationMs = Number((performance.now() - start).toFixed(2));
      const { kind } = answered.message;
      log.info({ command, platform: call.where.platform, answer: kind, to: answered.to, durationMs }, 'command');
      return answered;
    },
  };
}

/** Starts the bot on every platform that is set up; the local page always is. */
export async function startBot(config: Config, log: Log): Promise<Running> {
  const stories = await StoryLibrary.open(config.stories);
  for (const problem of stories.problems) log.warn(`story not loaded: ${problemLine(problem)}`);
  log.info({ stories: stories.stories.length }, 'stories loaded');
  const web = new WebPlatform({
    ...config,
    looks: [discordLook, slackLook],
    desk: deskOf(stories),
    log,
    now: Date.now,
  });
  const platforms: Platform[] = [web];
  const bot = createBot(stories, log);
  for (const platform of platforms) await platform.start(bot);
  stories.watch();
  const stopTelling = stories.onChange(({ file, kind }) => {
    log.info({ file }, `story ${kind}`);
    for (const problem of stories.problems.filter((each) => each.file === file))
      log.warn(`not loaded: ${problemLine(problem)}`);
  });
  return {
    address: web.address,
    async stop() {
      stopTelling();
      stories.close();
      for (const platform of platforms) await platform.stop();
    },
  };
}

/** The command that was answered; a line that began with a story's name was read as its briefing. */
function nameOf(typed: string, { message }: Answer): string {
  if (commands.some(({ name }) => name === typed)) return typed;
  return message.kind === 'briefing' ? 'briefing' : 'unknown';
}

/** The editor's side of the local page. */
function deskOf(stories: StoryLibrary): Desk {
  return {
    stories: () =>
      stories.stories.map((story) => {
        const { id, name, title } = story;
        return { id, name, title, standing: standing(story), command: `/briefing ${id}` };
      }),
    problems: () => stories.problems.map(problemLine),
    daysOf: (command) => daysOf(command, stories),
    onChange: (listener) => stories.onChange(({ file }) => listener(file.replace(/\.yaml$/, ''))),
  };
}

/** The days that a `/briefing` command's story was reported on, as commands. */
function daysOf(command: string, stories: StoryLibrary): Days | undefined {
  const [name, id = '', ...rest] = command.split(' ');
  const story = name === '/briefing' ? stories.find(id) : undefined;
  if (!story) return undefined;
  const asOf = rest.find((word) => word.startsWith('as-of:'))?.slice('as-of:'.length);
  const others = rest.filter((word) => !word.startsWith('as-of:'));
  const days = reportingDays(story);
  const stops = days.map(({ day, statements, corrections }) => ({
    day: sayDay(day),
    adds: sayAdded(statements, corrections),
    command: [name, id, ...others, `as-of:${day}`].join(' '),
  }));
  const reached = days.filter(({ day }) => asOf === undefined || day <= asOf).length;
  return { stops, current: Math.max(0, reached - 1) };
}
