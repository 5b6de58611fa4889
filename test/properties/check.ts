import fc from 'fast-check'
import t from 'tap'

/** How many cases each property is tried with. */
export const CASES = Number(process.env['PROPERTY_CASES'] ?? 3000)
/** The same cases on every run, unless another seed is given. */
const SEED = Number(process.env['PROPERTY_SEED'] ?? 1)

/** Milliseconds. Generous: a busy machine is not a failure. */
const TIMEOUT = 120_000 + CASES * 20
/** Enough of a case to see what it is. */
const MAX_SHOWN_LENGTH = 4000

t.setTimeout(10 * TIMEOUT)

/** A test that nothing is thrown for any generated value; the first that fails is shrunk, and named with its seed. */
export function property<T>(name: string, values: fc.Arbitrary<T>, check: (value: T) => unknown): void {
  const predicate = (value: T) => {
    check(value)
  }
  t.test(name, { timeout: TIMEOUT }, async (t) => {
    const { failed, numRuns, seed, counterexamplePath, counterexample, errorInstance } = fc.check(
      fc.property(values, predicate),
      { numRuns: CASES, seed: SEED },
    )
    if (failed) {
      t.comment(`seed ${seed}, path ${counterexamplePath}: ${fc.stringify(counterexample).slice(0, MAX_SHOWN_LENGTH)}`)
      t.error(errorInstance)
    }
    t.equal(numRuns, CASES, `${CASES} cases, seed ${seed}`)
  })
}
