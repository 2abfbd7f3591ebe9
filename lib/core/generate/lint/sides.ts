// A contrast is answered by rows: "Tarsal fever: little to none", or a table with a column for each side.

export type Side = { of: string; says: string }

/** Rows of an answer, without the head of a table. */
export function rowsOf(back: string): readonly string[] {
  const lines = back.split('\n')
  return isTable(back) ? lines.slice(1).map((line) => line.replaceAll('\t', ', ')) : lines
}

/** What is said of each side; a cell of a table, with what its row is about. */
export function sidesOf(back: string): readonly Side[] {
  const lines = back.split('\n')
  if (!isTable(back)) return lines.flatMap((line) => pairOf(/^([^:]+): (.+)$/.exec(line)))
  const [head = [], ...rows] = lines.map((line) => line.split('\t'))
  return rows.flatMap(([about = '', ...cells]) => cells.map((cell, index) => ({ of: head[index + 1] ?? '', says: `${about}: ${cell}` })))
}

function pairOf(match: RegExpExecArray | null): readonly Side[] {
  const [, of = '', says = ''] = match ?? []
  return match === null ? [] : [{ of, says }]
}

function isTable(back: string): boolean {
  return back.includes('\t')
}
