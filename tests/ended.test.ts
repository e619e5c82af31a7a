import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { ended } from './ended.ts';

test.each([
  ['process.exit(0)', 0],
  ['process.exit(3)', 3],
  ['process.kill(process.pid, "SIGKILL"); setTimeout(() => {}, 60_000)', 'SIGKILL'],
])('a program that runs ‘%s’ has ended with %s', async (program, how) => {
  expect(await ended(spawn(process.execPath, ['-e', program]))).toBe(how);
});
