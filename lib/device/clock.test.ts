import { expect, test } from 'vitest'
import { createClock } from './clock.ts'

test.each([
  { what: 'nothing learnt yet', answers: [], offset: 0 },
  { what: 'an answer tells the offset at the middle of its round trip', answers: [[100_050, 0, 100]], offset: 100_000 },
  {
    what: 'a slower answer that agrees is passed over',
    answers: [
      [100_050, 0, 100],
      [100_400, 0, 600],
    ],
    offset: 100_000,
  },
  {
    what: 'a quicker answer that agrees is taken',
    answers: [
      [100_400, 0, 600],
      [100_010, 0, 20],
    ],
    offset: 100_000,
  },
  {
    what: 'a slower answer that cannot agree is taken: a clock was set',
    answers: [
      [100_050, 0, 100],
      [5_000_500, 0, 1_000],
    ],
    offset: 5_000_000,
  },
] satisfies { what: string; answers: [number, number, number][]; offset: number }[])('$what', ({ answers, offset }) => {
  const clock = createClock(() => 1_000)
  for (const answer of answers) clock.observe(...answer)
  expect(clock.now()).toBe(1_000 + offset)
  expect(clock.deviceNow()).toBe(1_000)
})
