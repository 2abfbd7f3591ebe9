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

/** Two images, and a deck with a note that shows one of them. */
async function illustrated(): Promise<{ learner: Learner; images: { hash: string; bytes: Uint8Array<ArrayBuffer> }[] }> {
  const learner = await newLearner()
  const images = []
  for (const bytes of [
    Uint8Array.from([137, 80, 78, 71, 0, 255, 39, 92]),
    Uint8Array.from({ length: 70_000 }, (_, index) => index % 256),
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
