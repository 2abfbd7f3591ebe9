// How a learner signs in, and where they are signed in now.

import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { currentSession } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import { getAccount } from '#lib/study/get-account.ts'
import { Head } from '../../_frame/head.tsx'
import { SendWaiting } from '../send-waiting.tsx'
import { CodesSection } from './codes-section.tsx'
import { EmailForm } from './email-form.tsx'
import { PasswordForm } from './password-form.tsx'
import { Sessions } from './sessions.tsx'
import styles from './account.module.css'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const session = await currentSession()
  if (!session) redirect('/sign-in')
  const { user, sessionId } = session
  if (user.guest) redirect('/claim')
  const account = await getAccount(user.id, now())
  return (
    <>
      <Head current="account" who="account" />
      <main id="main" className="page">
        <div className={`sec open ${styles.open}`}>
          <div className="in">
            <h1 className="title">Account</h1>
            <SendWaiting learner={user.id} guest={false} />
          </div>
        </div>
        <section className="sec rule" aria-labelledby="address">
          <h2 className="label" id="address">
            E-mail
          </h2>
          <div className={`in ${styles.narrow}`}>
            <EmailForm email={account.email ?? ''} />
          </div>
          <p className="note">For signing in and for nothing else: no mail is ever sent.</p>
        </section>
        <section className="sec rule" aria-labelledby="password">
          <h2 className="label" id="password">
            Password
          </h2>
          <div className={`in ${styles.narrow}`}>
            <PasswordForm email={account.email ?? ''} />
          </div>
          <p className="note">A new password signs out every other browser.</p>
        </section>
        <CodesSection left={account.codesLeft} />
        <Sessions sessions={account.sessions.map((row) => ({ ...row, current: row.id === sessionId }))} zone={user.zone} />
      </main>
    </>
  )
}
