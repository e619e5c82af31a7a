import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const script = `
  import { getCompileCacheDir } from 'node:module';
  import { keepCompiled } from './src/keep-compiled.ts';
  keepCompiled();
  process.stdout.write(getCompileCacheDir() ?? 'nowhere');`;

async function keptIn(settings: Record<string, string>): Promise<string> {
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script];
  return (await promisify(execFile)(process.execPath, args, { cwd: root, env: { ...env, ...settings } })).stdout;
}

it('keeps what was compiled beside the packages, or where the operator says', async () => {
  expect(await keptIn({})).toContain(join(root, 'node_modules/.cache/dateline'));
  expect(await keptIn({ NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/other') })).toContain('.cache/other');
  expect(await keptIn({ NODE_DISABLE_COMPILE_CACHE: '1' })).toBe('nowhere');
});
