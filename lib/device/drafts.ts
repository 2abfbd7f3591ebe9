// Drafts of notes: each tab writes its own, and a draft whose tab is gone is taken up by the next that opens the same place.

import { v7 } from 'uuid'
import type { UserId } from '#lib/core/ids.ts'
import type { Store } from './store.ts'

const KEPT_MS = 90 * 24 * 60 * 60 * 1000

export class Draft {
  readonly #store: Store
  readonly #learner: UserId
  readonly #place: string
  readonly #id: string
  readonly #letGo: () => void
  /** What the tab before this one left; null: nothing. */
  readonly found: unknown

  private constructor(store: Store, learner: UserId, place: string, { id, letGo, found }: Held) {
    this.#store = store
    this.#learner = learner
    this.#place = place
    this.#id = id
    this.#letGo = letGo
    this.found = found
  }

  /** Takes up the newest draft of the place that no living tab holds, or begins one. */
  static async open(store: Store, learner: UserId, place: string, nowMs: number): Promise<Draft> {
    const range = IDBKeyRange.bound([learner, place, -Infinity], [learner, place, Infinity])
    const rows = await store.getAllFromIndex('drafts', 'place', range)
    for (const { id, draft, savedAt } of rows.toReversed()) {
      if (nowMs - savedAt > KEPT_MS) {
        await store.delete('drafts', [learner, id])
        continue
      }
      const letGo = await hold(id)
      if (letGo) return new Draft(store, learner, place, { id, letGo, found: draft })
    }
    const id = v7()
    return new Draft(store, learner, place, { id, letGo: (await hold(id)) ?? (() => {}), found: null })
  }

  async keep(draft: unknown, nowMs: number): Promise<void> {
    await this.#store.put('drafts', { learner: this.#learner, id: this.#id, place: this.#place, savedAt: nowMs, draft })
  }

  /** It was saved, or thrown away. */
  async clear(): Promise<void> {
    await this.#store.delete('drafts', [this.#learner, this.#id])
  }

  close(): void {
    this.#letGo()
  }
}

type Held = { id: string; letGo: () => void; found: unknown }

/** Holds the draft for as long as this tab lives; null: another tab has it. Over plain http there are no locks, and the newest is taken. */
function hold(id: string): Promise<(() => void) | null> {
  const locks = (globalThis as { navigator?: { locks?: LockManager } }).navigator?.locks
  if (!locks) return Promise.resolve(() => {})
  return new Promise((done, fail) => {
    locks
      .request(`myelin-draft-${id}`, { ifAvailable: true }, (lock) => {
        if (!lock) return done(null)
        return new Promise<void>((letGo) => done(letGo))
      })
      .catch(fail)
  })
}
