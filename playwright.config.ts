import { defineConfig } from '@playwright/test'

import { launchOptions } from './e2e/browser.ts'

const report = process.env['E2E_REPORT']

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.test.ts',
  globalSetup: './e2e/global-setup.ts',
  outputDir: '.cache/e2e-results',
  forbidOnly: process.env['CI'] === 'true',
  // One browser at a time: the tests share two processors with the server and its database.
  workers: 1,
  timeout: 60_000,
  reporter: report ? [['list'], ['json', { outputFile: report }]] : 'list',
  use: { launchOptions: await launchOptions(), trace: 'retain-on-failure' },
})
