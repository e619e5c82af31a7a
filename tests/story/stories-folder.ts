/** A temporary folder of story files for each test, and a library of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { LibraryChange } from '../../src/story/folder/entries.ts';
import { type Problem, problemLine, StoryLibrary } from '../../src/story/index.ts';
import { bridge, edited } from './fixture.ts';

let folder: string;
let library: StoryLibrary | undefined;

/** To be called by each file of tests: several may share this module. */
export function newFolderForEachTest() {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-library-'));
    save('bridge.yaml', bridge);
  });
  afterEach(() => {
    library?.close();
    library = undefined;
    rmSync(folder, { recursive: true });
  });
}

/** Where a file of the folder lies. */
export function pathOf(file: string): string {
  return join(folder, file);
}

export function save(file: string, text: string) {
  writeFileSync(pathOf(file), text);
}

/** The small story under another title. */
export function titled(title: string): string {
  return edited(['A bridge closes', title]);
}

/** A story that does not load, and what is wrong with it in `bridge.yaml`. */
export const broken = edited(['state: developing', 'state: open']);
export const wrong = 'bridge.yaml:5:8: ‘state’ is one of developing, quiet, closed';

export function lines(problems: readonly Problem[]): string[] {
  return problems.map(problemLine);
}

export async function openFolder(reading?: { readonly asked: boolean }): Promise<StoryLibrary> {
  library = await StoryLibrary.open(folder, reading);
  return library;
}

/** The library, followed, and a way to wait for what it tells of next. */
export async function followFolder() {
  const stories = await openFolder();
  stories.watch();
  const told: LibraryChange[] = [];
  const waiting: (() => void)[] = [];
  stories.onChange((change) => {
    told.push(change);
    for (const look of waiting) look();
  });
  /** Waits until that was told; what was told before it counts as well. */
  const tells = (kind: LibraryChange['kind'], file = 'bridge.yaml') =>
    new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`not ${kind}: ${file}; told ${JSON.stringify(told)}`)), 60_000);
      const look = () => {
        if (!told.some((change) => change.kind === kind && change.file === file)) return;
        clearTimeout(late);
        resolve();
      };
      waiting.push(look);
      look();
    });
  /** What was told since it was last asked. */
  const since = () => told.splice(0).map(({ file, kind }) => `${kind} ${file}`);
  return { stories, tells, since };
}
