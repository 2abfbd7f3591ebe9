import type { UserId } from '#lib/core/ids.ts'
import { isEmailTaken, putEmail } from '#lib/db/logins.ts'

/** refused: the address is somebody's. */
export async function changeEmail(userId: UserId, email: string): Promise<'changed' | 'refused'> {
  try {
    await putEmail(userId, email)
    return 'changed'
  } catch (error) {
    if (isEmailTaken(error)) return 'refused'
    throw error
  }
}
