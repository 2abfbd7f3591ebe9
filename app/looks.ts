// How the document looks for whoever asks: it is known before the first paint, so that no page flashes in another theme.

import { currentUser } from '#lib/auth/require-user.ts'
import { DEFAULT_PREFERENCES, type Preferences } from '#lib/core/preferences.ts'
import { unanswerable } from '#lib/study/unanswerable.ts'

export async function looksOf(): Promise<Pick<Preferences, 'theme' | 'textSize'>> {
  try {
    return (await currentUser())?.preferences ?? DEFAULT_PREFERENCES
  } catch (error) {
    // A page that needs the learner fails by itself, within a document that still stands.
    if (unanswerable(error) === null) throw error
    return DEFAULT_PREFERENCES
  }
}
