/** With PROOF_SEED set, every property test draws its cases from that seed, so that a run can be repeated. */
import fc from 'fast-check'

const seed = process.env['PROOF_SEED']
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) })
