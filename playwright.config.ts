import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // One app at a time: windows on one display hand each other the pointer when they open and close.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // On a machine that others use too a story may wait too long once; one that fails twice is broken.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
})
