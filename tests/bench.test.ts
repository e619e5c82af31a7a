import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inTime } from './dateline.ts';
import { ended } from './ended.ts';

/** What measuring parts says of them, and how it ends. */
async function bench(...parts: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bench', 'bench.ts'), ...parts]);
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  return { code: await ended(child), out, err };
}

test.for(['nonsense', 'constructor', '--nonsense'])(
  '‘%s’ is nothing to measure: the parts are named, and nothing is measured',
  inTime,
  async (part) => {
    expect(await bench(part)).toEqual({
      code: 2,
      out: '',
      err: `There is nothing called ‘${part}’ to measure; there is core, start, live, ask, digests, crash, large.\n`,
    });
  },
);
