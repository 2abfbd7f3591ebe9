// The orders in which cards that were found can stand.

export const ORDERS = ['created', 'due', 'text', 'stability', 'difficulty', 'lapses'] as const
export type Order = (typeof ORDERS)[number]
export type Sort = { by: Order; down: boolean }

/** The newest first. */
export const USUAL_SORT: Sort = { by: 'created', down: true }

/** "due" is ascending, "-due" descending; what is none of ours is the usual one. */
export function parseSort(text: string | null): Sort {
  const down = text?.startsWith('-') ?? false
  const by = ORDERS.find((order) => order === (down ? text?.slice(1) : text))
  return by ? { by, down } : USUAL_SORT
}

export const printSort = ({ by, down }: Sort): string => `${down ? '-' : ''}${by}`
