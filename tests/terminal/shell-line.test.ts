import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Message } from '../../src/message/index.ts';
import { StoryLibrary } from '../../src/story/index.ts';
import { forShell } from '../../src/terminal/shell-line.ts';
import { edited } from '../story/fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-shell-'));
afterAll(() => rmSync(folder, { recursive: true }));
const asked = `What's "safe" for $HOME, \`ls\` & more!?`;
writeFileSync(
  join(folder, 'bridge.yaml'),
  edited(['Is it safe?:', `Is it safe?: safe\n  '${asked.replace("'", "''")}':`]),
);
const stories = await StoryLibrary.open(folder);

/** What stands on the buttons of a message in the terminal. */
function offered(...commands: readonly string[]): string[] {
  const buttons = commands.map((command) => ({ label: 'x', command }));
  const message: Message = { kind: 'help', title: '', summary: '', command: '/help', page: 1, blocks: [], buttons };
  return forShell(message, stories).buttons.map(({ command }) => command);
}

test.each([
  ['/stories', 'stories'],
  ['/help digest', 'help digest'],
  ['/briefing bridge', 'briefing bridge'],
  ['/briefing bridge timeline as-of:2024-05-02', 'briefing bridge --section timeline --as-of 2024-05-02'],
  ['/briefing bridge page:2', 'briefing bridge'],
  ['/digest preview bridge week:2024-05-02', 'digest preview bridge --week 2024-05-02'],
  ['/ask bridge number:1', 'ask bridge "Is it safe?"'],
  ['/ask bridge number:2', `ask bridge '${asked.replace("'", "'\\''")}'`],
  ['/ask bridge about:closing why', 'ask bridge "about:closing why"'],
  ['/ask bridge about:closing', 'ask bridge about:closing'],
])('‘%s’ is offered as ‘%s’', (command, line) => {
  expect(offered(command)).toEqual([`npm run -s dateline -- ${line}`]);
});

test.each([
  '/ask',
  '/ask bridge',
  '/ask bridge number:9',
  '/ask bridge private:yes why',
  '/digest subscribe bridge',
  '/digest list',
  '/report bridge closing',
  '/catchup bridge',
  '/briefing gone',
  '/nonsense',
])('‘%s’, for which the terminal has no line, is not offered', (command) => {
  expect(offered(command)).toEqual([]);
});

test('the shell reads a question as it stands, whatever signs are in it', () => {
  const [line = ''] = offered('/ask bridge number:2');
  const said = execFileSync('sh', ['-c', line.replace('npm run -s dateline --', "printf '%s|'")], { encoding: 'utf8' });
  expect(said).toBe(`ask|bridge|${asked}|`);
});
