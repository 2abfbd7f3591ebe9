'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Field, FormFaults, PasswordField, Submit } from '../../_ui/form.tsx'
import { LABELS } from '../../_ui/labels.ts'
import { loginFaults } from '../../_ui/login-faults.ts'
import { useForm } from '../../_ui/use-form.ts'
import styles from './account.module.css'
import { changeEmail } from './actions.ts'

export function EmailForm({ email }: { email: string }) {
  const router = useRouter()
  const [done, setDone] = useState(false)
  const state = useForm({
    check(form) {
      setDone(false)
      return loginFaults('email', form)
    },
    send: changeEmail,
    onDone(_answer, form) {
      setDone(true)
      form.reset()
      router.refresh()
    },
  })
  return (
    <form method="post" key={email} onSubmit={state.onSubmit} noValidate aria-labelledby="address">
      <FormFaults state={state} labels={LABELS} />
      <Field name="email" label={LABELS.email} type="email" autoComplete="username" defaultValue={email} fault={state.faults['email']} />
      <PasswordField name="password" label="Your password" autoComplete="current-password" fault={state.faults['password']} />
      <Submit words="Save the address" sending={state.sending} />
      <p className={done ? styles.done : 'vh'} role="status">
        {done && 'Saved. From now on you sign in with this address.'}
      </p>
    </form>
  )
}
