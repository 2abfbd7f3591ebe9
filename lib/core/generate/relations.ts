// The closed set of relations: what a fact can say. docs/fact-bases.md describes each.

import type { Relation } from './relation.ts'
import { complication, prognosis } from './relations/course.ts'
import { diagnosis, finding } from './relations/diagnosis.ts'
import { action, cause, consequence } from './relations/etiology.ts'
import { prerequisite, prevalence } from './relations/latency.ts'
import { extent, site } from './relations/lesions.ts'
import { group, term } from './relations/names.ts'
import { explanation, presentation } from './relations/presentation.ts'
import { quantity } from './relations/quantity.ts'
import { foremostRisk, risk, use } from './relations/risk.ts'
import { benefit, management, treatment } from './relations/treatment.ts'

const all: readonly Relation[] = [
  term,
  group,
  cause,
  action,
  consequence,
  prevalence,
  prerequisite,
  risk,
  foremostRisk,
  use,
  presentation,
  explanation,
  finding,
  site,
  extent,
  diagnosis,
  prognosis,
  quantity,
  complication,
  management,
  treatment,
  benefit,
]

export const relations: ReadonlyMap<string, Relation> = new Map(all.map((relation) => [relation.name, relation]))
