/** Answers are made ready in the background, once the bot has begun to answer. */
import type { Answers } from '../ask/index.ts';
import type { StoryLibrary } from '../story/index.ts';
import { inTurns } from './in-turns.ts';
import type { Log } from './log.ts';

/** So long the bot is left to itself when it starts, in milliseconds. */
const startMs = 500;

/** A preparation that is under way. */
export interface Preparing {
  /** Settles once answers are prepared, which takes much memory for a moment: digests wait for it. Never where that is stopped before it begins. */
  readonly prepared: Promise<void>;
  /** Ends what is under way with the step that it is at. */
  stop(): void;
}

/** Prepares answers, and then rehearses them. What fails is logged: the answers are then slower, and the same. */
export function prepareAnswers(answers: Answers, library: StoryLibrary, log: Log): Preparing {
  const prepared = Promise.withResolvers<void>();
  const stopping = new AbortController();
  const goThrough = (steps: Generator) => inTurns(steps, stopping.signal);
  const timer = setTimeout(() => {
    goThrough(answers.prepare(library.stories))
      .finally(prepared.resolve)
      .then(() => goThrough(answers.rehearse(library.stories)))
      .catch((why) => log.error({ why: String(why) }, 'answers were not rehearsed'));
  }, startMs);
  return {
    prepared: prepared.promise,
    stop() {
      clearTimeout(timer);
      stopping.abort();
    },
  };
}
