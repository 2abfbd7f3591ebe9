// The study options of a preset: all that decides where an answer places a card. A PresetVersion holds one of these and never changes.

import { DEFAULT_PARAMETERS } from './memory.ts'

export type Mix = 'mixed' | 'before' | 'after'

export type Options = {
  /** FSRS-6 parameters, 21 numbers. */
  parameters: readonly number[]
  /** Aim for the probability of recall on the day a card is due, 0.70 to 0.99. */
  desiredRetention: number
  learningStepsMs: readonly number[]
  relearningStepsMs: readonly number[]
  /** Use FSRS's same-day stability also where steps are left over; see docs/scheduling.md. */
  shortTermWithSteps: boolean
  maximumIntervalDays: number
  fuzz: boolean
  newPerDay: number
  reviewsPerDay: number
  newIgnoresReviewLimit: boolean
  newMix: Mix
  interdayLearningMix: Mix
  buryNewSiblings: boolean
  buryReviewSiblings: boolean
  buryInterdayLearningSiblings: boolean
  leechThreshold: number
  leechAction: 'tag' | 'suspend'
}

/** What a new learner starts with. Retention, steps, limits and leeches are what switching learners know from Anki. */
export const DEFAULT_OPTIONS: Options = {
  parameters: DEFAULT_PARAMETERS,
  desiredRetention: 0.9,
  learningStepsMs: [60_000, 600_000],
  relearningStepsMs: [600_000],
  shortTermWithSteps: false,
  maximumIntervalDays: 36_500,
  fuzz: true,
  newPerDay: 20,
  reviewsPerDay: 200,
  newIgnoresReviewLimit: false,
  newMix: 'mixed',
  interdayLearningMix: 'mixed',
  buryNewSiblings: true,
  buryReviewSiblings: true,
  buryInterdayLearningSiblings: true,
  leechThreshold: 8,
  leechAction: 'tag',
}
