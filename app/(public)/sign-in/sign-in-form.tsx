'use client'

import type { Provider } from '#lib/core/provider.ts'
import { Field, PasswordField } from '../../_ui/form.tsx'
import { LABELS } from '../../_ui/labels.ts'
import { EnterForm, type GuestHere } from '../enter-form.tsx'
import { signIn } from './actions.ts'

export function SignInForm({ guest, providers }: { guest: GuestHere | null; providers: readonly Provider[] }) {
  return (
    <EnterForm form="sign-in" send={signIn} guest={guest} words="Sign in" providers={providers}>
      {(faults) => (
        <>
          <Field name="email" label={LABELS.email} type="email" autoComplete="username" fault={faults['email']} />
          <PasswordField name="password" label={LABELS.password} autoComplete="current-password" fault={faults['password']} />
        </>
      )}
    </EnterForm>
  )
}
