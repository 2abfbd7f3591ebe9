'use client'
// Settings that save themselves: each change is shown at once and sent after the one before it, over the version that answered.

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { Settings, VersionedSettings } from '#lib/core/settings.ts'
import { applyLooks } from '../../_ui/looks.ts'
import { saveSettings } from './settings-client.ts'

export type Section = 'name' | 'day' | 'off' | 'review' | 'keys' | 'look'

/** What became of the last change, said in the section that it was made in. */
export type Said = { section: Section; kind: 'saving' | 'saved' } | { section: Section; kind: 'failed'; message: string } | null

export function useSettings(loaded: VersionedSettings) {
  const router = useRouter()
  const [settings, setSettings] = useState(loaded.settings)
  const [said, setSaid] = useState<Said>(null)
  /** What another tab or device saved before this one could. */
  const [stale, setStale] = useState<VersionedSettings | null>(null)
  const version = useRef(loaded.version)
  const wanted = useRef(loaded.settings)
  const sending = useRef(false)

  function show(next: Settings) {
    wanted.current = next
    setSettings(next)
    applyLooks(next.preferences)
  }

  async function send(section: Section) {
    if (sending.current) return
    sending.current = true
    setSaid({ section, kind: 'saving' })
    for (;;) {
      const sent = wanted.current
      const answer = await saveSettings({ settings: sent, version: version.current })
      if (answer.kind === 'saved') {
        version.current = answer.current.version
        // More was changed while this was on its way.
        if (wanted.current !== sent) continue
        // The server has the last word on which days off are still to be planned.
        show(answer.current.settings)
        setSaid({ section, kind: 'saved' })
        // Pages that were fetched ahead still show the settings of before.
        router.refresh()
      } else if (answer.kind === 'stale') {
        setStale(answer.current)
        setSaid(null)
      } else {
        setSaid({ section, kind: 'failed', message: answer.message })
      }
      break
    }
    sending.current = false
  }

  return {
    settings,
    said,
    stale,
    change(section: Section, changed: Partial<Omit<Settings, 'preferences'>> & { preferences?: Partial<Settings['preferences']> }) {
      const { preferences } = wanted.current
      show({ ...wanted.current, ...changed, preferences: { ...preferences, ...changed.preferences } })
      void send(section)
    },
    retry: (section: Section) => void send(section),
    /** Of two versions, keeps the one that stands on the server, or saves this page's over it. */
    settle(keep: 'theirs' | 'mine') {
      if (stale === null) return
      version.current = stale.version
      setStale(null)
      if (keep === 'mine') return void send('day')
      show(stale.settings)
      router.refresh()
    },
  }
}

export type SettingsState = ReturnType<typeof useSettings>
