// What cards show: rendered on the server, sanitised as it is shown. Generated decks are the same for every learner, so most
// of it has been rendered before.

import type { StudyCard } from '#lib/core/card.ts'
import type { GeneratedBase } from '#lib/core/generate/generated.ts'
import type { UserId } from '#lib/core/ids.ts'
import { renderCloze, renderMarkup } from '#lib/core/markup/render.ts'
import { type CardContent, encodeState, type WireCard } from '#lib/core/wire.ts'
import { baseVersion } from '#lib/db/bases.ts'
import { database } from '#lib/db/client.ts'
import { type ContentRow, contentRows } from '#lib/db/queue-rows.ts'

const CACHED_TEXTS = 5_000
const rendered = new Map<string, string>()

function remembered(kind: string, markdown: string, render: () => string): string {
  const key = `${kind}\n${markdown}`
  const known = rendered.get(key)
  if (known !== undefined) return known
  const html = render()
  // The oldest goes: a Map keeps the order in which its keys came.
  if (rendered.size >= CACHED_TEXTS) rendered.delete(rendered.keys().next().value ?? '')
  rendered.set(key, html)
  return html
}

const markup = (markdown: string) => remembered('markup', markdown, () => renderMarkup(markdown))
const cloze = (markdown: string, hidden: boolean) =>
  remembered(hidden ? 'hidden' : 'filled', markdown, () => renderCloze(markdown, { hidden }))

// A version never changes, so a base that was read once stays right.
const bases = new Map<string, GeneratedBase>()

/** The version of the fact base that a deck stands at; null: the deck is the learner's own. */
export async function deckBase({ baseId, baseNumber }: Pick<ContentRow, 'baseId' | 'baseNumber'>): Promise<GeneratedBase | null> {
  if (baseId === null || baseNumber === null) return null
  const key = `${baseId} ${baseNumber}`
  const known = bases.get(key)
  if (known) return known
  const shipped = await baseVersion(database(), baseId, baseNumber)
  if (shipped) bases.set(key, shipped.content)
  return shipped?.content ?? null
}

/** These cards with what they show, in the same order. */
export async function withContent(userId: UserId, cards: StudyCard[]): Promise<WireCard[]> {
  if (cards.length === 0) return []
  const rows = await contentRows(
    userId,
    cards.map((card) => card.id),
  )
  const contents = new Map<string, CardContent>()
  for (const row of rows) contents.set(row.cardId, contentOf(row, await deckBase(row)))
  return cards.flatMap((card) => {
    const content = contents.get(card.id)
    return content ? [{ ...card, state: encodeState(card.state), content }] : []
  })
}

function contentOf(row: ContentRow, base: GeneratedBase | null): CardContent {
  const front = row.fields[`${row.key}.front`] ?? ''
  const facts = base?.facts.filter((fact) => row.factIds.includes(fact.id)) ?? []
  return {
    deck: row.deck,
    topic: row.topic,
    kind: row.kind as CardContent['kind'],
    fronts: [row.kind === 'cloze' ? { html: cloze(front, true), filled: cloze(front, false) } : { html: markup(front), filled: null }],
    back: { html: markup(row.fields[`${row.key}.back`] ?? '') },
    facts: facts.map(({ id, topic, statement }) => ({ id, topic, statement: markup(statement) })),
    citation: facts[0]?.citation ?? null,
    year: facts[0]?.year ?? null,
  }
}
