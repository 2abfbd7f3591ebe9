// What cards show: rendered on the server, sanitised as it is shown. Generated decks are the same for every learner, so most
// of it has been rendered before.

import type { StudyCard } from '#lib/core/card.ts'
import type { GeneratedBase } from '#lib/core/generate/generated.ts'
import type { CardId, UserId } from '#lib/core/ids.ts'
import { backField, whyField, wordingsOf } from '#lib/core/note/generated-fields.ts'
import { noteCards, type NoteCard, type NoteFields, type NoteKind } from '#lib/core/note/note.ts'
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
const cloze = (markdown: string, hidden: boolean, asked: number | null = null) =>
  remembered(`${hidden ? 'hidden' : 'filled'} ${asked}`, markdown, () =>
    renderCloze(markdown, asked === null ? { hidden } : { hidden, asked }),
  )

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

export async function contentsOfCards(userId: UserId, ids: CardId[]): Promise<Map<CardId, CardContent>> {
  const contents = new Map<CardId, CardContent>()
  if (ids.length === 0) return contents
  for (const row of await contentRows(userId, ids)) contents.set(row.cardId, contentOf(row, await deckBase(row)))
  return contents
}

/** These cards with what they show, in the same order. */
export async function withContent(userId: UserId, cards: StudyCard[]): Promise<WireCard[]> {
  const contents = await contentsOfCards(
    userId,
    cards.map((card) => card.id),
  )
  return cards.flatMap((card) => {
    const content = contents.get(card.id)
    return content ? [{ ...card, state: encodeState(card.state), content }] : []
  })
}

/** What a card of a learner's own note shows. */
export function ownContent({ kind, front, back, asked }: NoteCard, fields: NoteFields, deck: string): CardContent {
  const why = fields['why']?.trim() ?? ''
  return {
    deck,
    topic: null,
    kind,
    fronts: [
      kind === 'cloze' ? { html: cloze(front, true, asked), filled: cloze(front, false, asked) } : { html: markup(front), filled: null },
    ],
    back: { html: markup(back) },
    why: why === '' ? null : { html: markup(why) },
    own: true,
    facts: [],
    citation: fields['source']?.trim() || null,
    year: null,
  }
}

function contentOf(row: ContentRow, base: GeneratedBase | null): CardContent {
  if (row.noteKind !== null) {
    const card = noteCards(row.noteKind as NoteKind, row.fields).find(({ key }) => key === row.key)
    // A card that its note makes no longer may still be named by what was answered today.
    return ownContent(card ?? { key: row.key, kind: 'question', front: '', back: '', asked: null }, row.fields, row.deck)
  }
  const explaining = base?.notes.find((note) => note.guid === row.noteId)?.cards.find((card) => card.key === row.key)?.why?.facts ?? []
  const facts = base?.facts.filter((fact) => row.factIds.includes(fact.id) || explaining.includes(fact.id)) ?? []
  const why = row.fields[whyField(row.key)]?.trim() ?? ''
  return {
    deck: row.deck,
    topic: row.topic,
    kind: row.kind as CardContent['kind'],
    fronts: wordingsOf(row.fields, row.key).map((front) =>
      row.kind === 'cloze' ? { html: cloze(front, true), filled: cloze(front, false) } : { html: markup(front), filled: null },
    ),
    back: { html: markup(row.fields[backField(row.key)] ?? '') },
    why: why === '' ? null : { html: markup(why) },
    own: false,
    facts: facts.map(({ id, topic, statement }) => ({ id, topic, statement: markup(statement) })),
    citation: facts[0]?.citation ?? null,
    year: facts[0]?.year ?? null,
  }
}
