// A deck as one page to read in a browser, card by card as in a review: Space shows the answer, then the next card.

import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DeckReport } from '#lib/core/generate/report.ts'

const here = (name: string) => readFile(join(import.meta.dirname, name), 'utf8')

/** Writes the page, and gives the path of its file. */
export async function writePreview(report: DeckReport, folder = tmpdir()): Promise<string> {
  const [page, tokens] = await Promise.all([here('preview.html'), here('../app/tokens.css')])
  const cards = report.notes.flatMap(({ topic, cards }) => cards.map((card) => article(topic, card)))
  const file = join(folder, `myelin-preview-${report.base.id}.html`)
  await writeFile(
    file,
    page.replace('/* TOKENS */', () => tokens).replace('<!-- CARDS -->', () => cards.join('\n')),
  )
  return file
}

/** The texts of a card are safe HTML; what else stands here are ids and topics, which hold none. */
function article(topic: string, { fronts, back, why, facts }: DeckReport['notes'][number]['cards'][number]): string {
  const [front, ...others] = fronts
  const also = others.map(({ html }) => `<div class="muted">In other words: ${html}</div>`).join('')
  const because = why === null ? '' : `<div class="why">${why.html}</div>`
  const source = `<p class="muted">Fact ${[...facts, ...(why?.facts ?? [])].join(', ')}</p>`
  return `<article><p class="muted">${topic}</p><div class="q">${front?.html}</div><div class="back"><div class="a">${back.html}</div>${because}${also}${source}</div></article>`
}
