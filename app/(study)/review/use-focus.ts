'use client'
// Focus follows the sitting: to the question when a card comes, to its answer when that is shown, to the heading at the end.

import { type RefObject, useLayoutEffect, useRef } from 'react'

export type FocusRefs = {
  questionRef: RefObject<HTMLElement | null>
  answerRef: RefObject<HTMLElement | null>
  headingRef: RefObject<HTMLHeadingElement | null>
}

export function useFocus(turn: string, revealed: boolean): FocusRefs {
  const questionRef = useRef<HTMLElement>(null)
  const answerRef = useRef<HTMLElement>(null)
  const headingRef = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    // A cloze is answered where its gap was, so its question keeps the focus.
    const target = (revealed ? answerRef.current : null) ?? questionRef.current ?? headingRef.current
    target?.focus({ preventScroll: !revealed })
    if (!revealed) scrollTo(0, 0)
  }, [turn, revealed])
  return { questionRef, answerRef, headingRef }
}
