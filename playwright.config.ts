import { defineConfig } from '@playwright/test'

import { launchOptions } from './e2e/browser.ts'

const report = process.env['E2E_REPORT']

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.test.ts',
  globalSetup: './e2e/global-setup.ts',
  outputDir: '.cache/e2e-results',
  forbidOnly: process.env['CI'] === 'true',
  // Two at a time: a test mostly waits for its page, and each has a learner of its own.
  workers: 2,
  timeout: 60_000,
  reporter: report ? [['list'], ['json', { outputFile: report }]] : 'list',
  use: { launchOptions: await launchOptions(), trace: 'retain-on-failure' },
})
