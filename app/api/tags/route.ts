import { now } from '#lib/clock.ts'
import { deleteTagInput, renameTagInput } from '#lib/http/find-input.ts'
import { problem } from '#lib/http/problem.ts'
import { changeTag, type TagDone } from '#lib/study/tag-notes.ts'
import { actOn, done } from '../edit.ts'

/** Renames a tag with all within it; to one that is there, and the two are one. */
export function PUT(request: Request): Promise<Response> {
  return actOn(request, renameTagInput, async (user, { from, to }) =>
    answer(await changeTag(user.id, now(), from, { kind: 'rename', from, to })),
  )
}

/** Takes a tag and all within it from every note. */
export function DELETE(request: Request): Promise<Response> {
  return actOn(request, deleteTagInput, async (user, { tag }) =>
    answer(await changeTag(user.id, now(), tag, { kind: 'remove', tags: [tag] })),
  )
}

function answer(changed: TagDone): Response {
  if (changed.ok) return done({ change: changed.change, notes: changed.notes })
  return changed.code === 'refused' ? problem('refused', { message: changed.message }) : problem('not-found')
}
