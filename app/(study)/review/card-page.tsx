'use client'
// A sitting with a card on the screen: its head, the space for notices, the card, and the foot to answer in.

import type { ReactNode } from 'react'
import type { StudyCard } from '#lib/core/card.ts'
import type { Preferences } from '#lib/core/preferences.ts'
import { left as leftOf, outcomesOfCurrent, sitting as sittingOf } from '#lib/core/session/view.ts'
import type { CardContent } from '#lib/core/wire.ts'
import type { Grade } from '../../_ui/fibre.tsx'
import { Cap } from './cap.tsx'
import { CardView } from './card-view.tsx'
import { once } from './once.ts'
import { RatingBar } from './rating-bar.tsx'
import { SitFoot } from './sit-foot.tsx'
import { SitHead } from './sit-head.tsx'
import styles from './sit.module.css'
import type { Sitting } from './sitting.ts'
import { type SittingView, variantOf } from './sitting-view.ts'
import { choicesOf, grades as gradeOf, practiceChoices, saidOf, textOf, toastOf, undoWords } from './sitting-words.ts'
import { SourcePanel } from './source-panel.tsx'
import { Timer } from './timer.tsx'
import { Toast } from './toast.tsx'
import type { FocusRefs } from './use-focus.ts'
import { capFor } from './use-keys.ts'

type CardPageProps = {
  sitting: Sitting
  view: SittingView
  card: StudyCard
  revealed: boolean
  turn: string
  refs: FocusRefs
  source: { open: boolean; toggle: () => void }
  undo: (() => void) | null
  edit: () => void
  showKeys: () => void
  showCard: (id: string) => void
  preferences: Preferences
  notices: ReactNode
  nonce: string | undefined
}

export function CardPage(props: CardPageProps) {
  const { sitting, view, card, revealed, turn, refs, source, undo, edit, showKeys, showCard, preferences, notices, nonce } = props
  const content = contentOf(view, card)
  const { grades, left } = progressOf(view)
  const toast = view.toastClosed ? null : toastOf(view.last)
  const { questionRef, answerRef } = refs
  return (
    <div className={styles.sit}>
      <SitHead
        {...{ grades, left }}
        onUndo={undo}
        undoWords={undoWords(view.session)}
        timer={preferences.timer && <Timer key={turn} />}
        menu={[
          ...(revealed ? [{ words: 'Source', cap: capFor(preferences, 'source'), act: source.toggle }] : []),
          { words: 'Bury until tomorrow', cap: capFor(preferences, 'bury'), act: () => void sitting.mark('bury') },
          { words: 'Suspend', cap: capFor(preferences, 'suspend'), act: () => void sitting.mark('suspend') },
          { words: 'Edit the note', cap: capFor(preferences, 'edit'), act: edit },
          { words: 'Card information', cap: capFor(preferences, 'information'), act: () => showCard(card.id) },
          { words: 'Keys', cap: capFor(preferences, 'keys'), act: showKeys },
        ]}
      />
      <div className={styles.space}>
        {notices}
        <p className="vh" role="status">
          {/* A cloze keeps the focus on its sentence, so what filled the gap is said. */}
          {revealed && content.kind === 'cloze' ? textOf(content.back.html) : saidOf(view.last, left, view.session.practice)}
        </p>
      </div>
      <main className={styles.body} id="main">
        <CardView key={turn} {...{ content, questionRef, answerRef, nonce }} variant={variantOf(card, content)} shown={revealed} />
        {source.open && <SourcePanel content={content} onClose={source.toggle} />}
      </main>
      <SitFoot
        toast={toast && <Toast words={toast} onUndo={undo} onClose={sitting.closeToast} />}
        onUndo={undo}
        source={revealed ? source : null}
        onKeys={showKeys}
        keyboard={preferences}
      >
        <Answer {...{ sitting, view, revealed, preferences }} />
      </SitFoot>
    </div>
  )
}

function Answer({ sitting, view, revealed, preferences }: Pick<CardPageProps, 'sitting' | 'view' | 'revealed' | 'preferences'>) {
  const outcomes = outcomesOfCurrent(view.session)
  if (revealed && outcomes) {
    const choices = view.session.practice ? practiceChoices : choicesOf(outcomes, preferences.buttons)
    return <RatingBar choices={choices} keyboard={preferences} onRate={(rating) => void sitting.rate(rating)} />
  }
  return (
    <button className={`btn ${styles.show}`} type="button" onClick={(event) => once(event) && void sitting.reveal()}>
      Show answer <Cap of={capFor(preferences, 'go')} />
    </button>
  )
}

/** The answers of the sitting, and how many cards are left. */
export function progressOf(view: SittingView): { grades: Grade[]; left: number } {
  const grades = sittingOf(view.session).answers.map(({ rating }) => gradeOf[rating])
  return { grades, left: leftOf(view.session).total + view.beyond }
}

export function contentOf(view: SittingView, card: StudyCard): CardContent {
  const content = view.contents.get(card.id)
  if (!content) throw new Error(`The session shows card ${card.id}, of which nothing came with the queue.`)
  return content
}
