'use client'
// A form that signs in: what it asks is its own; what becomes of a guest's answers, and of those not sent yet, is asked here.

import type { ReactNode } from 'react'
import type { UserId } from '#lib/core/ids.ts'
import { Outbox } from '#lib/device/outbox.ts'
import { postEvents } from '#lib/device/post-events.ts'
import { openStore } from '#lib/device/store.ts'
import { Sync } from '#lib/device/sync.ts'
import { type Faults, type FormAnswer, textOf } from '../_ui/form-answer.ts'
import { FormFaults, Picks, Submit } from '../_ui/form.tsx'
import { LABELS } from '../_ui/labels.ts'
import { type LoginForm, loginFaults } from '../_ui/login-faults.ts'
import { useForm } from '../_ui/use-form.ts'
import { count } from '../_ui/words.ts'
import styles from './login.module.css'

export type GuestHere = { id: UserId; words: string }

type EnterFormProps = {
  form: LoginForm
  send: (form: FormData) => Promise<FormAnswer>
  guest: GuestHere | null
  words: string
  children: (faults: Faults) => ReactNode
}

export function EnterForm({ form: name, send, guest, words, children }: EnterFormProps) {
  const state = useForm({
    check: (form) => ({
      ...loginFaults(name, form),
      ...(guest && textOf(form, 'answers') === '' ? { answers: 'Choose what becomes of these answers.' } : {}),
    }),
    async send(form) {
      const left = guest && textOf(form, 'answers') === 'bring' ? await sendWaiting(guest.id) : 0
      if (left > 0)
        return { ok: false, message: `${count(left, 'answer')} on this device could not be sent yet. Try again in a moment.`, faults: {} }
      return send(form)
    },
    // A whole load: nothing that this tab remembers of another learner outlives it.
    onDone: () => location.assign('/today'),
  })
  return (
    <form className={styles.form} onSubmit={state.onSubmit} noValidate>
      <FormFaults state={state} labels={LABELS} />
      {children(state.faults)}
      {guest && (
        <Picks
          name="answers"
          legend={`This browser has a guest: ${guest.words}`}
          fault={state.faults['answers']}
          picks={[
            { value: 'bring', words: 'Bring them along', under: 'Every answer becomes one of your account, with its own day and time.' },
            { value: 'leave', words: 'Leave them', under: 'Nobody reaches them any more, and within a day they are deleted.' },
          ]}
        />
      )}
      <Submit words={words} sending={state.sending} main />
    </form>
  )
}

/** What this guest has not sent yet would stay behind: it goes first. Gives how many answers are still here. */
async function sendWaiting(learner: UserId): Promise<number> {
  try {
    const outbox = new Outbox(await openStore(), learner)
    const nothing = () => undefined
    await new Sync({ outbox, post: postEvents, deviceNow: () => Date.now(), holding: nothing, onAnswer: nothing, onState: nothing }).flush()
    return await outbox.countWaiting()
  } catch {
    // A browser that keeps nothing has nothing to send.
    return 0
  }
}
