/** Settings may also stand in a file, which every command reads alike. Plain JavaScript, for the start of a fresh clone. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Reads `.env.local` into the environment; what is set already stays.
 * @param {string} root the project's folder
 */
export function loadSettings(root) {
  const file = join(root, '.env.local')
  if (existsSync(file)) process.loadEnvFile(file)
}
