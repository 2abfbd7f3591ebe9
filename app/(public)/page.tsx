// The first page: what Myelin is, a card as it will be met, and one button.

import Link from 'next/link'
import { currentUser } from '#lib/auth/require-user.ts'
import { getShowcase, type Showcase } from '#lib/study/get-showcase.ts'
import { CardContent } from '../_ui/card-content.tsx'
import { FrontHead } from '../_frame/head.tsx'
import { LeftBehind } from '../_ui/left-behind.tsx'
import { count } from '../_ui/words.ts'
import { pageNonce } from '../page-nonce.ts'
import styles from './landing.module.css'
import { Nerve } from './nerve.tsx'
import { StartButton } from './start-button.tsx'

export default async function LandingPage() {
  const [user, showcase, nonce] = await Promise.all([currentUser(), getShowcase(), pageNonce()])
  return (
    <>
      <FrontHead link={user && !user.guest ? { href: '/account', words: 'Account' } : { href: '/sign-in', words: 'Sign in' }} />
      <main id="main" className="page">
        <div className={`sec ${styles.hero}`}>
          <div className="wide">
            <h1>
              Clinical facts, kept for&nbsp;<span className="nowrap">years</span>
            </h1>
            <p className={`lead muted ${styles.lead}`}>
              Myelin asks for each fact shortly before you would lose it, and shows where the fact comes from. What you know well waits for
              months, and what slips comes back soon.
            </p>
            {user ? <GoOn /> : <Begin showcase={showcase} />}
            <LeftBehind own={user?.id ?? null} />
          </div>
        </div>
        <Nerve />
        {showcase && <Card showcase={showcase} nonce={nonce} />}
        <footer className={`sec rule ${styles.foot}`}>
          <p className="in small muted">For education, not medical advice.</p>
        </footer>
      </main>
    </>
  )
}

function GoOn() {
  return (
    <p className={`acts ${styles.acts}`}>
      <Link className="btn btn-main btn-large" href="/today">
        Go on to Today
      </Link>
    </p>
  )
}

function Begin({ showcase }: { showcase: Showcase | null }) {
  return (
    <>
      <div className={`acts ${styles.acts}`}>
        <StartButton words="Start reviewing" />
      </div>
      <p className={`small muted ${styles.small}`}>
        No account, no e-mail.
        {showcase &&
          ` ${count(showcase.cardCount, 'card')} on ${lowerFirst(showcase.title)}, from ${count(showcase.factCount, 'cited fact')}.`}{' '}
        You begin as a guest: only this browser reaches your cards, and after 90&nbsp;days without a visit they are deleted.
      </p>
    </>
  )
}

function Card({ showcase, nonce }: { showcase: Showcase; nonce: string | undefined }) {
  const { question, answer, fact } = showcase
  return (
    <section className="sec rule" aria-labelledby="card">
      <h2 className="label" id="card">
        A card
      </h2>
      <div className="in">
        <details className={styles.demo}>
          <summary>
            <CardContent as="span" className={`q ${styles.question}`} html={question} nonce={nonce} />
            <span className={`btn ${styles.show}`}>Show answer</span>
          </summary>
          <div className={styles.said}>
            <CardContent className="a" html={answer} nonce={nonce} />
          </div>
        </details>
      </div>
      <p className="note">
        {fact.topic}, fact {fact.id}. {fact.citation}
      </p>
    </section>
  )
}

/** A title within a sentence; one that begins with an abbreviation keeps it. */
function lowerFirst(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title
}
