// What is coming? Reviews and minutes of the next thirty days.

import type { Progress } from '#lib/study/get-progress.ts'
import { ComingDays } from '../../_charts/coming.tsx'
import { dayName } from '../../_ui/days.ts'
import { count } from '../../_ui/words.ts'
import { Section } from './section.tsx'

const minutesOf = (ms: number) => Math.max(1, Math.round(ms / 60_000))

export function Coming({ progress }: { progress: Progress }) {
  const { forecast, pace } = progress
  const busy = forecast.filter((day) => day.ms > 0)
  const total = busy.reduce((sum, day) => sum + day.ms, 0)
  const longest = busy.reduce<(typeof forecast)[number] | null>((best, day) => (best && best.ms >= day.ms ? best : day), null)
  const reviews = forecast.reduce((sum, day) => sum + day.reviews, 0)
  const fresh = forecast.reduce((sum, day) => sum + day.fresh, 0)
  return (
    <Section
      id="coming"
      question="What is coming?"
      answer={busy.length === 0 ? 'Nothing is planned' : `${count(minutesOf(total / busy.length), 'minute')} a day`}
      explained={
        longest === null
          ? 'No review falls due in the next 30 days, and no new card waits.'
          : `On the days of the next 30 that bring cards. In all, ${count(reviews, 'review')}${fresh === 0 ? '' : ` and ${count(fresh, 'new card')}`}, about ${count(minutesOf(total), 'minute')}. The longest day is ${longest === forecast[0] ? 'today' : dayName(longest.day, 'long')}, about ${count(minutesOf(longest.ms), 'minute')}.`
      }
      definition={`From ${pace.measured ? 'your own pace of the last 30 days' : 'a usual pace, until there is one of yours'}: ${Math.max(1, Math.round(pace.answerMs / 1000))} seconds an answer. A review counts as one answer, a new card as three.`}
    >
      <div className="in">
        <ComingDays
          title="Reviews due each day"
          hint={fresh === 0 ? 'No new cards wait.' : `On top of them come ${count(fresh, 'new card')}, as the limits let them in.`}
          days={forecast}
        />
      </div>
      <p className="note">As the schedule stands now; what is overdue counts as today’s. Every answer you give adds a later review.</p>
    </Section>
  )
}
