// Which dollars mark a formula within a line: `$x$` is one, "$5 and $10" is two prices. The rule is pandoc's: no space after
// the first dollar, none before the second, and no digit after that.

import { math } from 'micromark-extension-math'
import type { Code, Construct, Extension, State, TokenizeContext, Effects } from 'micromark-util-types'
import remarkMath from 'remark-math'
import type { Processor } from 'unified'

const DOLLAR = 36

/** As remark-math, by that rule. Formulas between two dollars on either side are as ever. */
export function strictMath(this: Processor): void {
  remarkMath.call(this)
  const data = this.data() as { micromarkExtensions?: Extension[] }
  data.micromarkExtensions?.push({ text: { [DOLLAR]: strict }, disable: { null: ['mathText'] } })
}

const found = math().text?.[DOLLAR]
const loose = (Array.isArray(found) ? found[0] : found) as Construct

const strict: Construct = {
  ...loose,
  name: 'strictMathText',
  tokenize(effects, ok, nok) {
    return effects.check({ tokenize: lookAhead, partial: true }, loose.tokenize.call(this, effects, ok, nok), nok)
  },
}

/** Goes over what would be the formula, and takes it back: `ok` where its dollars stand as they must. */
function lookAhead(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  let opened = 0
  let closed = 0
  let before: Code = null
  return open

  function open(code: Code): State | undefined {
    if (code !== DOLLAR) return opened > 1 ? ok(code) : first(code)
    opened += 1
    take(code)
    return open
  }
  function first(code: Code): State | undefined {
    return isSpace(code) ? nok(code) : inside(code)
  }
  function inside(code: Code): State | undefined {
    if (code === null) return nok(code)
    if (code === DOLLAR) return close(code)
    before = code
    take(code)
    return inside
  }
  function close(code: Code): State | undefined {
    if (code === DOLLAR) {
      closed += 1
      take(code)
      return close
    }
    // Two dollars or more close nothing that one has opened.
    const run = closed
    closed = 0
    if (run > 1) return inside(code)
    return isSpace(before) || isDigit(code) ? nok(code) : ok(code)
  }
  function take(code: Code): void {
    const type = code !== null && code < -2 ? 'lineEnding' : 'data'
    effects.enter(type)
    effects.consume(code)
    effects.exit(type)
  }
}

/** Micromark's codes below zero are line ends, tabs and the room that tabs take. */
const isSpace = (code: Code) => code === null || code < 0 || code === 32
const isDigit = (code: Code) => code !== null && code >= 48 && code <= 57
