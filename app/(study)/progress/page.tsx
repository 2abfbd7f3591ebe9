// Progress: five questions a learner asks of their memory, each answered by a sentence first and then by the evidence.

import type { Metadata } from 'next'
import Link from 'next/link'
import { requireUser } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import { getProgress, type Progress } from '#lib/study/get-progress.ts'
import { count } from '../../_ui/words.ts'
import { Head, whoIs } from '../../_frame/head.tsx'
import { pageNonce } from '../../page-nonce.ts'
import { SendWaiting } from '../send-waiting.tsx'
import { Coming } from './coming.tsx'
import { Known } from './known.tsx'
import styles from './progress.module.css'
import { Track } from './track.tsx'
import { Truth } from './truth.tsx'
import { Weak } from './weak.tsx'

export const metadata: Metadata = { title: 'Progress' }

export default async function ProgressPage() {
  const user = await requireUser()
  const progress = await getProgress(user, now())
  const begun = progress.year.some((day) => day.answers > 0) || progress.course.length > 0
  return (
    <>
      <Head current="progress" who={whoIs(user)} />
      <main id="main" className="page">
        <div className="sec open">
          <div className="in">
            <h1 className="title">Progress</h1>
            {!begun && <Nothing progress={progress} />}
            <div className={styles.sending}>
              <SendWaiting learner={user.id} guest={user.guest} />
            </div>
          </div>
        </div>
        {begun && (
          <>
            <Track progress={progress} />
            <Known progress={progress} />
            <Coming progress={progress} />
            <Weak progress={progress} nonce={await pageNonce()} />
            <Truth progress={progress} />
          </>
        )}
      </main>
    </>
  )
}

function Nothing({ progress }: { progress: Progress }) {
  const { cards } = progress.firmness
  return (
    <>
      <p className="lead muted">
        Nothing has been answered yet, so there is nothing to tell.{' '}
        {cards === 0
          ? 'There are no cards yet, either: write the first ones in a deck of your own.'
          : `After the first sitting this page shows what you know of ${count(cards, 'card')}.`}
      </p>
      <p className="acts">
        {cards === 0 ? (
          <Link className="btn btn-main btn-large" href="/decks">
            Decks
          </Link>
        ) : (
          <Link className="btn btn-main btn-large" href="/review">
            Start review
          </Link>
        )}
      </p>
    </>
  )
}
