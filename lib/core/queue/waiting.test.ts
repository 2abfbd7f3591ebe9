import { describe, expect, test } from 'vitest'
import type { StudyCard } from '../card.ts'
import { newCardState } from '../fold/apply.ts'
import type { CardId, DeckId, NoteId, PresetVersionId } from '../ids.ts'
import { waitingCards, type Met } from './waiting.ts'

const ids = { deckId: 'deck' as DeckId, presetVersion: 'preset' as PresetVersionId }
const fresh = (note: string): StudyCard => ({
  id: `of ${note}` as CardId,
  noteId: note as NoteId,
  ...ids,
  place: 0,
  state: newCardState(0),
})
const seen: StudyCard = { ...fresh('chain'), state: { ...fresh('chain').state, phase: 'learning', reps: 1 } }

const chain = new Map([['chain' as NoteId, ['cause' as NoteId, 'target' as NoteId]]])
const met = (cause: Met | null, target: Met | null) =>
  new Map(
    [['cause' as NoteId, cause] as const, ['target' as NoteId, target] as const].flatMap(([id, one]) => (one ? [[id, one] as const] : [])),
  )

const answered = { answered: true, open: true }
const unanswered = { answered: false, open: true }
const shut = { answered: false, open: false }

describe('a card that puts two notes together', () => {
  test.each([
    ['waits while neither was answered', unanswered, unanswered, true],
    ['waits while one was not', answered, unanswered, true],
    ['comes once both were', answered, answered, false],
    ['does not wait for a note that is suspended, deleted or withdrawn', answered, shut, false],
    ['does not wait for a note that the learner never had', answered, null, false],
    ['comes though a note that was answered is suspended now', { answered: true, open: false }, answered, false],
  ])('%s', (_name, cause, target, waits) => {
    expect(waitingCards([fresh('chain')], chain, met(cause, target)).has('of chain' as CardId)).toBe(waits)
  })

  test('is not held back once it was answered itself', () => {
    expect(waitingCards([seen], chain, met(unanswered, unanswered)).size).toBe(0)
  })

  test('holds nothing else back', () => {
    expect(waitingCards([fresh('cause'), fresh('other')], chain, met(unanswered, unanswered)).size).toBe(0)
  })
})
