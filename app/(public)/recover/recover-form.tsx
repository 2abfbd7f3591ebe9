'use client'

import { Field, PasswordField } from '../../_ui/form.tsx'
import { LABELS } from '../../_ui/labels.ts'
import { EnterForm, type GuestHere } from '../enter-form.tsx'
import { recover } from '../sign-in/actions.ts'

const NEW_HINT = 'Left empty, the old one stays. A new one signs out every other browser.'

export function RecoverForm({ guest }: { guest: GuestHere | null }) {
  return (
    <EnterForm form="recover" send={recover} guest={guest} words="Sign in" providers={[]}>
      {(faults) => (
        <>
          <Field name="email" label={LABELS.email} type="email" autoComplete="username" fault={faults['email']} />
          <Field
            name="code"
            label={LABELS.code}
            autoComplete="one-time-code"
            fault={faults['code']}
            hint="Capitals and hyphen do not matter."
          />
          <PasswordField
            name="newPassword"
            label={LABELS.newPassword}
            autoComplete="new-password"
            fault={faults['newPassword']}
            hint={NEW_HINT}
          />
        </>
      )}
    </EnterForm>
  )
}
