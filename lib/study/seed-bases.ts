// Ships the fact bases that come with the app: each is read, checked, generated and stored as a version where it is new.

import { createHash } from 'node:crypto'
import { generateBase } from '#lib/core/generate/generate.ts'
import { lintBase } from '#lib/core/generate/lint.ts'
import { parseFactBase } from '#lib/core/generate/parse.ts'
import { shipBase } from '#lib/db/bases.ts'

export type FactBaseFile = { file: string; text: string }

/** Throws with a sentence for the operator where a base is wrong: none of that base is stored then. */
export async function seedBases(files: FactBaseFile[], now: number): Promise<void> {
  for (const { file, text } of files) {
    const parsed = parseFactBase(text, file)
    if (!parsed.ok) throw new Error(parsed.errors.map((error) => `${error.file}:${error.line}: ${error.message}`).join('\n'))
    const content = generateBase(parsed.base)
    const errors = lintBase(parsed.base, content).errors
    if (errors.length > 0) throw new Error(errors.map((error) => `${file}: ${error.rule}: ${error.message}`).join('\n'))
    const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex')
    await shipBase(content, hash, now)
  }
}
