// Signing in: with a password, and the way to a recovery code.

import type { Metadata } from 'next'
import Link from 'next/link'
import { currentUser } from '#lib/auth/require-user.ts'
import { FrontHead } from '../../_frame/head.tsx'
import { guestWithAnswers } from '../guest-answers.ts'
import { harvestWords } from '../harvest-words.ts'
import styles from '../login.module.css'
import { SignInForm } from './sign-in-form.tsx'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage() {
  const [user, guest] = await Promise.all([currentUser(), guestWithAnswers()])
  return (
    <>
      <FrontHead link={user ? { href: '/today', words: 'Back to Today' } : { href: '/', words: 'New here' }} />
      <main id="main" className="page">
        <div className="sec open">
          <div className={`in ${styles.narrow}`}>
            <h1 className="title">Sign in</h1>
            <SignInForm guest={guest && { id: guest.id, words: harvestWords(guest.harvest) }} />
            <p className={styles.other}>
              The password is lost? <Link href="/recover">Use a recovery code</Link>.
            </p>
            <p className={styles.small}>
              {user?.guest ? (
                <>
                  No account yet? <Link href="/claim">Make one of this guest</Link>.
                </>
              ) : (
                <>
                  No account yet? <Link href="/">Begin as a guest</Link>, and make one whenever you like.
                </>
              )}
            </p>
          </div>
        </div>
      </main>
    </>
  )
}
