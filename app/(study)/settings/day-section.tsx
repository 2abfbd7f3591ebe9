'use client'
// Where the learner is and when their day begins, and whether this browser has moved elsewhere.

import { useSyncExternalStore } from 'react'
import { hourWords } from '../../_ui/days.ts'
import { FormSection } from './fields.tsx'
import styles from './settings.module.css'
import { sameZone, thereWords } from './settings-words.ts'
import type { SettingsState } from './use-settings.ts'

type DaySectionProps = { state: SettingsState; nowMs: number; zones: readonly string[] }

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

export function DaySection({ state, nowMs, zones }: DaySectionProps) {
  const { zone, rolloverHour } = state.settings
  const listed = zones.includes(zone) ? zones : [zone, ...zones]
  return (
    <FormSection id="day" title="Your day" state={state}>
      <Moved zone={zone} onMove={(to) => state.change('day', { zone: to })} />
      <div className={styles.pair}>
        <div className="field">
          <label htmlFor="zone">Time zone</label>
          <select
            className="inp"
            id="zone"
            value={zone}
            onChange={(event) => state.change('day', { zone: event.target.value })}
            aria-describedby="there"
          >
            {listed.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="starts">Starts at</label>
          <select
            className="inp"
            id="starts"
            value={rolloverHour}
            onChange={(event) => state.change('day', { rolloverHour: Number(event.target.value) })}
          >
            {HOURS.map((hour) => (
              <option key={hour} value={hour}>
                {hourWords(hour)}
              </option>
            ))}
          </select>
        </div>
      </div>
      <p className={`hint ${styles.under}`} id="there">
        {thereWords(nowMs, zone)} {rolloverHour > 0 && 'A sitting after midnight still counts for the day before.'} Days that are over stay
        as they were.
      </p>
    </FormSection>
  )
}

/** The browser's zone is unknown to the server, so this comes once the page is alive. */
function Moved({ zone, onMove }: { zone: string; onMove: (zone: string) => void }) {
  const here = useSyncExternalStore(
    subscribe,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  )
  if (here === null || sameZone(here, zone)) return null
  return (
    <p className={styles.moved}>
      Have you moved? This browser is in {here}.{' '}
      <button type="button" onClick={() => onMove(here)}>
        Move your day there
      </button>
    </p>
  )
}

/** A laptop that is opened elsewhere has another zone when its page is looked at again. */
function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}
