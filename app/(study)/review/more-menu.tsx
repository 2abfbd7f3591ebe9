'use client'
// The acts that have no button of their own on the page: what keys do, for mouse and touch.

import { useRef } from 'react'
import { MoreIcon } from '../../_ui/icons.tsx'
import { Cap } from './cap.tsx'
import styles from './float.module.css'
import sit from './sit.module.css'

export type MenuAct = { words: string; cap: string | null; act: () => void }

export function MoreMenu({ acts }: { acts: readonly MenuAct[] }) {
  const menu = useRef<HTMLDivElement>(null)
  return (
    <>
      <button
        className={sit.tool}
        type="button"
        popoverTarget="more"
        aria-label={`More: ${acts.map((act) => act.words.toLowerCase()).join(', ')}`}
      >
        <MoreIcon />
      </button>
      <div className={styles.menu} id="more" popover="auto" ref={menu}>
        {acts.map(({ words, cap, act }) => (
          <button
            key={words}
            type="button"
            onClick={() => {
              menu.current?.hidePopover()
              act()
            }}
          >
            {words}
            <Cap of={cap} />
          </button>
        ))}
      </div>
    </>
  )
}
