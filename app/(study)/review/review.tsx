'use client'
// The review page: one card at a time, by key, mouse or touch.

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { Preferences } from '#lib/core/preferences.ts'
import { current } from '#lib/core/session/view.ts'
import type { QueueAsk } from '#lib/core/queue-ask.ts'
import type { QueueAnswer } from '#lib/core/wire.ts'
import { Standing } from '../standing.tsx'
import { CardPage, contentOf, progressOf } from './card-page.tsx'
import { EditNote } from './edit-note.tsx'
import { End } from './end.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { SitHead } from './sit-head.tsx'
import { useFocus } from './use-focus.ts'
import { useKeys } from './use-keys.ts'
import { useReached } from './use-reached.ts'
import { useSitting } from './use-sitting.ts'

type ReviewProps = { queue: QueueAnswer; ask: QueueAsk; preferences: Preferences; guest: boolean; nonce: string | undefined }

export function Review({ queue, ask, preferences, guest, nonce }: ReviewProps) {
  const { sitting, view, outbox, now, recount } = useSitting(queue, ask)
  const router = useRouter()
  const shown = current(view.session)
  const revealed = shown.kind === 'card' && shown.revealed
  const cardId = shown.kind === 'card' ? shown.card.id : null
  const waitingUntilMs = shown.kind === 'waiting' ? shown.untilMs : null
  const ready = useReached(waitingUntilMs, now)
  // The note of the card that is being edited; Escape and saving come back to that card.
  const [editing, setEditing] = useState<string | null>(null)
  // The source belongs to the card that it was toggled for.
  const [sourceOf, setSourceOf] = useState<string | null>(null)
  const source = {
    open: revealed && (sourceOf === cardId) !== preferences.source,
    toggle: () => setSourceOf(sourceOf === cardId ? null : cardId),
  }
  const four = preferences.buttons === 'four'
  const keysDialog = useRef<HTMLDialogElement>(null)
  const edit = () => setEditing(cardId)
  const showKeys = () => keysDialog.current?.showModal()
  // A card that comes again at once, or comes back by undo, is a turn of its own.
  const turn = `${cardId} ${view.session.acts.length}`
  const showCard = (id: string) => router.push(`/cards/${id}`)
  const refs = useFocus(`${turn} ${editing === null}`, revealed)
  const goOn = () => void (shown.kind === 'card' ? sitting.goOn() : ready && sitting.tick())

  useKeys(preferences, (command) => {
    if (editing !== null && editing === cardId) return command === 'leave' ? setEditing(null) : undefined
    switch (command) {
      case 'edit':
        return shown.kind === 'card' ? edit() : undefined
      case 'go':
        return goOn()
      case 'undo':
        return void sitting.undo()
      case 'source':
        return revealed ? source.toggle() : undefined
      case 'bury':
      case 'suspend':
        return void sitting.mark(command)
      case 'information':
        return cardId === null ? undefined : showCard(cardId)
      case 'keys':
        return showKeys()
      case 'leave':
        return router.push('/today')
      case 'again':
        return void sitting.rate(1)
      case 'hard':
        return four ? void sitting.rate(2) : undefined
      case 'good':
        return void sitting.rate(3)
      case 'easy':
        return four ? void sitting.rate(4) : undefined
      default:
        return command satisfies never
    }
  })

  useEffect(() => {
    router.prefetch('/today')
  }, [router])

  const undo = view.session.acts.length > 0 ? () => void sitting.undo() : null
  const standing = <Standing guest={guest} sync={view.sync} storageFailed={view.storageFailed} outbox={outbox} onSettled={recount} />
  if (shown.kind !== 'card') {
    return <End {...{ view, guest, waitingUntilMs, ready, headingRef: refs.headingRef, notices: standing, onUndo: undo, onGoOn: goOn }} />
  }
  if (editing !== null && editing === cardId) {
    const { card } = shown
    const saved = (...note: Parameters<typeof sitting.rewrite>) => {
      void sitting.rewrite(...note)
      setEditing(null)
    }
    const head = <SitHead {...progressOf(view)} onUndo={null} undoWords="Undo" timer={null} menu={null} />
    const about = {
      learner: queue.learner,
      noteId: card.noteId,
      cardId: card.id,
      content: contentOf(view, card),
      zone: view.session.zone,
      head,
    }
    return <EditNote {...about} onSaved={saved} onLeave={() => setEditing(null)} />
  }
  return (
    <>
      <CardPage
        {...{ sitting, view, card: shown.card, revealed, turn, refs, source, undo, edit, showKeys, showCard, preferences, nonce }}
        notices={standing}
      />
      <KeysDialog keyboard={preferences} dialogRef={keysDialog} />
    </>
  )
}
