'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Codes } from '../../_ui/codes.tsx'
import { FormFaults, PasswordField, Submit } from '../../_ui/form.tsx'
import { LABELS } from '../../_ui/labels.ts'
import { useForm } from '../../_ui/use-form.ts'
import { numberWord } from '../../_ui/words.ts'
import styles from './account.module.css'
import { renewCodes } from './actions.ts'

export function CodesSection({ left }: { left: number }) {
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const router = useRouter()
  return (
    <section className="sec rule" aria-labelledby="codes">
      <h2 className="label" id="codes">
        Recovery codes
      </h2>
      <div className="in">
        {codes ? (
          <>
            <p role="status">These ten are good from now on, and no others. They are shown now and not again.</p>
            <Codes
              codes={codes}
              onward="Done"
              onPutAway={() => {
                setCodes(null)
                router.refresh()
              }}
            />
          </>
        ) : (
          <>
            <p>{leftWords(left)}</p>
            <RenewForm onCodes={setCodes} />
          </>
        )}
      </div>
      <p className="note">Each signs you in once, without the password. New ones make the old ones worthless.</p>
    </section>
  )
}

function leftWords(left: number): string {
  if (left === 0) return 'No code is left. Without one, a lost password needs whoever runs this Myelin.'
  return `${numberWord(left)} ${left === 1 ? 'code is' : 'codes are'} left.`
}

function RenewForm({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const state = useForm({ check: () => ({}), send: renewCodes, onDone: (answer) => onCodes(answer.codes ?? []) })
  return (
    <form method="post" className={styles.codes} onSubmit={state.onSubmit} noValidate aria-labelledby="codes">
      <FormFaults state={state} labels={LABELS} />
      <PasswordField name="password" label="Your password" autoComplete="current-password" fault={state.faults['password']} />
      <Submit words="Make ten new codes" sending={state.sending} />
    </form>
  )
}
