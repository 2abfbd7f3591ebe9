'use client'
// The token stands behind the # of the address, which no server and no log ever sees.

import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { FormFaults, PasswordField, Submit } from '../../_ui/form.tsx'
import { LABELS } from '../../_ui/labels.ts'
import { loginFaults } from '../../_ui/login-faults.ts'
import { NEW_PASSWORD_HINT } from '../../_ui/password-hint.ts'
import { useForm } from '../../_ui/use-form.ts'
import styles from '../login.module.css'
import { reset } from './actions.ts'

export function ResetForm() {
  const [done, setDone] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const state = useForm({
    check: (form) => loginFaults('reset', form),
    send(form) {
      form.set('token', location.hash.slice(1))
      return reset(form)
    },
    onDone: () => setDone(true),
  })
  useEffect(() => {
    if (done) heading.current?.focus()
  }, [done])
  if (done) {
    return (
      <section className={styles.form} role="status">
        <h2 tabIndex={-1} ref={heading}>
          The password is new
        </h2>
        <p className={styles.small}>
          <Link className="btn btn-main" href="/sign-in">
            Sign in
          </Link>
        </p>
      </section>
    )
  }
  return (
    <form method="post" className={styles.form} onSubmit={state.onSubmit} noValidate>
      <FormFaults state={state} labels={LABELS} />
      <PasswordField
        name="newPassword"
        label={LABELS.newPassword}
        autoComplete="new-password"
        fault={state.faults['newPassword']}
        hint={NEW_PASSWORD_HINT}
      />
      <Submit words="Set the password" sending={state.sending} main />
    </form>
  )
}
