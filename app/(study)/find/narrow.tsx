'use client'
// What the search can be narrowed to: states, the tree of decks and the tree of tags, each with its number of cards. What is
// chosen is a word of the search, and choosing it again takes the word away.

import Link from 'next/link'
import { type ReactNode, useId } from 'react'
import type { Narrowings } from '#lib/core/search/found.ts'
import { parseQuery } from '#lib/core/search/parse.ts'
import { holds, printQuery, type SearchState, type Term, toggled } from '#lib/core/search/query.ts'
import type { Asked } from './found-pages.ts'
import { STATE_WORDS } from './find-words.ts'
import styles from './find.module.css'
import { addressOf } from './use-find.ts'

/** Always there, so that they are found; the others only where a card is in them. */
const USUAL: readonly SearchState[] = ['due', 'new', 'suspended']

type Props = {
  narrowings: Narrowings
  asked: Asked
  onGo: (query: string) => void
  /** What can be done with the tag that is chosen. */
  tagActs: (tag: string) => ReactNode
}

export function Narrow({ narrowings: { states, decks, tags }, asked, onGo, tagActs }: Props) {
  const { terms } = parseQuery(asked.query)
  const pick = { terms, asked, onGo }
  return (
    <>
      <Group name="State">
        {states
          .filter(({ state, cards }) => cards > 0 || USUAL.includes(state) || holds(terms, stateTerm(state)))
          .map(({ state, cards }) => (
            <li key={state}>
              <Pick {...pick} term={stateTerm(state)} words={STATE_WORDS[state]} cards={cards} />
            </li>
          ))}
      </Group>
      {decks.length > 0 && (
        <Group name="Decks">
          {decks.map(({ id, name, path, level, cards }) => (
            <li key={id} className={levelOf(level)}>
              <Pick {...pick} term={{ not: false, kind: 'deck', name: path }} words={name} cards={cards} />
            </li>
          ))}
        </Group>
      )}
      {tags.length > 0 && (
        <Group name="Tags">
          {tags.map(({ tag, name, level, cards }) => (
            <li key={tag} className={levelOf(level)}>
              <Pick {...pick} term={tagTerm(tag)} words={name} cards={cards} />
              {holds(terms, tagTerm(tag)) && tagActs(tag)}
            </li>
          ))}
        </Group>
      )}
    </>
  )
}

const stateTerm = (state: SearchState): Term => ({ not: false, kind: 'is', state })
const tagTerm = (tag: string): Term => ({ not: false, kind: 'tag', name: tag })
const levelOf = (level: number) => [undefined, styles.level2, styles.level3, styles.level4][Math.min(level, 4) - 1]

function Group({ name, children }: { name: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <ul>{children}</ul>
    </section>
  )
}

type PickProps = { terms: readonly Term[]; term: Term; words: string; cards: number; asked: Asked; onGo: (query: string) => void }

function Pick({ terms, term, words, cards, asked, onGo }: PickProps) {
  const query = printQuery(toggled(terms, term))
  return (
    <Link
      className={styles.pick}
      href={addressOf({ ...asked, query })}
      prefetch={false}
      aria-current={holds(terms, term) ? 'true' : undefined}
      onClick={(event) => {
        // In a tab of its own it is a link like any other.
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        onGo(query)
      }}
    >
      <span>{words}</span>
      <span>{cards.toLocaleString('en-GB')}</span>
    </Link>
  )
}
