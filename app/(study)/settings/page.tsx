// Settings: the day, the review, its keys, the look; the learner's data, to take along or to delete.

import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { requireUser } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import { getSettings } from '#lib/study/get-settings.ts'
import { Head, whoIs } from '../../_frame/head.tsx'
import { DeleteLearner } from './delete-learner.tsx'
import { SettingsForm } from './settings-form.tsx'
import styles from './settings.module.css'

export const metadata: Metadata = { title: 'Settings' }

export default async function SettingsPage() {
  const user = await requireUser()
  // The account may have gone between the two questions.
  const { current, holdings } = (await getSettings(user.id)) ?? redirect('/')
  return (
    <>
      <Head current="settings" who={whoIs(user)} />
      <main id="main" className="page">
        <div className={`sec open ${styles.open}`}>
          <h1 className="title in">Settings</h1>
        </div>
        <SettingsForm current={current} nowMs={now()} zones={Intl.supportedValuesOf('timeZone')} />
        <section className="sec rule" aria-labelledby="data">
          <h2 className="label" id="data">
            Your data
          </h2>
          <div className="in">
            <p>Everything you made and every answer you gave, as one JSON file.</p>
            <p className={`acts ${styles.acts}`}>
              <a className="btn" href="/api/export" download>
                Download everything
              </a>
            </p>
          </div>
        </section>
        <section className="sec rule" aria-labelledby="leave">
          <h2 className="label" id="leave">
            Leave
          </h2>
          <DeleteLearner learner={user.id} guest={user.guest} name={current.settings.name} holdings={holdings} />
        </section>
      </main>
    </>
  )
}
