// Which of these questions a deck asks already.

import type { DeckId, UserId } from '#lib/core/ids.ts'
import { cleanMarkdown } from '#lib/core/markup/clean.ts'
import { questionKey, questionsOf } from '#lib/core/note/question.ts'
import { database } from '#lib/db/client.ts'
import { ownDeck } from '#lib/db/own-decks.ts'
import { fieldsOfDeck } from '#lib/db/own-notes.ts'

/** Their places among `questions`, from 0. Null: the learner has no such deck. */
export async function findAsked(userId: UserId, deckId: DeckId, questions: readonly string[]): Promise<number[] | null> {
  if (!(await ownDeck(database(), userId, deckId))) return null
  const fields = await fieldsOfDeck(database(), userId, deckId)
  const asked = new Set(fields.flatMap(questionsOf).map(questionKey))
  return questions.flatMap((question, index) => (asked.has(questionKey(cleanMarkdown(question))) ? [index] : []))
}
