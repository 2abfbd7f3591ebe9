// Saves settings over the version they were made from, and reads what the server says of that.

import type { Settings, VersionedSettings } from '#lib/core/settings.ts'

export type SaveAnswer =
  | { kind: 'saved'; current: VersionedSettings }
  /** Another tab or device was first: `current` is what stands there. */
  | { kind: 'stale'; current: VersionedSettings }
  /** Not saved; the sentence says why and what to do. */
  | { kind: 'failed'; message: string }

const AWAY = 'Not saved: the server cannot be reached. Try again when the connection is back.'

export async function saveSettings({ settings, version }: VersionedSettings): Promise<SaveAnswer> {
  try {
    const response = await fetch('/api/settings', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ version, ...settings }),
      signal: AbortSignal.timeout(20_000),
    })
    const answer = (await response.json()) as { version: number; settings: Settings; error?: { message: string } }
    const current = { settings: answer.settings, version: answer.version }
    if (response.ok) return { kind: 'saved', current }
    if (response.status === 409) return { kind: 'stale', current }
    return { kind: 'failed', message: `Not saved. ${answer.error?.message ?? 'The fault is ours: try again.'}` }
  } catch {
    return { kind: 'failed', message: AWAY }
  }
}
