'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { FormFaults, PasswordField, Submit } from '../../_ui/form.tsx'
import { LABELS } from '../../_ui/labels.ts'
import { loginFaults } from '../../_ui/login-faults.ts'
import { NEW_PASSWORD_HINT } from '../../_ui/password-hint.ts'
import { useForm } from '../../_ui/use-form.ts'
import styles from './account.module.css'
import { changePassword } from './actions.ts'

export function PasswordForm({ email }: { email: string }) {
  const router = useRouter()
  const [done, setDone] = useState(false)
  const state = useForm({
    check(form) {
      setDone(false)
      return loginFaults('password', form)
    },
    send: changePassword,
    onDone(_answer, form) {
      setDone(true)
      form.reset()
      router.refresh()
    },
  })
  return (
    <form method="post" onSubmit={state.onSubmit} noValidate aria-labelledby="password">
      <FormFaults state={state} labels={LABELS} />
      {/* For a password manager, and for what a password may not be made of. */}
      <input type="hidden" name="email" autoComplete="username" value={email} />
      <PasswordField name="password" label="Your password" autoComplete="current-password" fault={state.faults['password']} />
      <PasswordField
        name="newPassword"
        label={LABELS.newPassword}
        autoComplete="new-password"
        fault={state.faults['newPassword']}
        hint={NEW_PASSWORD_HINT}
      />
      <Submit words="Change the password" sending={state.sending} />
      <p className={done ? styles.done : 'vh'} role="status">
        {done && 'The password is new. Every other browser was signed out.'}
      </p>
    </form>
  )
}
