import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // One less than the cores, the default, leaves a machine of two with one.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    coverage: {
      provider: 'v8',
      include: ['pipeline/{tokenise,attribute,score,compare,text,stats,evaluate}/**'],
    },
  },
});
