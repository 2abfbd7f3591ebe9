// Today: what is due, about how long it takes, and one button.

import type { Metadata } from 'next'
import Link from 'next/link'
import { requireUser } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import { getToday } from '#lib/study/get-today.ts'
import { dayName } from '../../_ui/days.ts'
import { Head, whoIs } from '../../_frame/head.tsx'
import { LeftBehind } from '../../_ui/left-behind.tsx'
import { SendWaiting } from '../send-waiting.tsx'
import { DeckTable } from './deck-table.tsx'
import { FollowDay } from './follow-day.tsx'
import { Done, Due, FirstDay, FirstDays } from './openings.tsx'
import styles from './today.module.css'
import { Week } from './week.tsx'

export const metadata: Metadata = { title: 'Today' }

export default async function TodayPage() {
  const user = await requireUser()
  const today = await getToday(user, now())
  return (
    <>
      <Head current="today" who={whoIs(user)} />
      <FollowDay day={today.day} zone={user.zone} rolloverHour={user.rolloverHour} />
      <main id="main" className="page">
        <div className="sec open">
          <p className="label date muted">{dayName(today.day, 'long')}</p>
          <div className="in">
            {today.state === 'first-day' && <FirstDay today={today} />}
            {today.state === 'due' && <Due today={today} />}
            {today.state === 'done' && <Done today={today} rolloverHour={user.rolloverHour} />}
            <div className={styles.sending}>
              <SendWaiting learner={user.id} guest={user.guest} />
              <LeftBehind own={user.id} />
            </div>
          </div>
        </div>
        {today.state === 'first-day' ? (
          <FirstDays today={today} />
        ) : (
          <>
            <DeckTable decks={today.decks} />
            <Week week={today.week} />
          </>
        )}
        {user.guest && <Guest />}
      </main>
    </>
  )
}

function Guest() {
  return (
    <section className="sec rule" aria-labelledby="guest">
      <h2 className="label" id="guest">
        Guest
      </h2>
      <div className="in">
        <p>
          Only this browser can reach your cards. They stay for as long as you come back; after 90&nbsp;days without a visit they are
          deleted.
        </p>
        <p className={styles.keep}>
          <Link href="/claim">Keep your cards</Link> under an address and a password, and go on from any device.
        </p>
      </div>
    </section>
  )
}
