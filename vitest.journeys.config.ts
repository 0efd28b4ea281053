import { defineConfig } from 'vitest/config'

/** The tests in a real browser, one after the other: each starts a server of its own. */
export default defineConfig({
  test: {
    include: ['{server,apps,town,checks,bin}/**/*.journey.ts'],
    globalSetup: 'server/edges/postgres/test-server.ts',
    fileParallelism: false,
    expect: { poll: { timeout: 10_000 } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
