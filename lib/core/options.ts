// The study options of a preset: all that decides where an answer places a card. A PresetVersion holds one of these and never changes.

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
