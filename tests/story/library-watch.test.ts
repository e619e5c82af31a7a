import { mkdirSync, renameSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { LibraryChange } from '../../src/story/folder/entries.ts';
import { bridge } from './fixture.ts';
import { broken, followFolder, lines, newFolderForEachTest, pathOf, save, titled, wrong } from './stories-folder.ts';

newFolderForEachTest();

describe('a file that an editor saves', () => {
  test('is served as it is now', async () => {
    const { stories, tells, since } = await followFolder();
    save('bridge.yaml', titled('The bridge opens'));
    await tells('loaded');
    expect(stories.find('bridge')?.title).toBe('The bridge opens');
    expect(since()).toEqual(['loaded bridge.yaml']);
  });

  test('for the first time is served', async () => {
    const { stories, tells } = await followFolder();
    save('ferry.yaml', titled('A ferry sails').replace('name: Bridge', 'name: Ferry'));
    await tells('loaded', 'ferry.yaml');
    expect(stories.stories.map(({ id }) => id)).toEqual(['bridge', 'ferry']);
    expect(stories.search('fer', 5).map(({ id }) => id)).toEqual(['ferry']);
    expect(stories.nameAtStart(['ferry', 'why'])).toBe(1);
  });

  test('under an ending that is not read is named, until it has the right one', async () => {
    const { stories, tells, since } = await followFolder();
    save('ferry.yml', titled('A ferry sails').replace('name: Bridge', 'name: Ferry'));
    await tells('broken', 'ferry.yml');
    expect(lines(stories.problems)).toEqual(['ferry.yml:1:1: it is not read: rename it to ‘ferry.yaml’']);
    since();
    renameSync(pathOf('ferry.yml'), pathOf('ferry.yaml'));
    await tells('removed', 'ferry.yml');
    await tells('loaded', 'ferry.yaml');
    expect(stories.problems).toEqual([]);
    expect(stories.stories.map(({ id }) => id)).toEqual(['bridge', 'ferry']);
  });

  test('broken leaves the last good version in service, and says what is wrong until it is mended', async () => {
    const { stories, tells, since } = await followFolder();
    save('bridge.yaml', broken);
    await tells('broken');
    expect(stories.find('bridge')?.title).toBe('A bridge closes');
    expect(lines(stories.problems)).toEqual([wrong]);
    since();
    save('bridge.yaml', titled('The bridge opens'));
    await tells('loaded');
    expect(stories.find('bridge')?.title).toBe('The bridge opens');
    expect(stories.problems).toEqual([]);
  });

  test('broken twice keeps the last good version still', async () => {
    const { stories, tells, since } = await followFolder();
    save('bridge.yaml', broken);
    await tells('broken');
    since();
    save('bridge.yaml', 'x');
    await tells('broken');
    expect(stories.find('bridge')?.title).toBe('A bridge closes');
    expect(lines(stories.problems)).toEqual(['bridge.yaml:1:1: the file wants keys of its own, not the text ‘x’']);
  });

  test('by renaming another over it is never away', async () => {
    const { stories, tells, since } = await followFolder();
    save('.bridge.yaml.tmp', titled('The bridge opens'));
    renameSync(pathOf('.bridge.yaml.tmp'), pathOf('bridge.yaml'));
    expect(stories.find('bridge')?.title).toBe('A bridge closes');
    await tells('loaded');
    expect(stories.find('bridge')?.title).toBe('The bridge opens');
    expect(since()).toEqual(['loaded bridge.yaml']);
  });

  test('by moving it aside and writing it anew is never away', async () => {
    const { stories, tells, since } = await followFolder();
    renameSync(pathOf('bridge.yaml'), pathOf('bridge.yaml~'));
    save('bridge.yaml', titled('The bridge opens'));
    await tells('loaded');
    expect(stories.find('bridge')?.title).toBe('The bridge opens');
    expect(since()).toEqual(['loaded bridge.yaml']);
  });

  test('and that is missing for a moment is never away', async () => {
    const { stories, tells, since } = await followFolder();
    rmSync(pathOf('bridge.yaml'));
    save('ferry.yaml', titled('A ferry sails'));
    await tells('loaded', 'ferry.yaml'); // by now the folder was read without the bridge
    expect(stories.find('bridge')?.title).toBe('A bridge closes');
    save('bridge.yaml', titled('The bridge opens'));
    await tells('loaded');
    expect(since()).toEqual(['loaded ferry.yaml', 'loaded bridge.yaml']);
  });

  test('by emptying it first is never read while it is empty', async () => {
    const { tells, since, stories } = await followFolder();
    truncateSync(pathOf('bridge.yaml'));
    save('bridge.yaml', titled('The bridge opens').slice(0, 300));
    save('bridge.yaml', titled('The bridge opens'));
    await tells('loaded');
    expect(since()).toEqual(['loaded bridge.yaml']);
    expect(stories.problems).toEqual([]);
  });

  test('many times in a row is read as it is in the end', async () => {
    const { stories, tells } = await followFolder();
    for (let turn = 1; turn <= 50; turn += 1) save('bridge.yaml', titled(`Turn ${turn}`));
    await tells('loaded');
    expect(stories.find('bridge')?.title).toBe('Turn 50');
  });
});

describe('a file that is removed', () => {
  test('goes', async () => {
    const { stories, tells, since } = await followFolder();
    rmSync(pathOf('bridge.yaml'));
    await tells('removed');
    expect(stories.find('bridge')).toBeUndefined();
    expect(stories.stories).toEqual([]);
    expect(since()).toEqual(['removed bridge.yaml']);
  });

  test('while it was broken takes its errors with it', async () => {
    save('bridge.yaml', broken);
    const { stories, tells } = await followFolder();
    expect(lines(stories.problems)).toEqual([wrong]);
    rmSync(pathOf('bridge.yaml'));
    await tells('removed');
    expect(stories.problems).toEqual([]);
  });

  test('and comes back is served again', async () => {
    const { stories, tells, since } = await followFolder();
    rmSync(pathOf('bridge.yaml'));
    await tells('removed');
    since();
    save('bridge.yaml', bridge);
    await tells('loaded');
    expect(stories.find('bridge')?.title).toBe('A bridge closes');
  });

  test('under its name, having another now, is one that goes and one that comes', async () => {
    const { stories, tells } = await followFolder();
    renameSync(pathOf('bridge.yaml'), pathOf('ferry.yaml'));
    await Promise.all([tells('loaded', 'ferry.yaml'), tells('removed')]);
    expect(stories.stories.map(({ id }) => id)).toEqual(['ferry']);
  });
});

test('who has stopped listening is told no more', async () => {
  const { stories, tells } = await followFolder();
  const heard: LibraryChange[] = [];
  stories.onChange((change) => heard.push(change))();
  save('bridge.yaml', titled('The bridge opens'));
  await tells('loaded');
  expect(heard).toEqual([]);
});

describe('a restless folder', () => {
  test('in which another program writes without end does not put off a save', async () => {
    const { stories, tells } = await followFolder();
    const noise = setInterval(() => {
      save('noise.log', String(performance.now()));
      save('..noise', String(performance.now()));
    }, 10);
    save('bridge.yaml', titled('The bridge opens'));
    await tells('loaded').finally(() => clearInterval(noise));
    expect(stories.find('bridge')?.title).toBe('The bridge opens');
  });

  test('follows what a link leads to, of which the system does not tell', async () => {
    save('elsewhere.txt', titled('A link leads here'));
    symlinkSync(pathOf('elsewhere.txt'), pathOf('linked.yaml'));
    const { stories, tells } = await followFolder();
    save('elsewhere.txt', titled('The link leads elsewhere'));
    await tells('loaded', 'linked.yaml');
    expect(stories.find('linked')?.title).toBe('The link leads elsewhere');
  });

  test('that cannot be looked at for a while leaves its stories in service, and is followed again', async () => {
    const { stories, tells, since } = await followFolder();
    const [folder, away] = [pathOf('.'), `${pathOf('.')}-away`];
    onTestFinished(() => rmSync(away, { recursive: true, force: true }));
    renameSync(folder, away);
    symlinkSync(folder, folder);
    await tells('broken'); // which only the patrol can have noticed
    expect(lines(stories.problems)).toEqual(['bridge.yaml:1:1: the file cannot be read (ELOOP)']);
    expect(stories.find('bridge')?.title).toBe('A bridge closes');
    since();
    rmSync(folder);
    renameSync(away, folder);
    await tells('loaded');
    expect(stories.problems).toEqual([]);
  });

  test('that is deleted and made again is followed still', async () => {
    const { stories, tells, since } = await followFolder();
    rmSync(pathOf('.'), { recursive: true });
    mkdirSync(pathOf('.'));
    save('bridge.yaml', titled('The bridge opens'));
    await tells('loaded');
    since();
    // The first save may still have been noticed by the deletion; of this one only a new watch can tell.
    save('bridge.yaml', titled('The bridge closes again'));
    await tells('loaded');
    expect(stories.find('bridge')?.title).toBe('The bridge closes again');
  });
});
