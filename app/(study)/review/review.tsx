'use client'
// The review page: one card at a time, by key, mouse or touch.

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { current, left as leftOf, outcomesOfCurrent, sitting as sittingOf } from '#lib/core/session/view.ts'
import type { QueueAnswer } from '#lib/core/wire.ts'
import { CardView } from './card-view.tsx'
import { End } from './end.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import type { More } from './queue-client.ts'
import { RatingBar } from './rating-bar.tsx'
import { SitFoot } from './sit-foot.tsx'
import { SitHead } from './sit-head.tsx'
import { variantOf } from './sitting-view.ts'
import { choicesOf, grades, practiceChoices, saidOf, textOf, toastOf } from './sitting-words.ts'
import styles from './sit.module.css'
import { SourcePanel } from './source-panel.tsx'
import { Standing } from '../standing.tsx'
import { Toast } from './toast.tsx'
import { useFocus } from './use-focus.ts'
import { type Key, useKeys } from './use-keys.ts'
import { useReached } from './use-reached.ts'
import { useSitting } from './use-sitting.ts'

type ReviewProps = { queue: QueueAnswer; more: More; nonce: string | undefined }

export function Review({ queue, more, nonce }: ReviewProps) {
  const { sitting, view, outbox, now, recount } = useSitting(queue, more)
  const { session } = view
  const router = useRouter()
  const keysDialog = useRef<HTMLDialogElement>(null)
  const shown = current(session)
  const cardId = shown.kind === 'card' ? shown.card.id : null
  const revealed = shown.kind === 'card' && shown.revealed
  // The source belongs to the card that it was opened for.
  const [sourceOf, setSourceOf] = useState<string | null>(null)
  const sourceOpen = revealed && sourceOf === cardId
  const { questionRef, answerRef, headingRef } = useFocus(`${cardId} ${session.answers.length} ${session.acts.length}`, revealed)
  const waitingUntilMs = shown.kind === 'waiting' ? shown.untilMs : null
  const ready = useReached(waitingUntilMs, now)
  const undo = session.acts.length > 0 ? () => void sitting.undo() : null
  const toggleSource = () => setSourceOf(sourceOpen ? null : cardId)
  const showKeys = () => keysDialog.current?.showModal()

  useKeys((key: Key) => {
    switch (key) {
      case 'go':
        if (shown.kind !== 'card') return ready ? void sitting.tick() : undefined
        return void sitting.goOn()
      case 'undo':
        return void sitting.undo()
      case 'source':
        return revealed ? toggleSource() : undefined
      case 'bury':
      case 'suspend':
        return void sitting.mark(key)
      case 'keys':
        return showKeys()
      case 'leave':
        return router.push('/today')
      default:
        return void sitting.rate(key)
    }
  })

  useEffect(() => {
    router.prefetch('/today')
  }, [router])

  const standing = <Standing sync={view.sync} storageFailed={view.storageFailed} outbox={outbox} onSettled={recount} />
  if (shown.kind !== 'card') {
    const end = { view, waitingUntilMs, ready, headingRef, onUndo: undo, onGoOn: () => void sitting.tick() }
    return <End {...end} notices={standing} />
  }

  const content = view.contents.get(shown.card.id)
  const outcomes = outcomesOfCurrent(session)
  const left = leftOf(session).total + view.beyond
  const toast = view.toastClosed ? null : toastOf(view.last)
  if (!content || !outcomes) throw new Error(`The session shows card ${shown.card.id}, of which nothing came with the queue.`)
  return (
    <div className={styles.sit}>
      <SitHead
        grades={sittingOf(session).answers.map(({ rating }) => grades[rating])}
        left={left}
        onUndo={undo}
        menu={[
          ...(revealed ? [{ words: 'Source', cap: 'S', act: toggleSource }] : []),
          { words: 'Bury until tomorrow', cap: '-', act: () => void sitting.mark('bury') },
          { words: 'Suspend', cap: '@', act: () => void sitting.mark('suspend') },
          { words: 'Keys', cap: '?', act: showKeys },
        ]}
      />
      <div className={styles.space}>
        {standing}
        <p className="vh" role="status">
          {/* A cloze keeps the focus on its sentence, so what filled the gap is said. */}
          {revealed && content.kind === 'cloze' ? textOf(content.back.html) : saidOf(view.last, left, session.practice)}
        </p>
      </div>
      <main className={styles.body} id="main">
        <CardView
          key={`${cardId} ${session.acts.length}`}
          content={content}
          variant={variantOf(shown.card, content)}
          shown={revealed}
          questionRef={questionRef}
          answerRef={answerRef}
          nonce={nonce}
        />
        {sourceOpen && <SourcePanel content={content} onClose={() => setSourceOf(null)} />}
      </main>
      <SitFoot
        toast={toast && <Toast words={toast} onUndo={undo} onClose={sitting.closeToast} />}
        onUndo={undo}
        source={revealed ? { open: sourceOpen, toggle: toggleSource } : null}
        onKeys={showKeys}
      >
        {revealed ? (
          <RatingBar choices={session.practice ? practiceChoices : choicesOf(outcomes)} onRate={(rating) => void sitting.rate(rating)} />
        ) : (
          <button className={`btn ${styles.show}`} type="button" onClick={() => void sitting.reveal()}>
            Show answer{' '}
            <kbd className="keys-only" aria-hidden="true">
              Space
            </kbd>
          </button>
        )}
      </SitFoot>
      <KeysDialog dialogRef={keysDialog} />
    </div>
  )
}
