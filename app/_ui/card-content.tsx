'use client'
// The one place where a card's HTML is shown: in a shadow root, so that its styles cannot leave it nor the page's enter.

import { useLayoutEffect, useRef, useState } from 'react'
import { cardCss, cardSheet } from './card-sheet.ts'

export type CardContentProps = {
  /** Safe HTML, sanitised on the server. */
  html: string
  as?: 'div' | 'h1' | 'p' | 'span'
  className?: string | undefined
  /** The page's CSP nonce: with it the first paint comes from the server, styled. */
  nonce?: string | undefined
  focusRef?: React.RefObject<HTMLElement | null> | undefined
}

export function CardContent({ html, as: Tag = 'div', className, nonce, focusRef }: CardContentProps) {
  const own = useRef<HTMLElement | null>(null)
  // Only what the server sends can be a declarative shadow root; later texts go in by the effect, in the same frame.
  const [sent] = useState(() => ({ __html: typeof window === 'undefined' ? declarative(html, nonce) : '' }))

  useLayoutEffect(() => {
    const host = own.current
    if (!host) return
    const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [cardSheet()]
    root.innerHTML = html
  }, [html])

  return (
    <Tag
      ref={(element: HTMLElement | null) => {
        own.current = element
        if (focusRef) focusRef.current = element
      }}
      className={className}
      tabIndex={focusRef ? -1 : undefined}
      suppressHydrationWarning
      dangerouslySetInnerHTML={sent}
    />
  )
}

function declarative(html: string, nonce: string | undefined): string {
  const style = nonce ? `<style nonce="${nonce}">${cardCss}</style>` : ''
  return `<template shadowrootmode="open">${style}${html}</template>`
}
