/** Decks and notes of a learner's own, made past the pages. */
import { type APIRequestContext, expect } from '@playwright/test'
import { v7 as uuidv7 } from 'uuid'
import type { NoteKind } from '#lib/core/note/note.ts'
import { rowsOf } from './learners.ts'

const headers = { 'sec-fetch-site': 'same-origin' }

export async function makeDeck(request: APIRequestContext, name: string, parentId: string | null = null): Promise<string> {
  const id = uuidv7()
  const response = await request.post('/api/decks', { headers, data: { id, name, parentId } })
  expect(response.status()).toBe(200)
  return id
}

export async function makeNote(
  request: APIRequestContext,
  deckId: string,
  kind: NoteKind,
  fields: Record<string, string>,
  tags: string[] = [],
): Promise<string> {
  const id = uuidv7()
  const response = await request.post('/api/notes', { headers, data: { id, deckId, kind, fields, tags } })
  expect(response.status(), await response.text()).toBe(200)
  return id
}

/** A learner with one deck of their own, and the shipped one out of the way: what comes in review is theirs. */
export async function onlyOwnDeck(request: APIRequestContext, userId: string, name = 'Ward round'): Promise<string> {
  await rowsOf('UPDATE "Deck" SET "deletedAt" = now() WHERE "userId" = $1', [userId])
  return makeDeck(request, name)
}

export { headers as ours }
