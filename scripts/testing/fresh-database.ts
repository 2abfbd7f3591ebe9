/** Around each database test file: a database of its own, named by DATABASE_URL. */
import { afterAll, inject } from 'vitest'

import { createTestDatabase, siblingUrl } from '#lib/db/testing.ts'

const { pathname, href } = new URL(inject('templateUrl'))
const database = await createTestDatabase(siblingUrl(href, 'postgres'), pathname.slice(1))
process.env['DATABASE_URL'] = database.url

afterAll(database.drop)
