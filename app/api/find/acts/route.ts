import type { CurrentUser } from '#lib/auth/require-user.ts'
import { now } from '#lib/clock.ts'
import type { BulkAct, Chosen } from '#lib/core/search/found.ts'
import { bulkInput } from '#lib/http/find-input.ts'
import { problem } from '#lib/http/problem.ts'
import type { Bulk } from '#lib/study/choose-cards.ts'
import { deleteCards } from '#lib/study/delete-cards.ts'
import { moveCards } from '#lib/study/move-cards.ts'
import { suspendCards } from '#lib/study/suspend-cards.ts'
import { tagCards } from '#lib/study/tag-notes.ts'
import { actOn, done } from '../../edit.ts'

/** Does one thing with many cards: all of it, or nothing. */
export function POST(request: Request): Promise<Response> {
  return actOn(request, bulkInput, async (user, { chosen, act }) => {
    const acted = await bulk(user, chosen, act)
    if (acted.ok) return done(acted.done)
    switch (acted.code) {
      case 'stale': {
        const message = `The search finds ${acted.total.toLocaleString('en-GB')} cards by now, not as many as you saw. Nothing was changed: look again, then choose.`
        return problem('stale', { message, beside: { total: acted.total } })
      }
      case 'refused':
        return problem('refused', { message: acted.message })
      case 'not-found':
        return problem('not-found')
      default:
        return acted satisfies never
    }
  })
}

function bulk(user: CurrentUser, chosen: Chosen, act: BulkAct): Promise<Bulk> {
  switch (act.kind) {
    case 'move':
      return moveCards(user, now(), chosen, act.deckId)
    case 'tag':
      return tagCards(user, now(), chosen, { kind: 'add', tags: act.add })
    case 'untag':
      return tagCards(user, now(), chosen, { kind: 'remove', tags: act.remove })
    case 'suspend':
      return suspendCards(user, now(), chosen, act.suspended)
    case 'delete':
      return deleteCards(user, now(), chosen)
    default:
      return act satisfies never
  }
}
