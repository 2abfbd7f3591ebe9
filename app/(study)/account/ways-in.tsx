'use client'
// Who else may say who the learner is: linked, unlinked, and never the last way in.

import { useRouter } from 'next/navigation'
import { type Provider, PROVIDER_NAMES } from '#lib/core/provider.ts'
import { textOf } from '../../_ui/form-answer.ts'
import { FormFaults, PasswordField } from '../../_ui/form.tsx'
import { LABELS } from '../../_ui/labels.ts'
import { leaveFor } from '../../_ui/leave-for.ts'
import { useForm } from '../../_ui/use-form.ts'
import styles from './account.module.css'
import { prepareToLink, unlink } from './actions.ts'

type Linked = { provider: Provider; label: string | null }
type WaysInProps = { linked: readonly Linked[]; offered: readonly Provider[]; hasPassword: boolean; taken: Provider | null }

export function WaysIn({ linked, offered, hasPassword, taken }: WaysInProps) {
  const free = offered.filter((provider) => linked.every((other) => other.provider !== provider))
  if (linked.length + free.length === 0) return null
  return (
    <section className="sec rule" aria-labelledby="ways">
      <h2 className="label" id="ways">
        Other ways in
      </h2>
      <div className={`in ${styles.narrow}`}>
        {taken && (
          <p className={styles.taken} role="alert">
            This account at {PROVIDER_NAMES[taken]} signs somebody else in, so it was not linked.
          </p>
        )}
        {linked.length > 0 && <LinkedList linked={linked} />}
        {free.length > 0 && <LinkForm free={free} hasPassword={hasPassword} />}
      </div>
      <p className="note">An address there that equals yours links nothing by itself.</p>
    </section>
  )
}

function LinkedList({ linked }: { linked: readonly Linked[] }) {
  const router = useRouter()
  const state = useForm({ check: () => ({}), send: unlink, onDone: () => router.refresh() })
  return (
    <form method="post" onSubmit={state.onSubmit} aria-label="Linked ways in">
      <FormFaults state={state} labels={LABELS} />
      <ul className={styles.list}>
        {linked.map(({ provider, label }) => (
          <li key={provider}>
            <span>
              <span className={styles.device}>{PROVIDER_NAMES[provider]}</span>
              {label && <span className={styles.seen}>{label}</span>}
            </span>
            <button type="submit" name="provider" value={provider} aria-label={`Unlink ${PROVIDER_NAMES[provider]}`}>
              Unlink
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}

function LinkForm({ free, hasPassword }: { free: readonly Provider[]; hasPassword: boolean }) {
  const state = useForm({
    check: () => ({}),
    async send(form) {
      const answer = await prepareToLink(form)
      const provider = free.find((name) => name === textOf(form, 'provider'))
      if (answer.ok && provider) await leaveFor(provider)
      return answer
    },
    // The browser is on its way.
    onDone: () => undefined,
  })
  return (
    <form method="post" className={styles.link} onSubmit={state.onSubmit} noValidate aria-label="Link a way in">
      <FormFaults state={state} labels={LABELS} />
      {hasPassword && (
        <PasswordField name="password" label="Your password" autoComplete="current-password" fault={state.faults['password']} />
      )}
      <p className={styles.providers}>
        {free.map((provider) => (
          <button className="btn" type="submit" key={provider} name="provider" value={provider}>
            Link {PROVIDER_NAMES[provider]}
          </button>
        ))}
      </p>
    </form>
  )
}
