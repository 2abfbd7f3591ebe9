// The way in without the password: a recovery code, and a new password with it.

import type { Metadata } from 'next'
import Link from 'next/link'
import { FrontHead } from '../../_frame/head.tsx'
import { guestWithAnswers } from '../guest-answers.ts'
import { harvestWords } from '../harvest-words.ts'
import styles from '../login.module.css'
import { RecoverForm } from './recover-form.tsx'

export const metadata: Metadata = { title: 'Use a recovery code' }

export default async function RecoverPage() {
  const guest = await guestWithAnswers()
  return (
    <>
      <FrontHead link={{ href: '/sign-in', words: 'Sign in' }} />
      <main id="main" className="page">
        <div className="sec open">
          <div className={`in ${styles.narrow}`}>
            <h1 className="title">Use a recovery code</h1>
            <p className="lead muted">Each code signs you in once.</p>
            <RecoverForm guest={guest && { id: guest.id, words: harvestWords(guest.harvest) }} />
            <p className={styles.other}>
              You remember it? <Link href="/sign-in">Sign in with your password</Link>.
            </p>
          </div>
          <p className="note">
            No code left? Whoever runs this Myelin can make a link that lets you choose a new password. No mail is ever sent.
          </p>
        </div>
      </main>
    </>
  )
}
