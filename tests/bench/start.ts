/** Starts the real program as `npm start` does, and talks to its page. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const main = new URL('../../src/main.ts', import.meta.url).pathname;

const flagsOf = (script: string) => script.split(' ').filter((word) => word.startsWith('--'));

/** Node's flags in `npm start`. */
export const startFlags: readonly string[] = flagsOf(manifest.scripts.start);
/** Those in `npm run dateline`. */
export const cliFlags: readonly string[] = flagsOf(manifest.scripts.dateline);

/** The program, once it listens. */
export interface Started {
  readonly child: ChildProcess;
  readonly address: string;
}

/** @param settings what differs from a newcomer's */
export async function start(stories: string, settings: Record<string, string> = {}): Promise<Started> {
  const folders = { STORIES: stories, DATELINE_DATA: `${stories}-data` };
  const environment = { ...process.env, ...folders, PORT: '0', LOG_LEVEL: 'silent', ...settings };
  const child = spawn(process.execPath, [...startFlags, main], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // A measurement that fails must not leave it running.
  process.once('exit', () => child.kill('SIGKILL'));
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\S+/.exec(line)?.[0];
    if (address !== undefined) return { child, address };
  }
  throw new Error('the program did not start');
}

/** How much memory the program holds, in bytes; undefined where the system does not tell (only Linux does). */
export function memoryOf({ child }: Started): number | undefined {
  const status = `/proc/${child.pid}/status`;
  return existsSync(status) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) * 1024 : undefined;
}

export async function stop({ child }: Started) {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** The page's answer to a line, as HTML. */
export async function say({ address }: Started, line: string): Promise<string> {
  const response = await fetch(`${address}say`, { method: 'POST', body: new URLSearchParams({ say: line }) });
  return response.text();
}
