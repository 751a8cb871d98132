import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{server,web,data,demo,scripts,bench}/**/*.test.{ts,tsx}'],
          // Six times faster than a process each; tests share nothing but the template database.
          pool: 'threads',
          isolate: false,
          globalSetup: 'tests/database.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          pool: 'threads',
          maxWorkers: 1,
          fileParallelism: false,
          isolate: false,
          testTimeout: 90_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
