/** What a learner does on the settings page, and what another device of theirs does meanwhile. */
import { expect, type Page } from '@playwright/test'
import { type DaysOff, NO_DAYS_OFF } from '#lib/core/days-off.ts'
import { DEFAULT_PREFERENCES, type Preferences } from '#lib/core/preferences.ts'
import { rowsOf, sharedUrl } from './learners.ts'

/** Opens the page and waits until it is alive. */
export async function openSettings(page: Page): Promise<void> {
  await page.goto('/settings')
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await page.waitForFunction(() => Object.keys(document.querySelector('select') ?? {}).some((key) => key.startsWith('__react')))
}

type UserRow = {
  name: string | null
  zone: string
  rolloverHour: number
  daysOff: DaysOff
  settingsVersion: number
  preferences: Record<string, unknown>
}

/** The settings as they are stored. */
export async function userOf(id: string): Promise<UserRow | undefined> {
  const columns = 'name, zone, "rolloverHour", "daysOff", "settingsVersion", preferences'
  return (await rowsOf<UserRow>(`SELECT ${columns} FROM "User" WHERE id = $1`, [id]))[0]
}

/** The sentence that a section says of its last change. */
export async function saved(page: Page, section: string): Promise<void> {
  await expect(page.getByRole('region', { name: section }).getByRole('status')).toHaveText('Saved.')
}

/** Presses Add beside a command, then the key. */
export async function giveKey(page: Page, command: string, key: string): Promise<void> {
  await page.getByRole('button', { name: `Add a key for “${command}”` }).click()
  await page.keyboard.press(key)
}

type Change = { version?: number; zone?: string; rolloverHour?: number; preferences?: Partial<Preferences> }

/** Saves settings past the page, with its cookie, over the first version unless another is named. */
export async function changeElsewhere(page: Page, { preferences, ...change }: Change): Promise<void> {
  const data = {
    version: 0,
    zone: 'Europe/Lisbon',
    rolloverHour: 4,
    name: null,
    daysOff: NO_DAYS_OFF,
    ...change,
    preferences: { ...DEFAULT_PREFERENCES, ...preferences },
  }
  const headers = { 'sec-fetch-site': 'same-origin' }
  const response = await page.request.put(`${sharedUrl()}/api/settings`, { data, headers })
  expect(response.status()).toBe(200)
}
