/** The real program, started to be killed. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ended } from '../ended.ts';

const root = join(import.meta.dirname, '..', '..');

/** One life of the program. */
export interface Life {
  /** Resolves with the next line of its log that holds the words, from now on. */
  says(words: string): Promise<string>;
  /** Lines of its log that tell of faults. */
  readonly faults: readonly string[];
  /** Ends it in the midst of whatever it does, and waits until it is gone. */
  kill(): Promise<void>;
  /** Tells it to stop, and waits until it has; rejects where it then ends in any other way than with 0. */
  stop(): Promise<void>;
  /** Rejects when it ends without having been told to. */
  readonly died: Promise<never>;
}

/** @param settings of the platforms and folders; none but these */
export function start(settings: Readonly<Record<string, string>>): Life {
  const ours = /^(?:DISCORD|SLACK|DIGEST|DATELINE|DATABASE)/;
  const bare = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
  const env = { ...bare, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info', ...settings };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts'], { cwd: root, env });
  const atExit = () => child.kill('SIGKILL');
  process.once('exit', atExit);
  const faults: string[] = [];
  const lines = createInterface(child.stdout).on('line', (line) => {
    if (line.includes('"level":"error"')) faults.push(line);
  });
  createInterface(child.stderr).on('line', (line) => faults.push(line));
  let expected = false;
  const hasEnded = ended(child).finally(() => process.off('exit', atExit));
  const died = hasEnded.then(async (code) => {
    if (!expected) throw new Error(`the program ended by itself, with ${code}: ${faults.join('\n')}`);
    return new Promise<never>(() => {});
  });
  died.catch(() => {}); // whoever waits for it is told
  const end = (signal: NodeJS.Signals) => {
    expected = true;
    child.kill(signal);
    return hasEnded;
  };
  return {
    faults,
    died,
    says(words) {
      const { promise, resolve } = Promise.withResolvers<string>();
      const look = (line: string) => {
        if (!line.includes(words)) return;
        lines.off('line', look);
        resolve(line);
      };
      lines.on('line', look);
      return promise;
    },
    kill: async () => void (await end('SIGKILL')),
    async stop() {
      const how = await end('SIGTERM');
      if (how !== 0) throw new Error(`told to stop, the program ended with ${how}: ${faults.join('\n')}`);
    },
  };
}
