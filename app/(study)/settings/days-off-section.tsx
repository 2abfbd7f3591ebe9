'use client'
// Days that the learner plans to be off: weekdays, and dates. They are planned before they begin.

import { type RefObject, useId, useRef, useState } from 'react'
import { addDays, formatStudyDay, parseStudyDay, studyDayOf, WEEKDAYS, type Weekday } from '#lib/core/day.ts'
import { firstPlannable, offDays, replanned, type Rest, restsFrom } from '#lib/core/days-off.ts'
import type { Settings } from '#lib/core/settings.ts'
import { tooLateWords } from '../../_ui/days.ts'
import { FormSection } from './fields.tsx'
import styles from './settings.module.css'
import { restWords, WEEKDAY_NAMES } from './settings-words.ts'
import type { SettingsState } from './use-settings.ts'

const firstDay = ({ daysOff, zone, rolloverHour }: Settings, nowMs: number) =>
  firstPlannable(daysOff, studyDayOf(nowMs, zone, rolloverHour))

export function DaysOffSection({ state, nowMs }: { state: SettingsState; nowMs: number }) {
  const { settings } = state
  const planIt = useRef<HTMLButtonElement>(null)
  const first = firstDay(settings, nowMs)
  const coming = restsFrom(settings.daysOff.rests, first)
  const weekly = ({ weekday, to }: Rest) => weekday !== null && to === null
  const dated = coming.filter((rest) => !weekly(rest))
  // Days that are over stay as they were planned, here as on the server.
  const plan = (rests: Rest[]) => state.change('off', { daysOff: replanned(settings.daysOff, rests, addDays(first, -1)) })
  const toggle = (weekday: Weekday, on: boolean) =>
    plan(
      on
        ? [...coming, { from: formatStudyDay(first), to: null, weekday }]
        : coming.filter((rest) => !(weekly(rest) && rest.weekday === weekday)),
    )
  const today = offDays(settings.daysOff.rests)(studyDayOf(nowMs, settings.zone, settings.rolloverHour))
  return (
    <FormSection
      id="off"
      title="Days off"
      state={state}
      note={
        <p className="note">
          A day off that was planned neither breaks a row of study days nor counts in it; if you study all the same, it counts. Cards fall
          due on it as on any day.
        </p>
      }
    >
      <fieldset className="picks">
        <legend>Every week</legend>
        <div className={styles.weekdays}>
          {WEEKDAYS.map((weekday) => (
            <label key={weekday} className="pick">
              <input
                type="checkbox"
                checked={coming.some((rest) => weekly(rest) && rest.weekday === weekday)}
                onChange={(event) => toggle(weekday, event.target.checked)}
              />
              <span>{WEEKDAY_NAMES[weekday]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <AddDates first={formatStudyDay(first)} state={state} planIt={planIt} onAdd={(rest) => plan([...coming, rest])} />
      {dated.length > 0 && (
        <ul className={styles.rests} aria-label="Planned days off">
          {dated.map((rest) => (
            <li key={`${rest.from} ${rest.weekday}`}>
              {restWords(rest)}
              <button
                className={styles.words}
                type="button"
                aria-label={`Take back ${restWords(rest)}`}
                onClick={() => {
                  plan(coming.filter((other) => other !== rest))
                  // This button goes with its line.
                  planIt.current?.focus()
                }}
              >
                Take back
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className={`hint ${styles.under}`}>
        {today && 'Today is a day off. '}A day off is planned before it begins; days that have begun stay as they were planned.
      </p>
    </FormSection>
  )
}

type AddDatesProps = { first: string; state: SettingsState; planIt: RefObject<HTMLButtonElement | null>; onAdd: (rest: Rest) => void }

/** One day, or a row of them. */
function AddDates({ first, state, planIt, onAdd }: AddDatesProps) {
  const id = useId()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [fault, setFault] = useState<{ field: 'from' | 'to'; message: string } | null>(null)

  function add(event: React.FormEvent) {
    event.preventDefault()
    // The page may have been open since before the day began.
    const now = formatStudyDay(firstDay(state.settings, Date.now()))
    const found = faultOf(from, to, now > first ? now : first)
    setFault(found)
    if (found) return document.getElementById(`${id}${found.field}`)?.focus()
    onAdd({ from, to: to === '' ? from : to, weekday: null })
    setFrom('')
    setTo('')
  }

  const described = (field: 'from' | 'to') =>
    fault?.field === field ? { 'aria-invalid': true, 'aria-describedby': `${id}fault` } : { 'aria-invalid': false }
  return (
    <form className={styles.dates} onSubmit={add} noValidate aria-label="Plan days off">
      <div className="field">
        <label htmlFor={`${id}from`}>Day off</label>
        <input
          className="inp"
          id={`${id}from`}
          type="date"
          min={first}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
          {...described('from')}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}to`}>Last day, if more</label>
        <input
          className="inp"
          id={`${id}to`}
          type="date"
          min={from || first}
          value={to}
          onChange={(event) => setTo(event.target.value)}
          {...described('to')}
        />
      </div>
      <button className="btn" type="submit" ref={planIt}>
        Plan it
      </button>
      {fault && (
        <p className="err" id={`${id}fault`} role="alert">
          {fault.message}
        </p>
      )}
    </form>
  )
}

const LONGEST_DAYS = 366

function faultOf(from: string, to: string, first: string): { field: 'from' | 'to'; message: string } | null {
  const day = parseStudyDay(from)
  if (day === null) return { field: 'from', message: 'Choose a day.' }
  if (from < first) return { field: 'from', message: tooLateWords(first) }
  if (to !== '' && to < from) return { field: 'to', message: 'The last day lies before the first. Choose a later one, or none.' }
  if (to > formatStudyDay(addDays(day, LONGEST_DAYS)))
    return { field: 'to', message: 'That is more than a year. Choose an earlier last day.' }
  return null
}
