import { now } from '#lib/clock.ts'
import { problem } from '#lib/http/problem.ts'
import { readUuid } from '#lib/http/uuid.ts'
import { undoChange } from '#lib/study/undo-change.ts'
import { act, done } from '../../../edit.ts'

/** Puts back what an edit replaced or what was deleted, once. */
export function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return act(request, async (user) => {
    const id = readUuid<string>((await params).id)
    const undone = id === null ? null : await undoChange(user, now(), id)
    return undone?.ok ? done({}) : problem(undone?.code ?? 'not-found')
  })
}
