// Where the operator's one-time link leads: a new password.

import type { Metadata } from 'next'
import { FrontHead } from '../../_frame/head.tsx'
import styles from '../login.module.css'
import { ResetForm } from './reset-form.tsx'

export const metadata: Metadata = { title: 'Choose a new password' }

export default function ResetPage() {
  return (
    <>
      <FrontHead link={{ href: '/sign-in', words: 'Sign in' }} />
      <main id="main" className="page">
        <div className="sec open">
          <div className={`in ${styles.narrow}`}>
            <h1 className="title">Choose a new password</h1>
            <p className="lead muted">Your cards and answers stay as they are. Every browser that is signed in is signed out.</p>
            <ResetForm />
          </div>
          <p className="note">This link works once, within a day of its making.</p>
        </div>
      </main>
    </>
  )
}
