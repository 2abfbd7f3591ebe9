import { defineConfig } from 'vitest/config'

const databaseTests = '**/*.database.test.ts'
const rooms = '{app,bench,decks,lib,scripts}'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [`${rooms}/**/*.test.{ts,tsx}`],
          exclude: [databaseTests],
          setupFiles: 'scripts/testing/seed.ts',
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'database',
          include: [`${rooms}/${databaseTests}`],
          globalSetup: 'scripts/testing/start-postgres.ts',
          setupFiles: ['scripts/testing/seed.ts', 'scripts/testing/fresh-database.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
})
