/** Programs that write to a storage until they are killed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** Starts a program; it ends with the test. @param program its address, as `import.meta.resolve` gives it */
export function startWriter(program: string, args: readonly string[]) {
  const file = fileURLToPath(program);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  const output = createInterface(child.stdout).on('line', (line) => lines.push(line));
  const ended = once(output, 'close');
  return {
    /** All that it has said so far. */
    lines,
    /** Waits until it has said so many lines. @throws {Error} where it ends before */
    async said(count: number) {
      const early = ended.then(() => {
        throw new Error(`the program ended after ${lines.length} lines`);
      });
      early.catch(() => undefined);
      while (lines.length < count) await Promise.race([once(output, 'line'), early]);
    },
    /** Kills it after a little while. @returns all that it has said */
    async kill(afterMs = 0): Promise<readonly string[]> {
      await wait(afterMs);
      child.kill('SIGKILL');
      await ended;
      return lines;
    },
  };
}
