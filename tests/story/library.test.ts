import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { StoryLibrary } from '../../src/story/index.ts';
import { bridge, edited } from './fixture.ts';
import { followFolder, lines, newFolderForEachTest, openFolder, pathOf, save, titled } from './stories-folder.ts';

newFolderForEachTest();

describe('a folder', () => {
  test('is loaded story by story; what is no story file is left alone', async () => {
    save('ferry.yaml', titled('A ferry sails'));
    save('notes.txt', 'x');
    save('.hidden.yaml', 'x');
    save('bridge.yaml~', 'x');
    const library = await openFolder();
    expect(library.stories.map(({ id }) => id)).toEqual(['bridge', 'ferry']);
    expect(library.problems).toEqual([]);
    expect(library.find('ferry')?.title).toBe('A ferry sails');
  });

  test('with files that do not load serves the others, and lists what is wrong file by file, line by line', async () => {
    save('a.yaml', '');
    save('z.yaml', edited(['state: developing', 'state: open'], ['title: A bridge closes', 'title:']));
    mkdirSync(pathOf('folder.yaml'));
    const stories = await openFolder();
    expect(stories.stories.map(({ id }) => id)).toEqual(['bridge']);
    expect(lines(stories.problems)).toEqual([
      'a.yaml:1:1: the file is empty',
      'folder.yaml:1:1: this is no file',
      'z.yaml:1:1: ‘title’ is empty',
      'z.yaml:5:8: ‘state’ is one of developing, quiet, closed',
    ]);
  });

  test('with a file that would be a story under its right name tells that name', async () => {
    save('ferry.yml', titled('A ferry sails'));
    save('port.yaml.txt', titled('A port opens'));
    save('quay.YAML', titled('A quay sinks'));
    for (const file of ['.hidden.yml', 'notes.txt', 'bridge.yaml~']) save(file, 'x');
    const stories = await openFolder();
    expect(stories.stories.map(({ id }) => id)).toEqual(['bridge']);
    expect(lines(stories.problems)).toEqual([
      'ferry.yml:1:1: it is not read: rename it to ‘ferry.yaml’',
      'port.yaml.txt:1:1: it is not read: rename it to ‘port.yaml’',
      'quay.YAML:1:1: it is not read: rename it to ‘quay.yaml’',
    ]);
    expect(['ferry', 'Port', 'quay'].map((id) => stories.brokenFile(id))).toEqual([
      'ferry.yml',
      'port.yaml.txt',
      'quay.YAML',
    ]);
  });

  test('knows which file is why a story is not there', async () => {
    save('half-way.yaml', edited(['state: developing', 'state: open']));
    save('%.yaml', '');
    const stories = await openFolder();
    expect(['half-way', 'Half Way', 'bridge', 'gone', '', '?'].map((id) => stories.brokenFile(id))).toEqual([
      'half-way.yaml',
      'half-way.yaml',
      ...[undefined, undefined, undefined, undefined],
    ]);
  });

  test('with a file of 10 MB serves the others', async () => {
    save('big.yaml', bridge.padEnd(10_000_000, '# more\n'));
    expect(lines((await openFolder()).problems)).toEqual([
      'big.yaml:1:1: the file is larger than 1 MiB, the most that is read',
    ]);
  });

  const isRoot = process.getuid?.() === 0;
  test.skipIf(isRoot)(
    `with a file that may not be read serves the others${isRoot ? ' (skipped: root may read every file)' : ''}`,
    async () => {
      save('closed.yaml', bridge);
      chmodSync(pathOf('closed.yaml'), 0);
      const stories = await openFolder();
      expect(lines(stories.problems)).toEqual(['closed.yaml:1:1: the file cannot be read (EACCES)']);
      expect(stories.stories).toHaveLength(1);
    },
  );

  test('that is empty holds no story', async () => {
    rmSync(pathOf('bridge.yaml'));
    expect((await openFolder()).stories).toEqual([]);
  });

  test('that is missing, or is a file, is told in a sentence', async () => {
    const missing = pathOf('missing');
    await expect(StoryLibrary.open(missing)).rejects.toThrow(
      `The stories’ folder ‘${missing}’ does not exist; STORIES names it.`,
    );
    const file = pathOf('bridge.yaml');
    await expect(StoryLibrary.open(file)).rejects.toThrow(
      `‘${file}’ is a file, not a folder; STORIES names the stories’ folder.`,
    );
  });
});

test('what is wrong is listed in the order of the names, and of the lines of each, however late a file came', async () => {
  const many = Array.from({ length: 40 }, (_, index) => `key-${index}: x\n`).join('');
  save('z.yaml', bridge + many);
  const { stories, tells } = await followFolder();
  save('a.yaml', bridge + many);
  await tells('broken', 'a.yaml');
  const places = (file: string) => Array.from({ length: 40 }, (_, index) => `${file}:${index + 31}`);
  expect(stories.problems.map(({ file, line }) => `${file}:${line}`)).toEqual([
    ...places('a.yaml'),
    ...places('z.yaml'),
  ]);
});
