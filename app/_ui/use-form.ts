'use client'
// A form that is checked before it is sent, keeps what was typed when it is refused, and says so when the server is away.

import { type FormEvent, startTransition, useState } from 'react'
import type { Faults, FormAnswer } from './form-answer.ts'

const AWAY = 'The server does not answer. Nothing was changed: try again in a moment.'
const BROKEN = 'Something failed, and the fault is ours. Load the page again, then try once more.'

type Form = {
  send: (form: FormData) => Promise<FormAnswer>
  /** Faults that the page can see by itself: with any, nothing is sent. */
  check: (form: FormData) => Faults
  onDone: (answer: FormAnswer & { ok: true }, element: HTMLFormElement, form: FormData) => void
}

export type FormState = {
  faults: Faults
  message: string | null
  /** The form was not sent at all. */
  unsent: boolean
  sending: boolean
  /** Grows with each refusal. */
  refusals: number
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
}

const nothingWrong = { faults: {}, message: null, unsent: false }

export function useForm({ send, check, onDone }: Form): FormState {
  const [wrong, setWrong] = useState<Pick<FormState, 'faults' | 'message' | 'unsent'>>(nothingWrong)
  const [sending, setSending] = useState(false)
  const [refusals, setRefusals] = useState(0)

  function refuse(faults: Faults, message: string | null, unsent: boolean): void {
    setWrong({ faults, message, unsent })
    setRefusals((count) => count + 1)
  }

  async function submit(element: HTMLFormElement, form: FormData): Promise<void> {
    const seen = check(form)
    if (Object.keys(seen).length > 0) return refuse(seen, null, true)
    setSending(true)
    const answer = await send(form).catch(failure)
    setSending(false)
    if (!answer.ok) return refuse(answer.faults, answer.message, false)
    setWrong(nothingWrong)
    onDone(answer, element, form)
  }

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    if (sending) return
    const element = event.currentTarget
    const { submitter } = event.nativeEvent as SubmitEvent
    // The button that was pressed is part of what is said.
    const form = new FormData(element, submitter)
    startTransition(() => submit(element, form))
  }

  return { ...wrong, sending, refusals, onSubmit }
}

/** An error with a digest is the server's; any other is a request that never came back. */
function failure(error: unknown): FormAnswer {
  const ours = error instanceof Error && ('digest' in error || error.name === 'UnrecognizedActionError')
  return { ok: false, message: ours ? BROKEN : AWAY, faults: {} }
}
