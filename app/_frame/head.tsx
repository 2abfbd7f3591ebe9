// The running head: the mark, the rooms that stand, and whose they are. The front pages have the mark and one link.

import Link from 'next/link'
import styles from './head.module.css'

const rooms = [
  { room: 'today', path: '/today', name: 'Today' },
  { room: 'decks', path: '/decks', name: 'Decks' },
  { room: 'find', path: '/find', name: 'Find' },
  { room: 'progress', path: '/progress', name: 'Progress' },
] as const

/** Whose head it is: a guest is offered to keep their cards; null where nobody is known. */
export type Who = 'guest' | 'account' | null

export const whoIs = ({ guest }: { guest: boolean }): Who => (guest ? 'guest' : 'account')

export function Head({ current, who }: { current: (typeof rooms)[number]['room'] | 'settings' | 'account' | null; who: Who }) {
  return (
    <header className={styles.head}>
      <div className={styles.inner}>
        <Mark href="/" />
        <nav className={styles.rooms} aria-label="Main">
          <ul>
            {rooms.map(({ room, path, name }) => (
              <li key={room}>
                <Link href={path} aria-current={current === room ? 'page' : undefined}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.own}>
          {who === 'guest' && <Link href="/claim">Keep your cards</Link>}
          {who === 'account' && (
            <Link href="/account" aria-current={current === 'account' ? 'page' : undefined}>
              Account
            </Link>
          )}
          <Link href="/settings" aria-current={current === 'settings' ? 'page' : undefined}>
            Settings
          </Link>
        </div>
      </div>
    </header>
  )
}

type FrontHeadProps = { link?: { href: '/' | '/today' | '/sign-in' | '/account'; words: string } | null }

export function FrontHead({ link = null }: FrontHeadProps) {
  return (
    <header className={styles.front}>
      <Mark href="/" />
      {link && (
        <Link className={styles.aside} href={link.href}>
          {link.words}
        </Link>
      )}
    </header>
  )
}

function Mark({ href }: { href: '/' }) {
  return (
    <Link className={styles.mark} href={href}>
      <svg width="30" height="14" viewBox="0 0 30 14" fill="currentColor" aria-hidden="true">
        <path d="M0 6.25h30v1.5H0z" />
        <rect x="2.5" y="5" width="6" height="4" rx="1" />
        <rect x="11.5" y="3" width="7" height="8" rx="1.5" />
        <rect x="21.5" y="1" width="7" height="12" rx="2" />
      </svg>
      Myelin
    </Link>
  )
}
