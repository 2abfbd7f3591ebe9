'use client'
// A tab that is looked at again on a later study day shows that day.

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent } from 'react'
import { isLaterDay } from '../../_ui/days.ts'

type FollowDayProps = { day: string; zone: string; rolloverHour: number }

export function FollowDay({ day, zone, rolloverHour }: FollowDayProps) {
  const router = useRouter()
  const look = useEffectEvent(() => {
    if (document.visibilityState === 'visible' && isLaterDay(Date.now(), { zone, rolloverHour }, day)) router.refresh()
  })
  useEffect(() => {
    const listener = () => look()
    document.addEventListener('visibilitychange', listener)
    return () => document.removeEventListener('visibilitychange', listener)
  }, [])
  return null
}
