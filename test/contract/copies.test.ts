import t from 'tap'
import { CorsConfigError, type CorsConfigProblem } from '../../src/config/problems.js'

const PROBLEM: CorsConfigProblem = { code: 'method-case', path: 'methods[0]', value: 'put', message: 'no' }

t.test('an error is recognised by another copy of the package, and recognises that copy’s', async (t) => {
  const address = '../../src/config/problems.js?copy'
  const other: typeof import('../../src/config/problems.js') = await import(address)
  t.not(other.CorsConfigError, CorsConfigError)
  const ours = new CorsConfigError([PROBLEM])
  const theirs = new other.CorsConfigError([PROBLEM])
  t.ok(ours instanceof CorsConfigError)
  t.ok(ours instanceof other.CorsConfigError)
  t.ok(theirs instanceof CorsConfigError)
})
