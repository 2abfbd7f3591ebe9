// Images in what a learner downloads: they come back byte by byte, and what is none is refused with the whole file.

import { v7 as uuidv7 } from 'uuid'
import { beforeAll, expect, test } from 'vitest'
import type { DeckId, NoteId, UserId } from '#lib/core/ids.ts'
import { database } from '#lib/db/client.ts'
import { readExport } from '#lib/http/export-document.ts'
import type { Learner } from './learner.ts'
import { makeDeck } from './make-deck.ts'
import { readMedia, storeMedia } from './media.ts'
import { type RestoreInto, restoreLearner } from './restore-learner.ts'
import { saveNote } from './save-note.ts'
import { downloadOf, newLearner, NOON, seedShippedBases } from './testing.ts'

beforeAll(() => seedShippedBases())

const newAddress = () => ({ email: `${crypto.randomUUID()}@example.org` })

function restore(text: string, into: RestoreInto) {
  const read = readExport(text)
  if (!read.ok) throw new Error(read.sentence)
  return restoreLearner(read.document, NOON, into)
}

async function restored(text: string, into: RestoreInto): Promise<UserId> {
  const result = await restore(text, into)
  if (!result.ok) throw new Error(`${result.refusal} ${result.detail}`)
  return result.userId
}

/** Nine images, and a deck with a note that shows one of them. */
async function illustrated(): Promise<{ learner: Learner; images: { hash: string; bytes: Uint8Array<ArrayBuffer> }[] }> {
  const learner = await newLearner()
  const images = []
  for (const bytes of [
    Uint8Array.from([137, 80, 78, 71, 0, 255, 39, 92]),
    Uint8Array.from({ length: 70_000 }, (_, index) => index % 256),
    // More than are put back at once.
    ...[1, 2, 3, 4, 5, 6, 7].map((last) => Uint8Array.from([137, 80, 78, 71, last])),
  ]) {
    images.push({ hash: (await storeMedia(learner.id, NOON, 'image/png', bytes)) ?? '', bytes })
  }
  const deckId = uuidv7() as DeckId
  await makeDeck(learner.id, NOON, deckId, { name: 'Scans', parentId: null })
  const note = {
    deckId,
    kind: 'question' as const,
    fields: { front: 'What does it show?', back: `![A lesion](/api/media/${images[0]?.hash})` },
    tags: [],
    version: null,
  }
  expect(await saveNote(learner.id, NOON, uuidv7() as NoteId, note)).toMatchObject({ ok: true })
  return { learner, images }
}

test('images come along, byte by byte, and the notes that show them', async () => {
  const { learner, images } = await illustrated()
  const text = await downloadOf(learner.id)
  for (const copy of [await restored(text, newAddress()), await restored(text, { learner: (await newLearner()).id })]) {
    for (const { hash, bytes } of images) expect(await readMedia(copy, hash)).toEqual({ type: 'image/png', bytes })
    const notes = await database().note.findMany({ where: { userId: copy, kind: 'question' } })
    expect(notes.filter(({ fields }) => JSON.stringify(fields).includes(images[0]?.hash ?? ''))).toHaveLength(1)
  }
})

test.each([
  { what: 'other bytes than its hash says', change: { bytes: '\\x00' } },
  { what: 'bytes that are none', change: { bytes: 'hello' } },
  { what: 'a page in the place of an image', change: { type: 'text/html' } },
  { what: 'another size', change: { size: 7 } },
])('an image with $what: refused whole', async ({ change }) => {
  const file = JSON.parse(await downloadOf((await illustrated()).learner.id)) as { media: Record<string, unknown>[] }
  Object.assign(file.media[0] ?? {}, change)
  const into = newAddress()
  expect(await restore(JSON.stringify(file), into)).toMatchObject({ ok: false, refusal: 'inconsistent' })
  expect(await database().user.findUnique({ where: into })).toBeNull()
})

test('a learner who wrote into the shipped deck, or brought an image, is not empty', async () => {
  const text = await downloadOf((await newLearner()).id)
  const [writer, painter] = [await newLearner(), await newLearner()]
  const { id } = await database().deck.findFirstOrThrow({ where: { userId: writer.id, baseId: { not: null } } })
  const note = { deckId: id as DeckId, kind: 'question' as const, fields: { front: 'Mine?', back: 'A' }, tags: [], version: null }
  expect(await saveNote(writer.id, NOON, uuidv7() as NoteId, note)).toMatchObject({ ok: true })
  await storeMedia(painter.id, NOON, 'image/png', Uint8Array.from([137, 80, 78, 71]))
  for (const learner of [writer, painter]) {
    const before = await downloadOf(learner.id)
    expect(await restore(text, { learner: learner.id })).toMatchObject({ ok: false, refusal: 'not-empty' })
    expect(await downloadOf(learner.id)).toBe(before)
  }
})
