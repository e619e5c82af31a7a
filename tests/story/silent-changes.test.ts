import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SilentChanges, sayChange } from '../../src/story/index.ts';
import { bridge, edited, saying } from './fixture.ts';
import { followFolder, newFolderForEachTest, pathOf, save } from './stories-folder.ts';

newFolderForEachTest();

const correction = (was: string, field = 'what') => `corrections:
  - when: 2024-05-02
    statement: closing
    field: ${field}
    was: ${was}
    why: It was wrong.
    evidence: 1 The bridge closed today
`;

/** The folder's changes, as they are told after each save. */
async function followChanges() {
  const { stories, tells, since } = await followFolder();
  const changes = new SilentChanges(stories);
  const said = () => changes.of().map(sayChange);
  return {
    changes,
    said,
    async saved(text: string, kind: 'loaded' | 'broken' = 'loaded') {
      since();
      save('bridge.yaml', text);
      await tells(kind);
      return said();
    },
    async gone() {
      since();
      rmSync(pathOf('bridge.yaml'));
      await tells('removed');
      return said();
    },
  };
}

const told = 'bridge.yaml: the sentence of ‘closing’ changed without a correction; it was: The bridge closed.';

describe('a sentence that was in service', () => {
  test('and says something else is told, with what it said, until a correction says so', async () => {
    const { changes, said, saved } = await followChanges();
    expect(said()).toEqual([]);
    expect(await saved(saying('The bridge fell.'))).toEqual([told]);
    expect(changes.of('bridge.yaml')).toEqual([
      { file: 'bridge.yaml', statement: 'closing', field: 'what', was: 'The bridge closed.' },
    ]);
    expect(changes.of('ferry.yaml')).toEqual([]);
    // Further edits are compared with what was told, and a broken file changes nothing.
    expect(await saved(saying('The bridge fell down.'))).toEqual([told]);
    expect(await saved('x', 'broken')).toEqual([told]);
    expect(await saved(`${saying('The bridge fell down.')}${correction('The bridge closed.')}`)).toEqual([]);
    expect(await saved(`${saying('The bridge burnt.')}${correction('The bridge closed.')}`)).toEqual([
      told.replace('The bridge closed.', 'The bridge fell down.'),
    ]);
  });

  test('and is corrected at once is nothing to tell', async () => {
    const { saved } = await followChanges();
    expect(await saved(`${saying('The bridge fell.')}${correction('The bridge closed.')}`)).toEqual([]);
  });

  test('is told no more once its old words are back', async () => {
    const { saved } = await followChanges();
    expect(await saved(saying('The bridge fell.'))).toEqual([told]);
    expect(await saved(bridge)).toEqual([]);
  });

  test('may change its marks, its case and its spaces', async () => {
    const { saved } = await followChanges();
    expect(await saved(saying('The Bridge – closed!'))).toEqual([]);
  });

  test('and another new one, or one that went, are no change', async () => {
    const { saved, gone } = await followChanges();
    const fact = 'facts:\n  long:\n    what: It is long.\n    evidence: 3 the bridge is old\n';
    expect(await saved(edited(['facts:\n', fact]))).toEqual([]);
    expect(await saved(bridge)).toEqual([]);
    expect(await saved(saying('The bridge fell.'))).toEqual([told]);
    expect(await gone()).toEqual([]);
    expect(await saved(bridge)).toEqual([]);
  });

  test('of a position or a fact, too; what is no longer followed is not told', async () => {
    const { changes, saved, said } = await followChanges();
    const fell = edited(
      ['what: The bridge is old.', 'what: The bridge is new.'],
      ['Ada Lind said so', 'Ada Lind denied it'],
    );
    expect(await saved(fell)).toEqual([
      expect.stringContaining('‘safe/mayor’ changed without a correction; it was: Mayor Ada Lind said so.'),
      expect.stringContaining('‘age’ changed'),
    ]);
    changes.stop();
    await saved(bridge);
    expect(said()).toHaveLength(2);
  });
});

describe('a date or a place that was in service', () => {
  const dated = (when: string, where = '') =>
    edited(['when: 2024-05-01', `when: ${when}${where && `\n    where: ${where}`}`]);
  const changed = (noun: string, was: string) =>
    `bridge.yaml: the ${noun} of ‘closing’ changed without a correction; it was: ${was}`;

  test('and is another is told, until a correction of it says so', async () => {
    const { saved } = await followChanges();
    expect(await saved(dated('2024-04-30', 'Oslo'))).toEqual([changed('date', '2024-05-01')]);
    expect(await saved(dated('2024-04-30', 'Bergen'))).toEqual([
      changed('date', '2024-05-01'),
      changed('place', 'Oslo'),
    ]);
    const corrected = `${dated('2024-04-30', 'Bergen')}${correction('2024-05-01', 'when')}`;
    expect(await saved(corrected)).toEqual([changed('place', 'Oslo')]);
    expect(await saved(`${dated('2024-04-30', 'OSLO')}${correction('2024-05-01', 'when')}`)).toEqual([]);
  });

  test('is told no more once the old one is back', async () => {
    const { saved } = await followChanges();
    expect(await saved(dated('2024-05-01~'))).toEqual([changed('date', '2024-05-01')]);
    expect(await saved(bridge)).toEqual([]);
  });
});
