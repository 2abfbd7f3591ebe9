// What has ended by itself opens nothing any more, and need not be kept.

import { deleteEndedResetLinks } from '#lib/db/reset-links.ts'
import { deleteEndedSessions } from '#lib/db/sessions.ts'

export async function deleteEnded(now: number): Promise<void> {
  await Promise.all([deleteEndedSessions(now), deleteEndedResetLinks(now)])
}
