// What a card's memory is made of, so that it can be made again with other parameters.

import type { CardState, Memory, Rating } from '../card.ts'
import type { StudyEvent } from '../event.ts'
import { nextMemory } from '../memory.ts'
import { elapsedSince } from '../schedule.ts'

export type MemoryStep = { rating: Rating; elapsedDays: number } | { memory: Memory | null }

/** Adds what an event does to memory, if anything. `state` is the card's before it. */
export function remember(steps: MemoryStep[], event: StudyEvent, { lastDay }: CardState): void {
  if (event.kind === 'answer' && !event.practice) {
    steps.push({ rating: event.rating, elapsedDays: elapsedSince(lastDay, event.studyDay) })
  } else if (event.kind === 'reset') steps.push({ memory: null })
  else if (event.kind === 'restore') steps.push({ memory: event.memory })
}

export function memoryOf(steps: readonly MemoryStep[], parameters: readonly number[]): Memory | null {
  let memory: Memory | null = null
  for (const step of steps) {
    memory = 'rating' in step ? nextMemory(memory, step.elapsedDays, step.rating, parameters) : step.memory
  }
  return memory
}
