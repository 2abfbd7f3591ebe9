'use client'
// The search as it stands in the address, and the list that it found. What is typed is asked for when the hand rests; the last
// list stays until the next one is here.

import { useSearchParams } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { FindAnswer } from '#lib/core/search/found.ts'
import type { SearchFault } from '#lib/core/search/query.ts'
import { parseSort, printSort, type Sort, USUAL_SORT } from '#lib/core/search/sort.ts'
import { type Asked, askFound, faultOf, FoundPages } from './found-pages.ts'

const REST_MS = 200
const PATIENCE_MS = 20_000

export type Find = {
  asked: Asked
  /** Null until something was found. */
  pages: FoundPages | null
  fault: SearchFault | null
  /** Why the list could not be had. */
  failed: string | null
  looking: boolean
  /** What stands in the field, which may be ahead of what was asked. */
  text: string
  /** As it is typed. */
  type: (query: string) => void
  /** With a step of its own in the browser's history. */
  go: (query: string, sort?: Sort) => void
  again: () => void
}

export function addressOf({ query, sort }: Asked): '/find' | `/find?${string}` {
  const words = new URLSearchParams()
  if (query !== '') words.set('q', query)
  if (printSort(sort) !== printSort(USUAL_SORT)) words.set('sort', printSort(sort))
  return words.size === 0 ? '/find' : `/find?${words.toString()}`
}

export function useFind(initial: Asked, answer: FindAnswer): Find {
  const [pages, setPages] = useState(() => (answer.ok ? new FoundPages(initial, answer.found) : null))
  const [fault, setFault] = useState(answer.ok ? null : answer.fault)
  const [failed, setFailed] = useState<string | null>(null)
  const [looking, setLooking] = useState(false)
  const running = useRef<AbortController | null>(null)
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined)
  const words = useSearchParams()
  const [text, setText] = useState(initial.query)
  const asked = { query: words.get('q') ?? '', sort: parseSort(words.get('sort')) }
  const shown = useRef(addressOf(initial))
  /** Addresses that were made here and are on their way through the router: none of them is news. */
  const made = useRef<string[]>([])

  async function look(next: Asked) {
    running.current?.abort()
    const own = new AbortController()
    running.current = own
    shown.current = addressOf(next)
    setLooking(true)
    const sent = await askFound(next, AbortSignal.any([own.signal, AbortSignal.timeout(PATIENCE_MS)]))
    if (own.signal.aborted) return
    setLooking(false)
    const wrong = faultOf(sent)
    setFault(wrong)
    setFailed(sent.ok || wrong ? null : sent.message)
    if (sent.ok) setPages((before) => new FoundPages(next, sent.value, sameAs(before, next)))
  }

  const address = addressOf(asked)
  const follow = useEffectEvent(() => {
    const own = made.current.indexOf(address)
    made.current.splice(0, own + 1)
    if (own !== -1 || address === shown.current) return
    // Back and forward, and links from elsewhere to here.
    clearTimeout(rest.current)
    setText(asked.query)
    void look(asked)
  })
  useEffect(() => follow(), [address])
  useEffect(() => () => running.current?.abort(), [])

  function goTo(next: Asked, step: 'pushState' | 'replaceState') {
    clearTimeout(rest.current)
    const to = addressOf(next)
    if (to !== shown.current) {
      made.current.push(to)
      window.history[step](null, '', to)
    }
    void look(next)
  }
  function go(query: string, sort = asked.sort) {
    setText(query)
    goTo({ query, sort }, 'pushState')
    window.scrollTo(0, 0)
  }
  function type(query: string) {
    setText(query)
    clearTimeout(rest.current)
    rest.current = setTimeout(() => goTo({ query, sort: asked.sort }, 'replaceState'), REST_MS)
  }
  return { asked, pages, fault, failed, looking, text, type, go, again: () => void look(asked) }
}

const sameAs = (before: FoundPages | null, { query, sort }: Asked): FoundPages | null =>
  before && before.asked.query === query && printSort(before.asked.sort) === printSort(sort) ? before : null
