/** The bot as platforms see it: answers whatever is typed, and logs one line for each command. */
import { randomUUID } from 'node:crypto';
import { Answers } from '../ask/index.ts';
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
  type Known,
  type Memory,
  tooFast,
} from '../commands/index.ts';
import type { Bot, SpacesSeen } from '../platforms/platform.ts';
import type { StoryLibrary } from '../story/index.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** What a bot is made of. */
export interface BotParts {
  readonly stories: StoryLibrary;
  readonly memory: Memory;
  readonly log: Log;
  readonly metrics: Metrics;
  /** What answers questions; keeps the stories ready that are asked. */
  readonly answers?: Answers;
  /** Draws the pictures of digests; without it they are shown without. */
  readonly pictures?: Known['pictures'];
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
  pictures,
}: BotParts): Bot {
  const flood = new Flood();
  const known = { commands, stories, memory, answers, ...(pictures && { pictures }) };
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
