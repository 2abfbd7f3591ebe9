// Hands the learner a file of what this page holds: their answers are theirs, whatever became of the session.

import type { MadeEvent } from '#lib/core/event.ts'
import { encodeMade } from '#lib/core/wire.ts'

export function downloadEvents(name: string, events: readonly MadeEvent[]): void {
  downloadText(name, 'application/json', JSON.stringify({ formatVersion: 1, events: events.map(encodeMade) }, null, 2))
}

export function downloadText(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
