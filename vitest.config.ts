import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Properties take a while on a machine that others use too; how long a test takes is not what it tests.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    restoreMocks: true,
  },
})
