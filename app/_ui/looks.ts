// Changes the look of the document that stands, as the server will send the next one.

import type { Preferences } from '#lib/core/preferences.ts'

export function applyLooks({ theme, textSize }: Pick<Preferences, 'theme' | 'textSize'>): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset['theme']
  else dataset['theme'] = theme
  dataset['text'] = textSize
}
