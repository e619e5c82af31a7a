import { renameSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { AskedFiles } from '../../src/story/folder/asked-files.ts';
import { bridge } from './fixture.ts';
import {
  broken,
  followFolder,
  lines,
  newFolderForEachTest,
  openFolder,
  pathOf,
  save,
  titled,
  wrong,
} from './stories-folder.ts';

newFolderForEachTest();

const file = 'bridge.asked.yaml';
const asking = (...asks: readonly string[]) => `also_asked: { age: [${asks.join(', ')}] }\n`;

describe('what readers ask, in a file beside a story', () => {
  test('comes with the story, and is no story itself', async () => {
    save(file, asking('How old?'));
    const stories = await openFolder();
    expect(stories.stories.map(({ id }) => id)).toEqual(['bridge']);
    expect(stories.find('bridge')?.alsoAsked).toEqual([{ asks: 'How old?', answers: ['age'] }]);
    expect(stories.problems).toEqual([]);
  });

  test('is not read where it is not wanted, but for whether its story is there', async () => {
    save(file, 'also_asked: [');
    save('dam.asked.yaml', asking('How old?'));
    const stories = await openFolder({ asked: false });
    expect(stories.find('bridge')?.alsoAsked).toEqual([]);
    expect(lines(stories.problems)).toEqual(['dam.asked.yaml:1:1: there is no story ‘dam.yaml’ beside it']);
  });

  test('is told as the story’s change when it is saved, changed and removed', async () => {
    const { stories, tells, since } = await followFolder();
    const asked = () => stories.find('bridge')?.alsoAsked.map(({ asks }) => asks);
    for (const asks of [['How old?'], ['How old?', 'What age?']]) {
      save(file, asking(...asks));
      await tells('loaded');
      expect(asked()).toEqual(asks);
      expect(since()).toEqual(['loaded bridge.yaml']);
    }
    rmSync(pathOf(file));
    await tells('loaded');
    expect(asked()).toEqual([]);
  });

  test('stays when the story is saved', async () => {
    save(file, asking('How old?'));
    const { stories, tells } = await followFolder();
    save('bridge.yaml', titled('The bridge opens'));
    await tells('loaded');
    expect(stories.find('bridge')).toMatchObject({ title: 'The bridge opens', alsoAsked: [{ asks: 'How old?' }] });
  });

  test('takes no story out of service: what fits is kept, and what is wrong is told', async () => {
    save(file, 'also_asked: { age: How old?, agee: Why? }\n');
    const { stories, tells, since } = await followFolder();
    expect(lines(stories.problems)).toEqual([
      'bridge.asked.yaml:1:30: there is no statement or open question ‘agee’; did you mean ‘age’?',
    ]);
    expect(stories.find('bridge')?.alsoAsked).toEqual([{ asks: 'How old?', answers: ['age'] }]);
    save(file, 'also_asked: {}\nalso_asked: {}\n');
    await tells('loaded');
    expect(lines(stories.problems)).toEqual([
      'bridge.asked.yaml:2:1: ‘also_asked’ stands twice in this place; rename or remove one of them',
    ]);
    // The last that could be read.
    expect(stories.find('bridge')?.alsoAsked).toEqual([{ asks: 'How old?', answers: ['age'] }]);
    since();
    save('bridge.yaml', broken);
    await tells('broken');
    expect(lines(stories.problems)).toEqual([wrong]);
  });

  test('that is moved aside and written anew is never away', async () => {
    save(file, asking('How old?'));
    const { stories, tells, since } = await followFolder();
    renameSync(pathOf(file), pathOf(`${file}~`));
    save('bridge.yaml', titled('The bridge opens'));
    await tells('loaded');
    expect(stories.find('bridge')).toMatchObject({ title: 'The bridge opens', alsoAsked: [{ asks: 'How old?' }] });
    since();
    save(file, asking('How old?', 'Why?'));
    await tells('loaded');
    expect(stories.find('bridge')?.alsoAsked).toHaveLength(2);
  });

  test('is read once, until it changes', async () => {
    save(file, asking('How old?'));
    const files = new AskedFiles(pathOf('.'));
    const first = await files.beside('bridge.yaml');
    expect(await files.beside('bridge.yaml')).toBe(first);
    save(file, asking('How old?', 'Why?'));
    expect((await files.beside('bridge.yaml')).parsed?.lists?.also_asked).toEqual({ age: ['How old?', 'Why?'] });
  });

  test('is told where there is no story beside it, until there is one', async () => {
    save('ferry.asked.yaml', asking('How old?'));
    const { stories, tells, since } = await followFolder();
    const stray = 'ferry.asked.yaml:1:1: there is no story ‘ferry.yaml’ beside it';
    expect(lines(stories.problems)).toEqual([stray]);
    save('ferry.yaml', bridge);
    await tells('loaded', 'ferry.yaml');
    expect(stories.problems).toEqual([]);
    expect(stories.find('ferry')?.alsoAsked).toHaveLength(1);
    since();
    rmSync(pathOf('ferry.yaml'));
    await tells('broken', 'ferry.asked.yaml');
    expect(lines(stories.problems)).toEqual([stray]);
    rmSync(pathOf('ferry.asked.yaml'));
    await tells('removed', 'ferry.asked.yaml');
    expect(stories.problems).toEqual([]);
  });
});
