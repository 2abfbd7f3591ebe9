// The text of docs/decks.md: every deck that ships, with all of its cards and facts.

import { readFile } from 'node:fs/promises'
import { bases } from '#decks/registry.ts'
import { generateBase } from '#lib/core/generate/generate.ts'
import { pageOf } from '#lib/core/generate/page.ts'
import { parseFactBase } from '#lib/core/generate/parse.ts'

const head = `# The decks

Every card of every deck that ships, beside the fact that it asks for and the facts that it rests on. Where a question has a second
wording, a later review shows that one. Written by \`npm run --silent deck -- page > docs/decks.md\`; a test fails where it is not current.
`

/** Throws where a base that ships does not parse: it would not start either. */
export async function decksPage(): Promise<string> {
  const pages = await Promise.all(
    bases.map(async (name) => {
      const file = `decks/${name}/facts.yaml`
      const parsed = parseFactBase(await readFile(file, 'utf8'), file)
      if (!parsed.ok) throw new Error(parsed.errors.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'))
      return pageOf(parsed.base, generateBase(parsed.base))
    }),
  )
  return `${[head, ...pages].join('\n')}`
}
