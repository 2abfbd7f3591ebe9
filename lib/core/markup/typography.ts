// Care for line ends: an acronym such as HIV-1 never breaks at its hyphen, and a numeral never parts from its unit.

import type { ElementContent } from 'hast'
import { span, text } from './hast.ts'

const hyphenated = /(?<![\p{L}\p{N}-])(\p{Lu}{2,}\p{N}*(?:-[\p{Lu}\p{N}][\p{L}\p{N}]*)+)(?![\p{L}\p{N}-])/u
const unit =
  '%|°C|[kmµnp]?g|mcg|[dmµ]?L|[mµnp]?mol|[cmµn]?m|mm ?Hg|k?Pa|IU|mEq|kcal|Hz|ms|s|min|h|seconds?|minutes?|hours?|days?|weeks?|months?|years?'
const numeralAndUnit = new RegExp(`(\\d) (?=(?:${unit})(?![\\p{L}\\p{N}]))`, 'gu')

export function carefulText(children: ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type !== 'text') return [child]
    const parts = child.value.replace(numeralAndUnit, '$1\u00A0').split(hyphenated)
    // split() with a capture group puts each match at an odd index.
    return parts.flatMap((part, index): ElementContent[] =>
      index % 2 === 1 ? [span('nowrap', [text(part)])] : part === '' ? [] : [text(part)],
    )
  })
}
