// What is wrong in a fact base, as a sentence with its line.

import { isMap, isNode, isScalar, type Document, type LineCounter } from 'yaml'
import type { z } from 'zod'

export type BaseError = { file: string; line: number; message: string }

type Path = readonly PropertyKey[]

/** Turns issues of zod, whose paths start at `root`, into errors with lines. */
export class Lines {
  readonly errors: BaseError[] = []

  constructor(
    private readonly file: string,
    private readonly document: Document,
    private readonly counter: LineCounter,
  ) {}

  add(path: Path, message: string): void {
    this.at(this.offsetOf(path), message)
  }

  /** The line, from 1, on which the value stands. */
  lineOf(path: Path): number {
    return this.counter.linePos(this.offsetOf(path)).line
  }

  at(offset: number, message: string): void {
    this.errors.push({ file: this.file, line: this.counter.linePos(offset).line, message })
  }

  addIssues(error: z.ZodError, root: Path = []): void {
    for (const issue of error.issues) {
      const path = [...root, ...issue.path]
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) this.at(this.keyOffset(path, key), `“${key}” is not a field here.`)
      } else {
        this.add(path, sentenceOf(issue, path))
      }
    }
  }

  /** Where the value stands, or the nearest that holds it where it is missing. */
  private offsetOf(path: Path): number {
    for (let length = path.length; length > 0; length--) {
      const node = this.document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return node.range[0]
    }
    return 0
  }

  private keyOffset(path: Path, key: string): number {
    const map = path.length === 0 ? this.document.contents : this.document.getIn(path, true)
    if (!isMap(map)) return this.offsetOf(path)
    const pair = map.items.find(({ key: node }) => isScalar(node) && String(node.value) === key)
    return isNode(pair?.key) && pair.key.range ? pair.key.range[0] : this.offsetOf(path)
  }
}

const typeNames: Readonly<Record<string, string>> = {
  object: 'a group of fields',
  record: 'a group of fields',
  array: 'a list',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
}

/** The schema's own sentence where it has one; else zod's, said for a person. */
function sentenceOf(issue: z.core.$ZodIssue, path: Path): string {
  const field = path.length === 0 ? 'A fact base' : typeof path.at(-1) === 'number' ? 'This entry' : `“${String(path.at(-1))}”`
  if (!/^(?:Invalid|Too)\b/.test(issue.message)) return issue.message
  if (path.length > 0 && issue.message.endsWith('received undefined')) return `${field} is missing.`
  if (issue.code === 'invalid_type') return `${field} should be ${typeNames[issue.expected] ?? issue.expected}.`
  if (issue.code === 'invalid_value') return `${field} should be one of: ${issue.values.map(String).join(', ')}.`
  if (issue.code === 'too_small') return `${field} holds too little: at least ${issue.minimum}.`
  return `${field}: ${issue.message}.`
}
