/** `dateline …` as its users run it: the real program in the terminal. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Ended, ended } from './ended.ts';

const root = join(import.meta.dirname, '..');

/** What it said, and how it ended. */
export interface Said {
  readonly code: Ended;
  readonly out: string;
  readonly err: string;
}

/** Runs it with its output piped, over the stories of the repository unless the settings say otherwise. @param input what is piped into it */
export async function dateline(
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
  input = '',
): Promise<Said> {
  const { FORCE_COLOR: _force, NO_COLOR: _no, ...rest } = process.env;
  const bare = { STORIES: 'briefings', HOST: '', PORT: '1', ACCESS_TOKEN: '', LOG_LEVEL: '' };
  const node = ['--disable-warning=ExperimentalWarning', 'src/cli.ts', ...args];
  const child = spawn(process.execPath, node, { cwd: root, env: { ...rest, ...bare, ...settings } });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  child.stdin.on('error', () => undefined); // it may end before it has read all
  child.stdin.end(input);
  return { code: await ended(child), out, err };
}

/** Each test starts the program, some several times, while others do: on a busy machine that takes long. */
export const inTime = { timeout: 300_000 } as const;
