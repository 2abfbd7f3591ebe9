'use server'
// Saving a deck's options: an act that can be expected to fail comes back as words, not as an error.

import { revalidatePath } from 'next/cache'
import { currentUser } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import type { DeckId, PresetVersionId } from '#lib/core/ids.ts'
import { readDeckOptions, type OptionErrors, type OptionTexts } from '#lib/http/deck-options.ts'
import { problemSentence } from '#lib/http/problem.ts'
import { readUuid } from '#lib/http/uuid.ts'
import { type DeckOptions, getDeck } from '#lib/study/get-deck.ts'
import type { Learner } from '#lib/study/learner.ts'
import { saveDeckOptions } from '#lib/study/save-deck-options.ts'
import { unanswerable } from '#lib/study/unanswerable.ts'

export type OptionsState = {
  /** What the fields hold, and the version that a save is made against. */
  texts: OptionTexts
  presetVersion: string
  errors: OptionErrors
  /** What is in force, where that is not what was last seen. */
  inForce: OptionTexts | null
  said: { ok: boolean; words: string } | null
}

export async function saveOptions(deck: string, before: OptionsState, form: FormData): Promise<OptionsState> {
  const texts = textsOf(form)
  const refuse = (words: string, more: Partial<OptionsState> = {}): OptionsState => {
    return { ...before, texts, errors: {}, inForce: null, said: { ok: false, words }, ...more }
  }
  try {
    const user = await currentUser()
    if (!user) return refuse(problemSentence('session-ended'))
    const deckId = readUuid<DeckId>(String(deck))
    const presetVersion = readUuid<PresetVersionId>(String(before.presetVersion))
    if (deckId === null || presetVersion === null) return refuse(problemSentence('malformed'))
    const read = readDeckOptions(texts, presetVersion)
    if (!read.ok) return refuse('Nothing was saved yet. One thing needs another value.', { errors: read.errors })
    const saved = await saveDeckOptions(user, now(), deckId, read.options)
    if (!saved.ok) return refuse(problemSentence(saved.code), saved.code === 'stale' ? await inForceNow(user, deckId) : {})
    revalidatePath(`/decks/${deckId}`)
    const said = { ok: true, words: 'Saved. No card moved: the options count from the next answers on.' }
    return { texts, presetVersion: saved.presetVersion, errors: {}, inForce: null, said }
  } catch (error) {
    const code = unanswerable(error)
    if (code === null) throw error
    return refuse(problemSentence(code))
  }
}

function textsOf(form: FormData): OptionTexts {
  const text = (name: keyof OptionTexts) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.slice(0, 20) : ''
  }
  return { newPerDay: text('newPerDay'), reviewsPerDay: text('reviewsPerDay'), desiredRetention: text('desiredRetention') }
}

/** What another device saved: the next save is made against it, now that it has been seen. */
async function inForceNow(user: Learner, deckId: DeckId): Promise<Partial<OptionsState>> {
  const deck = await getDeck(user, now(), deckId)
  return deck ? { inForce: asTexts(deck.options), presetVersion: deck.options.presetVersion } : {}
}

const asTexts = ({ newPerDay, reviewsPerDay, desiredRetention }: DeckOptions): OptionTexts => ({
  newPerDay: String(newPerDay),
  reviewsPerDay: String(reviewsPerDay),
  desiredRetention: String(Math.round(desiredRetention * 100)),
})
