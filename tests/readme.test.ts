import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { commands } from '../src/commands/index.ts';
import { parseAsked, parseStory, withAsked } from '../src/story/index.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

test.for(['README.md', 'docs/figures.md', 'briefings/README.md', 'src/platforms/README.md'])(
  'every link of %s leads to a file',
  (file) => {
    const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(join(root, dirname(file), link)))).toEqual([]);
    expect(links.length).toBeGreaterThanOrEqual(file === 'README.md' ? 10 : 0);
  },
);

test('the small story of the format’s description loads, with what readers ask of it', () => {
  const [example = '', correction = '', asked = ''] = [
    ...read('briefings/README.md').matchAll(/^( *)```yaml\n(.*?)^\1```/gms),
  ].map(([, indent = '', text = '']) => text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''));
  expect(parseStory('old-bridge.yaml', Buffer.from(example + correction))).toMatchObject({
    story: { corrections: [{ statement: 'closing' }] },
  });
  const parsed = parseStory('old-bridge.yaml', Buffer.from(example));
  expect(parsed).toMatchObject({ story: { title: 'The old bridge closes' } });
  const beside = parseAsked('old-bridge.asked.yaml', Buffer.from(asked));
  if ('problems' in parsed) throw new Error('the story does not load');
  const joined = withAsked(parsed.story, beside, () => asked);
  expect(joined).toMatchObject({ problems: [], story: { notTold: [expect.any(String)] } });
});

test('the commands that the README names are those that there are', () => {
  const rows = [...read('README.md').matchAll(/^\| `\/(\w+) ?([^`]*)`/gm)];
  const named = rows.flatMap(([, name = '', rest = '']) => {
    const subcommands = rest.split(/ ?\\\| ?/).filter((word) => /^[a-z]+$/.test(word));
    return subcommands.length > 1 ? subcommands.map((word) => `${name} ${word}`) : [name];
  });
  expect(named).toEqual(commands.filter(({ unlisted }) => unlisted !== true).map(({ name }) => name));
  const { scripts } = JSON.parse(read('package.json'));
  const run = [...read('README.md').matchAll(/`npm run (?:-s )?(\w+)/g)].map((match) => match[1] ?? '');
  expect(run.filter((script) => !(script in scripts))).toEqual([]);
});
