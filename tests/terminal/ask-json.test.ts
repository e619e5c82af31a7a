import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, expect, test, vi } from 'vitest';
import { StoryLibrary } from '../../src/story/index.ts';
import { answerLines } from '../../src/terminal/ask-json.ts';
import { writeStories } from '../bench/write-stories.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-lines-'));
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

test('each line has a turn of its own, also where all come at once', async () => {
  writeStories(folder, 1, 3);
  const stories = await StoryLibrary.open(folder);
  const lines = ['what happened', 'who said so', 'why'].map((question) => JSON.stringify({ question }));
  let turn = 0;
  const count = () => {
    turn += 1;
    counting = setImmediate(count);
  };
  let counting = setImmediate(count);
  const turns: number[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation(() => turns.push(turn) > 0);
  expect(await answerLines(Readable.from([lines.join('\n')]), stories)).toBe(0);
  clearImmediate(counting);
  expect(turns).toHaveLength(lines.length);
  expect(new Set(turns).size).toBe(lines.length);
});
