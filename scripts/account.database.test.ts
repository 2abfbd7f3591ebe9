/** What the operator does for one learner, as typed: into which account a download goes, and what is said where it cannot. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import type { UserId } from '#lib/core/ids.ts'
import { database } from '#lib/db/client.ts'
import { findLogin } from '#lib/db/logins.ts'
import { gatherDay } from '#lib/study/gather-day.ts'
import { resetPassword } from '#lib/study/reset-password.ts'
import { differing, Device, downloadOf, newLearner, NOON, seedShippedBases } from '#lib/study/testing.ts'

let folder: string
let file: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myelin-account-'))
  await seedShippedBases()
  const learner = await newLearner()
  const device = new Device(learner)
  for (const card of (await gatherDay(learner, NOON)).queue.main.slice(0, 2)) await device.send([await device.answer(card, 3, NOON)], NOON)
  await database().user.update({ where: { id: learner.id }, data: { name: 'Anna Meyer' } })
  file = join(folder, 'mine.json')
  await writeFile(file, await downloadOf(learner.id))
})
afterAll(() => rm(folder, { recursive: true }))

/** Runs `npm run account` with these words, on this test's database. */
function account(...words: string[]): Promise<{ said: string; failed: boolean }> {
  const env = { ...process.env, DATA_DIR: folder, PUBLIC_URL: 'https://cards.example.org' }
  return new Promise((done) => {
    execFile(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'scripts/account.ts', ...words], { env }, (error, stdout, stderr) =>
      done({ said: (error ? stderr : stdout).trim(), failed: error !== null }),
    )
  })
}

async function emptyAccount(email: string): Promise<UserId> {
  const { id } = await newLearner()
  await database().user.update({ where: { id }, data: { guest: false, email } })
  return id
}

const answersOf = (userId: UserId) =>
  database().event.findMany({ where: { userId, kind: 'answer' }, select: { cardId: true }, orderBy: { cursor: 'asc' } })

test('a download goes into a new account of the address, whose owner then chooses a password', async () => {
  const { said, failed } = await account('restore', file, '--email', ' New@Example.ORG')
  expect({ failed, said }).toEqual({
    failed: false,
    said: expect.stringMatching(/^Restored \d+ cards and 2 events into the account of new@example\.org\.$/m),
  })
  const [, , link = '', whose] = said.split('\n')
  const owner = await findLogin('new@example.org')
  expect(owner).toMatchObject({ passwordHash: null })
  const answered = await answersOf(owner?.userId as UserId)
  expect(answered).toHaveLength(2)
  expect(
    await differing(
      owner?.userId as UserId,
      answered.map(({ cardId }) => ({ id: cardId as never })),
    ),
  ).toEqual([])

  expect(link).toMatch(/^https:\/\/cards\.example\.org\/reset#[\w-]{43}$/)
  expect(whose).toMatch(/give it to its owner, Anna Meyer, alone\./)
  const reset = await account('reset', 'new@example.org')
  // The link that came with the restored account works no more: another was made since.
  expect(await resetPassword(link.split('#')[1] ?? '', 'a hash', Date.now())).toBeNull()
  expect(await resetPassword(reset.said.split('\n', 1)[0]?.split('#')[1] ?? '', 'a hash', Date.now())).toBe(owner?.userId)
})

test('it goes into an account that is empty, and into none that has something', async () => {
  const id = await emptyAccount('empty@example.org')
  expect(await account('restore', file, '--email', 'empty@example.org')).toMatchObject({ failed: false })
  expect(await answersOf(id)).toHaveLength(2)
  const again = await account('restore', file, '--email', 'empty@example.org')
  expect(again).toEqual({ failed: true, said: expect.stringContaining('Nothing was restored.') })
  expect(await answersOf(id)).toHaveLength(2)
})

const wrong: [words: string[], sentence: RegExp][] = [
  [[], /^Say npm run account -- reset EMAIL, or restore FILE/],
  [['reset'], /^Say npm run account/],
  [['reset', 'a@example.org', 'b@example.org'], /^Say npm run account/],
  [['restore', 'x'], /^Say npm run account/],
  [['restore', 'x', '--email'], /^Say npm run account/],
  [['restore', 'x', '--email', 'a@example.org', 'b@example.org'], /^Say npm run account/],
  [['reset', 'learner'], /^“learner” is no e-mail address\. The @ is missing\.$/],
  [['reset', 'nobody@example.org'], /^No account has the address nobody@example\.org\.$/],
  [['restore', '/nowhere.json', '--email', 'a@example.org'], /^There is no file \/nowhere\.json\./],
]

test.each(wrong)('npm run account -- %j is answered by a sentence', async (words, sentence) => {
  const { said, failed } = await account(...words)
  expect(failed).toBe(true)
  expect(said).toMatch(sentence)
})
