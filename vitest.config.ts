import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // A process for each file: the browser's and the terminal's tests start programs of their own.
    pool: 'forks',
    testTimeout: 20_000,
  },
});
