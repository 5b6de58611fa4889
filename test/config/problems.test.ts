import t from 'tap'
import { CorsConfigError, type CorsConfigProblem } from '../../src/config/problems.js'
import { renderProblemList } from '../../src/text/problem-list.js'

const PROBLEM: CorsConfigProblem = Object.freeze({
  code: 'max-age-range',
  minimum: 0,
  maximum: 86_400,
  path: 'maxAge',
  value: -1,
  message: 'is out of range',
})

t.test('the error has its own name and code', async (t) => {
  const error = new CorsConfigError([PROBLEM])
  t.ok(error instanceof Error)
  t.equal(error.name, 'CorsConfigError')
  t.equal(Object.hasOwn(error, 'name'), false)
  t.equal(error.code, 'ERR_CORS_CONFIG')
  t.ok(error.stack?.startsWith(`CorsConfigError: ${renderProblemList([PROBLEM])}`))
})

t.test('the message lists each problem in a line', async (t) => {
  const other: CorsConfigProblem = {
    code: 'wrong-type',
    fault: 'boolean',
    path: 'enforce',
    value: 1,
    message: 'is wrong',
  }
  const linesOf = (...problems: CorsConfigProblem[]) => new CorsConfigError(problems).message.split('\n').slice(1)
  t.strictSame(linesOf(PROBLEM), ['  maxAge: is out of range [max-age-range]'])
  t.strictSame(linesOf(PROBLEM, other), [
    '  maxAge: is out of range [max-age-range]',
    '  enforce: is wrong [wrong-type]',
  ])
})

t.test('a message lists a thousand problems at most, and the error holds them all', async (t) => {
  const full = new CorsConfigError(Array.from({ length: 1000 }, () => PROBLEM))
  t.equal(full.message.split('\n').length, 1001)
  t.notMatch(full.message, '…')
  const more = new CorsConfigError(Array.from({ length: 1003 }, () => PROBLEM))
  t.equal(more.message.split('\n').length, 1002)
  t.match(more.message, /… .*\b3\b[^\n]*$/)
  t.equal(more.problems.length, 1003)
})

t.test('problems are frozen copies that keep the original values', async (t) => {
  const value = { deep: [1] }
  const given = [{ ...PROBLEM, value }]
  const { problems } = new CorsConfigError(given)
  given.length = 0
  t.equal(problems.length, 1)
  t.ok(Object.isFrozen(problems))
  for (const problem of problems) {
    t.ok(Object.isFrozen(problem))
    t.equal(problem.value, value)
    t.notOk(Object.isFrozen(value))
  }
})

t.test('nothing else is an instance', async (t) => {
  const lookalike = Object.assign(new Error('no'), { name: 'CorsConfigError', code: 'ERR_CORS_CONFIG', problems: [] })
  for (const value of [undefined, null, 1, 'CorsConfigError', {}, new Error('no'), lookalike, () => {}]) {
    t.equal(value instanceof CorsConfigError, false)
  }
})

t.test('a class that extends it has instances of its own', async (t) => {
  class Extended extends CorsConfigError {}
  const extended = new Extended([PROBLEM])
  t.ok(extended instanceof Extended)
  t.ok(extended instanceof CorsConfigError)
  t.equal((new CorsConfigError([PROBLEM]) as unknown) instanceof Extended, false)
})
