// Find: any card of the learner's, by words, deck, tag and state, and what is done with many at once.

import type { Metadata } from 'next'
import { requireUser } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import { readFindWords } from '#lib/http/find-input.ts'
import { findCards } from '#lib/study/find-cards.ts'
import { getNarrowings } from '#lib/study/get-narrowings.ts'
import { Head, whoIs } from '../../_frame/head.tsx'
import { FindRoom } from './find-room.tsx'
import styles from './find.module.css'

export const metadata: Metadata = { title: 'Find' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function FindPage({ searchParams }: Props) {
  const [user, given] = [await requireUser(), await searchParams]
  const one = (name: string) => [given[name] ?? ''].flat()[0] ?? ''
  const asked = readFindWords(new URLSearchParams({ q: one('q'), sort: one('sort') }))
  // One after the other: what came in its thousands is read and counted by the first, without which the second could take minutes.
  const answer = await findCards(user, now(), asked)
  const narrowings = await getNarrowings(user, now())
  return (
    <>
      <Head current="find" who={whoIs(user)} />
      <main id="main" className={styles.find}>
        <FindRoom initial={asked} answer={answer} narrowings={narrowings} />
      </main>
    </>
  )
}
