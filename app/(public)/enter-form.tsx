'use client'
// A form that signs in: what it asks is its own; what becomes of a guest's answers, and of those not sent yet, is asked here.

import type { ReactNode } from 'react'
import type { UserId } from '#lib/core/ids.ts'
import { isProvider, type Provider, PROVIDER_NAMES } from '#lib/core/provider.ts'
import { Outbox } from '#lib/device/outbox.ts'
import { postEvents } from '#lib/device/post-events.ts'
import { openStore } from '#lib/device/store.ts'
import { Sync } from '#lib/device/sync.ts'
import { type Faults, type FormAnswer, textOf } from '../_ui/form-answer.ts'
import { FormFaults, Picks, Submit } from '../_ui/form.tsx'
import { LABELS } from '../_ui/labels.ts'
import { leaveFor } from '../_ui/leave-for.ts'
import { type LoginForm, loginFaults } from '../_ui/login-faults.ts'
import { useAlive } from '../_ui/use-alive.ts'
import { useForm } from '../_ui/use-form.ts'
import { count } from '../_ui/words.ts'
import styles from './login.module.css'
import { prepareToEnter } from './sign-in/actions.ts'

const UNDECIDED = 'Choose what becomes of these answers.'

export type GuestHere = { id: UserId; words: string }

type EnterFormProps = {
  form: LoginForm
  send: (form: FormData) => Promise<FormAnswer>
  guest: GuestHere | null
  words: string
  /** Who else may say who somebody is. */
  providers: readonly Provider[]
  children: (faults: Faults) => ReactNode
}

export function EnterForm({ form: name, send, guest, words, providers, children }: EnterFormProps) {
  const alive = useAlive()
  const undecided = (form: FormData): Faults => (guest && textOf(form, 'answers') === '' ? { answers: UNDECIDED } : {})
  const state = useForm({
    check: (form) => ({ ...(providerOf(form) ? {} : loginFaults(name, form)), ...undecided(form) }),
    async send(form) {
      const left = guest && textOf(form, 'answers') === 'bring' ? await sendWaiting(guest.id) : 0
      if (left > 0)
        return { ok: false, message: `${count(left, 'answer')} on this device could not be sent yet. Try again in a moment.`, faults: {} }
      const provider = providerOf(form)
      if (provider === null) return send(form)
      form.set('zone', Intl.DateTimeFormat().resolvedOptions().timeZone)
      const answer = await prepareToEnter(form)
      if (answer.ok) await leaveFor(provider)
      return answer
    },
    // A whole load: nothing that this tab remembers of another learner outlives it.
    onDone: (_answer, _element, form) => void (providerOf(form) ?? location.assign('/today')),
  })
  return (
    <form method="post" className={styles.form} onSubmit={state.onSubmit} noValidate>
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
      {providers.length > 0 && (
        <>
          <p className={styles.or}>or</p>
          <p className={styles.stack}>
            {providers.map((provider) => (
              <button className="btn" type="submit" disabled={!alive} key={provider} name="provider" value={provider}>
                Continue with {PROVIDER_NAMES[provider]}
              </button>
            ))}
          </p>
        </>
      )}
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

function providerOf(form: FormData): Provider | null {
  const name = textOf(form, 'provider')
  return isProvider(name) ? name : null
}
