'use client'
// How the review asks and shows.

import { TEXT_SIZES } from '#lib/core/preferences.ts'
import { FormSection, Radios, Tick } from './fields.tsx'
import styles from './settings.module.css'
import { buttonNames, textSizeNames } from './settings-words.ts'
import type { SettingsState } from './use-settings.ts'

export function ReviewSection({ state }: { state: SettingsState }) {
  const { buttons, timer, source, textSize } = state.settings.preferences
  const prefer = (preferences: Partial<SettingsState['settings']['preferences']>) => state.change('review', { preferences })
  return (
    <FormSection id="review" title="Review" state={state}>
      <Radios
        legend="Answer buttons"
        name="buttons"
        names={buttonNames}
        values={['four', 'two']}
        value={buttons}
        onChoose={(choice) => prefer({ buttons: choice })}
      />
      <fieldset className={styles.group}>
        <legend>While reviewing</legend>
        <Tick checked={timer} onChange={(on) => prefer({ timer: on })} hint="Seconds beside the card. A minute is the most that counts.">
          Show the time of the answer
        </Tick>
        <Tick checked={source} onChange={(on) => prefer({ source: on })}>
          Open the source with every answer
        </Tick>
      </fieldset>
      <Radios
        legend="Size of cards"
        name="size"
        names={textSizeNames}
        values={TEXT_SIZES}
        value={textSize}
        onChoose={(choice) => prefer({ textSize: choice })}
      />
      <p className={`a ${styles.sample}`}>The JC virus invades the oligodendrocyte.</p>
    </FormSection>
  )
}
