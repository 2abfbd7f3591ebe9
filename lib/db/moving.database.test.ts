// Every table of a learner's either moves with the learner or is named here with the reason why not.

import { expect, test } from 'vitest'
import { database } from './client.ts'
import { MOVING } from './moving.ts'

const STAYING = {
  Session: 'is of the browser, not of the learner',
  Account: 'a guest has none',
  VerificationToken: 'a guest has none',
  RecoveryCode: 'a guest has none',
  Event: 'is taken over one by one, by adoptEvents',
  DayRollup: 'is counted from the events that are taken over',
  NoteText: 'is read again from the notes',
  Cursor: 'numbers the events of one learner',
}

test('a table that holds learners’ rows moves, or says why not', async () => {
  const rows = await database().$queryRaw<{ table: string }[]>`
    SELECT table_name::text AS table FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'userId' ORDER BY 1`
  expect(rows.map(({ table }) => table)).toEqual([...MOVING, ...Object.keys(STAYING)].toSorted())
})
