import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // A process for each file: the browser's and the terminal's tests start programs of their own.
    pool: 'forks',
    // Most of them wait for such a program much of the time, so that two do well on two cores, too.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // What a slow machine needs; nothing that passes takes longer for it.
    testTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
