import { defineConfig } from 'vitest/config'

const folders = '{server,apps,town,checks,bin}'

export default defineConfig({
  test: {
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: [`${folders}/**/*.test.{ts,tsx}`],
          exclude: ['**/*.pg.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: [`${folders}/**/*.pg.test.ts`],
          globalSetup: 'server/edges/postgres/test-server.ts',
        },
      },
    ],
  },
})
