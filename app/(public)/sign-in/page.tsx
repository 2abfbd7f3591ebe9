// Signing in: with a password, and the way to a recovery code.

import type { Metadata } from 'next'
import Link from 'next/link'
import { providersSet } from '#lib/auth/next-auth.ts'
import { currentUser } from '#lib/auth/require-user.ts'
import { FrontHead } from '../../_frame/head.tsx'
import { guestWithAnswers } from '../guest-answers.ts'
import { harvestWords } from '../harvest-words.ts'
import styles from '../login.module.css'
import { SignInForm } from './sign-in-form.tsx'

export const metadata: Metadata = { title: 'Sign in' }

type SignInProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What a provider's way back may have to say. */
function toldBy(words: Awaited<SignInProps['searchParams']>): string | null {
  if (words['undecided'] !== undefined) return 'This browser has a guest with answers: choose what becomes of them, then continue.'
  return words['error'] === undefined ? null : 'You were not signed in, and nothing was changed. Try again, or sign in another way.'
}

export default async function SignInPage({ searchParams }: SignInProps) {
  const told = toldBy(await searchParams)
  const [user, guest] = await Promise.all([currentUser(), guestWithAnswers()])
  return (
    <>
      <FrontHead link={user ? { href: '/today', words: 'Back to Today' } : { href: '/', words: 'New here' }} />
      <main id="main" className="page">
        <div className="sec open">
          <div className={`in ${styles.narrow}`}>
            <h1 className="title">Sign in</h1>
            {told && (
              <p className={styles.told} role="alert">
                {told}
              </p>
            )}
            <SignInForm guest={guest && { id: guest.id, words: harvestWords(guest.harvest) }} providers={providersSet()} />
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
