// What a guest has gathered, in words.

import type { Harvest } from '#lib/study/get-harvest.ts'
import { count } from '../_ui/words.ts'

/** "38 cards, 121 answers, 4 days"; empty where there is nothing. */
export function harvestWords({ cards, answers, days, ownCards }: Harvest): string {
  const studied = answers > 0 ? [count(cards, 'card'), count(answers, 'answer'), count(days, 'day')] : []
  return [...studied, ...(ownCards > 0 ? [`${count(ownCards, 'card')} of your own`] : [])].join(', ')
}
