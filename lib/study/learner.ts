// Who a use case works for: an id to look rows up by, and what says when their study day begins.

import type { UserId } from '#lib/core/ids.ts'

export type Learner = { id: UserId; zone: string; rolloverHour: number }
