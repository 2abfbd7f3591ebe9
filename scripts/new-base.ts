// Starts a fact base: a folder with a facts.yaml that is sound already, to be filled with the facts of a source.

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const STARTER = join(import.meta.dirname, 'starter.yaml')
const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/

export type Started = { ok: boolean; message: string }

/** Makes `NAME/facts.yaml` in this folder. A base that is there already is never touched. */
export async function newBase(name: string, folder: string): Promise<Started> {
  if (!slug.test(name)) return { ok: false, message: `“${name}” is no name for a fact base: use small letters, digits and hyphens.` }
  const file = join(folder, name, 'facts.yaml')
  const text = (await readFile(STARTER, 'utf8')).replaceAll(
    /^id: .*$/gm,
    `id: ${name.padEnd(27)} # never changes: every card's identity rests on it`,
  )
  try {
    await mkdir(join(folder, name), { recursive: true })
    await writeFile(file, text, { flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    return { ok: false, message: `“${file}” is there already, and stays as it is.` }
  }
  const next = `npm run --silent deck -- build ${join(folder, name)}`
  return { ok: true, message: `${file} holds an invented disease. Put yours in its place (docs/fact-bases.md), and see its cards: ${next}` }
}
