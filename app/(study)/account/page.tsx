// How a learner signs in, and where they are signed in now.

import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { providersSet } from '#lib/auth/next-auth.ts'
import { currentSession } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import { isProvider, type Provider } from '#lib/core/provider.ts'
import { getAccount } from '#lib/study/get-account.ts'
import { Head } from '../../_frame/head.tsx'
import { SendWaiting } from '../send-waiting.tsx'
import { CodesSection } from './codes-section.tsx'
import { EmailForm } from './email-form.tsx'
import { PasswordForm } from './password-form.tsx'
import { Sessions } from './sessions.tsx'
import styles from './account.module.css'
import { WaysIn } from './ways-in.tsx'

export const metadata: Metadata = { title: 'Account' }

type AccountProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The provider whose identity could not be linked, as the way back says. */
function takenOf({ taken }: Awaited<AccountProps['searchParams']>): Provider | null {
  return typeof taken === 'string' && isProvider(taken) ? taken : null
}

export default async function AccountPage({ searchParams }: AccountProps) {
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
            <p className="lead muted">{account.name ?? <Link href="/settings#name">Give a name in Settings</Link>}</p>
            <SendWaiting learner={user.id} guest={false} />
          </div>
        </div>
        {account.email !== null && account.hasPassword ? (
          <>
            <section className="sec rule" aria-labelledby="address">
              <h2 className="label" id="address">
                E-mail
              </h2>
              <div className={`in ${styles.narrow}`}>
                <EmailForm email={account.email} />
              </div>
              <p className="note">For signing in and for nothing else: no mail is ever sent.</p>
            </section>
            <section className="sec rule" aria-labelledby="password">
              <h2 className="label" id="password">
                Password
              </h2>
              <div className={`in ${styles.narrow}`}>
                <PasswordForm email={account.email} />
              </div>
              <p className="note">A new password signs out every other browser.</p>
            </section>
            <CodesSection left={account.codesLeft} />
          </>
        ) : (
          <section className="sec rule" aria-labelledby="password">
            <h2 className="label" id="password">
              Password
            </h2>
            <p className="in">
              You sign in by a provider alone. <Link href="/claim">Add an address and a password</Link>, and recovery codes come with them.
            </p>
          </section>
        )}
        <WaysIn linked={account.linked} offered={providersSet()} hasPassword={account.hasPassword} taken={takenOf(await searchParams)} />
        <Sessions sessions={account.sessions.map((row) => ({ ...row, current: row.id === sessionId }))} zone={user.zone} />
      </main>
    </>
  )
}
