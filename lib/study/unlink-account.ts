import type { UserId } from '#lib/core/ids.ts'
import type { Provider } from '#lib/core/provider.ts'
import { deleteAccountUnlessLast } from '#lib/db/accounts.ts'
import { inTransaction } from '#lib/db/client.ts'

/** last: it is the learner's only way in, and stays. */
export async function unlinkAccount(userId: UserId, provider: Provider): Promise<'unlinked' | 'last'> {
  return (await inTransaction((tx) => deleteAccountUnlessLast(tx, userId, provider))) ? 'unlinked' : 'last'
}
