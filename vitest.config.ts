import { existsSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

const isCI = Boolean(process.env.CI)
/** Prepares what all test files share (the template database), where somebody has written it. */
const globalSetup = existsSync(new URL('test/setup.ts', import.meta.url)) ? ['./test/setup.ts'] : []

export default defineConfig({
  test: {
    globalSetup,
    environment: 'node',
    pool: 'forks',
    // Tests start databases, daemons and browsers of their own: more workers than this starve them.
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 300_000,
    // What a test waits for comes at once on a quiet machine; two workers, databases and browsers make it wait.
    expect: { poll: { timeout: 20_000 } },
    teardownTimeout: 20_000,
    restoreMocks: true,
    unstubEnvs: true,
    allowOnly: !isCI,
    reporters: isCI
      ? [['default', { summary: false }], './test/reporter.ts']
      : ['default', './test/reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'tests',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: ['test/days/**', 'test/days.test.ts', '**/node_modules/**'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        // Whole days of users: one at a time and after all else, since they measure how long things take.
        extends: true,
        test: {
          name: 'days',
          include: ['test/days.test.ts', 'test/days/**/*.test.ts'],
          testTimeout: 300_000,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
