'use client'
// Focus follows the sitting: to the question when a card comes, to its answer when that is shown, to the heading at the end.

import { useLayoutEffect, useRef } from 'react'

export function useFocus(turn: string, revealed: boolean) {
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
