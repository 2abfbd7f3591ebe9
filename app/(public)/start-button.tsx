'use client'
// The one button of the first page: it makes a guest, in the zone that the browser names, and goes on to the first card.

import { useActionState } from 'react'
import { startGuest } from './actions.ts'
import styles from './landing.module.css'

export function StartButton({ words }: { words: string }) {
  const [failure, start, starting] = useActionState(async () => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    return startGuest(zone)
  }, null)
  return (
    <form action={start}>
      <button className="btn btn-main btn-large" type="submit" aria-disabled={starting}>
        {words}
      </button>
      <p role="alert" className={failure ? styles.failed : 'vh'}>
        {failure?.message}
      </p>
    </form>
  )
}
