/** When digests are looked after: each minute by the clock, and whenever something is to be tried again. */
import { schedule } from 'node-cron';
import { Engine, type EngineParts } from './engine.ts';

/** Digests that come. */
export interface Digests {
  /** Takes nothing more, and waits for what is under way, ten seconds at the most. */
  stop(): Promise<void>;
}

/** Starts the digests: they are looked after as soon as all is ready, and from then on each minute; not before. */
export function startDigests(parts: EngineParts, ready: Promise<void>): Digests {
  let isStopped = false;
  let running: Digests | undefined;
  void ready.then(() => {
    if (!isStopped) running = start(parts);
  });
  return {
    async stop() {
      isStopped = true;
      await running?.stop();
    },
  };
}

function start(parts: EngineParts): Digests {
  const engine = new Engine(parts);
  engine.wake();
  const task = schedule('* * * * *', () => engine.wake(), {
    // A minute that begins while much is being done is not left out.
    missedExecutionTolerance: 59_000,
    suppressMissedWarning: true,
  });
  return {
    async stop() {
      await task.destroy();
      await engine.stop();
    },
  };
}
