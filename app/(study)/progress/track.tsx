// Am I on track? Recall of the last month against the aim, and the days of a year.

import Link from 'next/link'
import { FEW, type Recall } from '#lib/core/statistics/recall.ts'
import type { Progress } from '#lib/study/get-progress.ts'
import { Calendar } from '../../_charts/calendar.tsx'
import { Whiskers } from '../../_charts/whiskers.tsx'
import { count, percent, spentWords } from '../../_ui/words.ts'
import { Section } from './section.tsx'

export function Track({ progress }: { progress: Progress }) {
  const { recall, aim, year, streak } = progress
  const studied = year.filter((day) => day.answers > 0)
  const sum = (of: (day: (typeof year)[number]) => number) => studied.reduce((total, day) => total + of(day), 0)
  const off = year.some((day) => day.off)
  const perDay = studied.length === 0 ? 0 : sum((day) => day.tookMs) / studied.length
  const row = (name: string, own: Recall) => ({ name, few: own.n < FEW, ...own })
  return (
    <Section
      id="track"
      question="Am I on track?"
      answer={recall.all.share === null ? 'Too early to say' : `${percent(recall.all.share, 1)} recalled`}
      explained={trackWords(recall.all, aim)}
      definition={
        <>
          Recall: reviews of the last 30 days of cards past learning that were not rated Again. Of a day and a card only what was asked a
          day or more after the answer before it.
          {recall.all.share !== null && ` 95% interval ${percent(recall.all.low, 1)} to ${percent(recall.all.high, 1)} (Wilson).`}
        </>
      }
    >
      <div className="in">
        <Whiskers
          title="Recall by age of the card, last 30 days"
          hint={aim === null ? 'Dot: recall. Bar: its 95% interval.' : `Dot: recall. Bar: its 95% interval. Dotted: your ${percent(aim)}.`}
          rows={[row('Young', recall.young), row('Mature', recall.mature)]}
          aim={aim}
        />
      </div>
      <p className="note">
        Mature: the interval before the review was 21 days or more. Young: less. A hollow dot has fewer than {FEW} reviews: too few to say.
      </p>
      <div className="in">
        <Calendar
          title={`${count(
            sum((day) => day.answers),
            'answer',
          )} on ${count(studied.length, 'day')}`}
          hint={`${streakWords(streak)} ${spentWords(perDay)} on a study day. The larger the square, the more answers${off ? '; a dash is a planned day off' : ''}.`}
          days={year}
        />
      </div>
      <p className="note">
        The last 53 weeks, by your study day. An answer counts up to a minute; practice and what was undone do not count. In a row: study
        days without a gap up to today, or to yesterday while today is open. A day off that was <Link href="/settings#off">planned</Link>{' '}
        before it began is no gap, and counts only if you studied.
      </p>
    </Section>
  )
}

function streakWords(streak: number): string {
  return streak === 0 ? 'No study day in a row yet.' : `${count(streak, 'study day')} in a row.`
}

function trackWords({ share, recalled, n, low, high }: Recall, aim: number | null): string {
  if (share === null) return 'No card past learning was reviewed in the last 30 days.'
  const told = `In the last 30 days you recalled ${recalled} of ${count(n, 'review')}.`
  if (aim === null) return told
  const aimed = `You aim for ${percent(aim)}`
  if (n < FEW) return `${told} ${aimed}: these are too few to say.`
  if (low > aim) return `${told} ${aimed}: you recall more than that.`
  return high < aim ? `${told} ${aimed}: you recall less than that.` : `${told} ${aimed}: on track.`
}
