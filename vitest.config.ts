import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What keeps nothing but what it has read, once: the files of its tests follow each other in one process, as questions do in a bot. */
export const core = [
  ...['ask', 'briefing', 'commands', 'digest', 'message', 'picture', 'story', 'terminal'],
  ...['platforms/discord', 'platforms/slack'],
];
const ofCore = core.map((folder) => `tests/${folder}/**/*.test.ts`);

/** The longest file is one of the smallest, and would begin last, when nothing is left to run beside it. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files);
    const isLongest = ({ moduleId }: TestSpecification) => moduleId.endsWith('/crash/crash.test.ts');
    return [...sorted.filter(isLongest), ...sorted.filter((each) => !isLongest(each))];
  }
}

export default defineConfig({
  test: {
    // A process for each of the other files: the browser's and the terminal's tests start programs of their own.
    pool: 'forks',
    // Most of them wait for such a program much of the time, so that two do well on two cores, too.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
    // What a slow machine needs; nothing that passes takes longer for it.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      { extends: true, test: { name: 'core', include: ofCore, isolate: false } },
      {
        extends: true,
        test: { name: 'others', include: ['tests/**/*.test.ts'], exclude: [...configDefaults.exclude, ...ofCore] },
      },
    ],
  },
});
