// A learner adds and removes tags of many notes, renames a tag, merges it into another or does away with it, with all within it.

import { v7 as uuidv7 } from 'uuid'
import type { NoteId, UserId } from '#lib/core/ids.ts'
import type { Chosen } from '#lib/core/search/found.ts'
import { cleanTag, isWithin, LONGEST_TAG, MOST_TAGS, retagged, type TagChange } from '#lib/core/search/tags.ts'
import { notesByTags, setTags, taggedNotes, type TaggedNotes } from '#lib/db/bulk-rows.ts'
import { insertChange } from '#lib/db/changes.ts'
import { inTransaction, type Transaction } from '#lib/db/client.ts'
import { lockCursor } from '#lib/db/ingest.ts'
import { type Bulk, nothingDone, notesOf, onChosen } from './choose-cards.ts'
import type { Learner } from './learner.ts'

/** What was taken from notes and what was given to them: undo gives and takes it again, and leaves what came later. */
export type TagsBefore = { had: string[]; got: string[]; notes: NoteId[] }[]

export function tagCards(learner: Learner, now: number, chosen: Chosen, change: TagChange): Promise<Bulk> {
  return onChosen(learner, now, chosen, async (tx, cards) => {
    const done = await retag(tx, learner.id, now, await notesByTags(tx, learner.id, [notesOf(cards)]), change)
    if (!done.ok || done.change === null) return done.ok ? nothingDone(cards.length) : done
    const changed = cards.filter((card) => done.notes.has(card.noteId)).length
    return { ok: true, done: { change: done.change, cards: changed, notes: done.notes.size, passed: cards.length - changed } }
  })
}

export type TagDone = { ok: true; change: string; notes: number } | { ok: false; code: 'not-found' } | Refused
type Refused = { ok: false; code: 'refused'; message: string }

/** Of all of a learner's notes; `not-found` where none has the tag. */
export function changeTag(userId: UserId, now: number, tag: string, change: TagChange): Promise<TagDone> {
  return inTransaction(async (tx) => {
    await lockCursor(tx, userId)
    const groups = (await taggedNotes(tx, userId)).filter(({ tags }) => tags.some((one) => isWithin(cleanTag(one), tag)))
    const done = await retag(tx, userId, now, groups, change)
    if (!done.ok) return done
    return done.change === null ? { ok: false, code: 'not-found' } : { ok: true, change: done.change, notes: done.notes.size }
  }, 60_000)
}

type Retagged = { ok: true; change: string | null; notes: Set<NoteId> } | Refused

async function retag(tx: Transaction, userId: UserId, now: number, groups: readonly TaggedNotes[], change: TagChange): Promise<Retagged> {
  const after = groups
    .map(({ tags, notes }) => ({ before: tags, tags: retagged(tags, change), notes }))
    .filter(({ before, tags }) => before.join('\n') !== tags.join('\n'))
  if (after.length === 0) return { ok: true, change: null, notes: new Set() }
  if (after.some(({ before, tags }) => tags.length > MOST_TAGS && tags.length > before.length)) {
    return { ok: false, code: 'refused', message: `A note has at most ${MOST_TAGS} tags, and one of these has no room for more.` }
  }
  if (after.some(({ before, tags }) => tags.some((tag) => tag.length > LONGEST_TAG && !before.includes(tag)))) {
    return {
      ok: false,
      code: 'refused',
      message: `A tag has at most ${LONGEST_TAG} letters, with what it lies within. Choose a shorter one.`,
    }
  }
  await setTags(tx, userId, after, now)
  const before: TagsBefore = after.map(({ before: old, tags, notes }) => ({
    had: old.filter((tag) => !tags.includes(tag)),
    got: tags.filter((tag) => !old.includes(tag)),
    notes,
  }))
  const id = uuidv7()
  await insertChange(tx, userId, { id, kind: 'tag-notes', subject: id, before, at: now })
  return { ok: true, change: id, notes: new Set(after.flatMap(({ notes }) => notes)) }
}

export async function takeBackTags(tx: Transaction, userId: UserId, now: number, before: TagsBefore): Promise<void> {
  const stand = await notesByTags(
    tx,
    userId,
    before.map(({ notes }) => notes),
  )
  const back = stand.map(({ nth, tags, notes }) => {
    const { had, got } = before[nth] ?? { had: new Array<string>(), got: new Array<string>() }
    // What was added since stays: a note takes back no more tags than it may have.
    return { tags: [...new Set([...tags.filter((tag) => !got.includes(tag)), ...had])].slice(0, Math.max(MOST_TAGS, tags.length)), notes }
  })
  await setTags(tx, userId, back, now)
}
