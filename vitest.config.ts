import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { include: ['{app,decks,lib,scripts}/**/*.test.{ts,tsx}', '*.test.ts'] } })
