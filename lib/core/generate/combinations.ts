// The ways in which facts are combined. With the relations they are a closed set: docs/fact-bases.md describes each.

import type { Combining } from './combination.ts'
import { chain } from './combinations/chain.ts'
import { contrast } from './combinations/contrast.ts'
import { vignette } from './combinations/vignette.ts'

export const combinings: ReadonlyMap<string, Combining> = new Map([contrast, chain, vignette].map((one) => [one.name, one]))
