'use client'

import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { FrontHead } from '../../_frame/head.tsx'
import { Codes } from '../../_ui/codes.tsx'
import { Field, FormFaults, PasswordField, Submit } from '../../_ui/form.tsx'
import { LABELS } from '../../_ui/labels.ts'
import { loginFaults } from '../../_ui/login-faults.ts'
import { NEW_PASSWORD_HINT } from '../../_ui/password-hint.ts'
import { useForm } from '../../_ui/use-form.ts'
import styles from '../login.module.css'
import { claim } from './actions.ts'

/** An account without a password stands on its providers, and adds one here. */
type ClaimProps = { guest: boolean; hasPassword: boolean; harvest: string }

export function Claim({ guest, hasPassword, harvest }: ClaimProps) {
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  return (
    <>
      {/* Nothing leads away from the codes but having put them away. */}
      <FrontHead link={codes ? null : { href: '/today', words: 'Back to Today' }} />
      <main id="main" className="page">
        {codes ? (
          <Kept codes={codes} />
        ) : hasPassword ? (
          <KeptBefore />
        ) : guest ? (
          <Keep harvest={harvest} onCodes={setCodes} />
        ) : (
          <Add onCodes={setCodes} />
        )}
      </main>
    </>
  )
}

function Keep({ harvest, onCodes }: { harvest: string; onCodes: (codes: readonly string[]) => void }) {
  return (
    <div className="sec open">
      <div className={`in ${styles.narrow}`}>
        <h1 className="title">Keep your progress</h1>
        <p className="lead muted">
          {harvest === '' ? 'Everything you will do here' : `${harvest}: all of it`} moves to your account, and you can go on from any
          device.
        </p>
        <ClaimForm words="Keep my progress" onCodes={onCodes} />
        <p className={`small muted ${styles.small}`}>The address is for signing in and for nothing else. Next come ten recovery codes.</p>
        <p className={styles.other}>
          An account already? <Link href="/sign-in">Sign in</Link>
          {harvest === '' ? '.' : ', and choose what becomes of these answers.'}
        </p>
      </div>
      <p className="note">
        If this address cannot be used, you stay a guest and nothing changes. The page says no more than that, so that nobody learns who has
        an account.
      </p>
    </div>
  )
}

function Add({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  return (
    <div className="sec open">
      <div className={`in ${styles.narrow}`}>
        <h1 className="title">Add a password</h1>
        <p className="lead muted">A way in of your own, beside the one you have. Next come ten recovery codes.</p>
        <ClaimForm words="Add the password" onCodes={onCodes} />
      </div>
      <p className="note">The address is for signing in and for nothing else: no mail is ever sent.</p>
    </div>
  )
}

function ClaimForm({ words, onCodes }: { words: string; onCodes: (codes: readonly string[]) => void }) {
  const labels = { ...LABELS, newPassword: LABELS.password }
  const state = useForm({
    check: (form) => loginFaults('claim', form),
    send: claim,
    onDone: (answer) => onCodes(answer.codes ?? []),
  })
  return (
    <form method="post" className={styles.form} onSubmit={state.onSubmit} noValidate>
      <FormFaults state={state} labels={labels} />
      <Field name="email" label={labels.email} type="email" autoComplete="username" fault={state.faults['email']} />
      <PasswordField
        name="newPassword"
        label={labels.newPassword}
        autoComplete="new-password"
        fault={state.faults['newPassword']}
        hint={NEW_PASSWORD_HINT}
      />
      <Submit words={words} sending={state.sending} main />
    </form>
  )
}

function Kept({ codes }: { codes: readonly string[] }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="sec open">
      <div className="in">
        <h1 className="title" tabIndex={-1} ref={heading}>
          Ten recovery codes
        </h1>
        <p className="lead muted">
          Your progress is kept. If the password is ever lost, each of these signs you in once. They are shown now and not again.
        </p>
        {/* A whole load, so that no page of the guest's is shown again from memory. */}
        <Codes codes={codes} onward="Go to Today" onPutAway={() => location.assign('/today')} />
      </div>
      <p className="note">New ones can be made on the page Account while you are signed in; these then stop working.</p>
    </div>
  )
}

/** Whoever comes back to this page by history or reload: the codes are gone from it. */
function KeptBefore() {
  return (
    <div className="sec open">
      <div className="in">
        <h1 className="title">Your progress is kept</h1>
        <p className="lead muted">You are signed in. Recovery codes are shown once; new ones can be made at any time.</p>
        <p className="acts">
          <Link className="btn btn-main btn-large" href="/account">
            Go to Account
          </Link>
        </p>
      </div>
    </div>
  )
}
