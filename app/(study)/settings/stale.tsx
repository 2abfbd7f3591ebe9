'use client'
// Another tab or device changed the settings first: both versions, and the learner chooses.

import { useEffect, useRef } from 'react'
import type { Settings } from '#lib/core/settings.ts'
import styles from './settings.module.css'
import { differences } from './settings-words.ts'

type StaleProps = { there: Settings; here: Settings; onSettle: (keep: 'theirs' | 'mine') => void }

export function Stale({ there, here, onSettle }: StaleProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="sec rule" aria-labelledby="stale">
      <h2 className="label" id="stale" tabIndex={-1} ref={heading}>
        Changed elsewhere
      </h2>
      <div className="in">
        <p>Your settings were changed in another tab or on another device. Nothing was overwritten.</p>
        <table className={styles.versions}>
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">Setting</span>
              </th>
              <th scope="col">There</th>
              <th scope="col">Here</th>
            </tr>
          </thead>
          <tbody>
            {differences(there, here).map((difference) => (
              <tr key={difference.name}>
                <th scope="row">{difference.name}</th>
                <td>{difference.there}</td>
                <td>{difference.here}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={`acts ${styles.acts}`}>
          <button className="btn" type="button" onClick={() => onSettle('theirs')}>
            Keep what stands there
          </button>
          <button className="btn" type="button" onClick={() => onSettle('mine')}>
            Save what stands here
          </button>
        </p>
      </div>
    </section>
  )
}
