import t from 'tap'
import { ProblemList } from '../../src/config/problem-list.js'
import type { CorsConfigProblem, CorsConfigProblemCode } from '../../src/config/problems.js'
import { CONFIG_TEXTS } from '../../src/text/config.js'
import { problemsAddedBy, problemsOf, rowsOf } from './fixtures/problem-rows.js'

function worded(
  code: CorsConfigProblemCode,
  path: string,
  value: unknown,
  message: string,
  suggestion?: string,
): CorsConfigProblem {
  const problem = { code, path, value, message } as CorsConfigProblem
  return suggestion === undefined ? problem : { ...problem, suggestion }
}

t.test('a list without problems throws nothing', async (t) => {
  t.strictSame(
    problemsAddedBy(() => {}),
    [],
  )
})

t.test('collects problems in their order', async (t) => {
  const problems = problemsAddedBy((list) => {
    list.report(worded('wrong-type', '', 1, 'is wrong'))
    list.report(worded('max-age-range', 'maxAge', 2, 'is too much'))
    list.report(worded('method-case', 'methods[0]', 'put', 'is lower case', 'PUT'))
  })
  t.strictSame(rowsOf(problems), [
    ['wrong-type', 'config', 1],
    ['max-age-range', 'maxAge', 2],
    ['method-case', 'methods[0]', 'put', 'PUT'],
  ])
})

t.test('a sentence of the caller stays as it is', async (t) => {
  const problems = problemsAddedBy((list) => list.report(worded('max-age-range', 'maxAge', 2, 'is too much')))
  t.strictSame(problems, [{ code: 'max-age-range', path: 'maxAge', value: 2, message: 'is too much' }])
})

t.test('a nested list adds its problems to the outer one, under its path', async (t) => {
  const problems = problemsAddedBy((list) => {
    list.under('cors').report(worded('wrong-type', '', 1, 'is wrong'))
    list
      .under('policies')
      .under('admin')
      .report(worded('wrong-type', 'maxAge', 2, 'is wrong'))
    list
      .under('policies')
      .under('admin')
      .report(worded('wrong-type', '', 3, 'is wrong'))
    list.report(worded('wrong-type', 'maxAge', 4, 'is wrong'))
  })
  t.strictSame(rowsOf(problems), [
    ['wrong-type', 'cors', 1],
    ['wrong-type', 'policies.admin.maxAge', 2],
    ['wrong-type', 'policies.admin', 3],
    ['wrong-type', 'maxAge', 4],
  ])
})

t.test('a list with a path puts it before the path of each problem', async (t) => {
  const list = new ProblemList('routes')
  list.report(worded('wrong-type', 'maxAge', 1, 'is wrong'))
  list.report(worded('wrong-type', '', 2, 'is wrong'))
  t.equal(list.size, 2)
  t.strictSame(rowsOf(problemsOf(() => list.throwIfAny())), [
    ['wrong-type', 'routes.maxAge', 1],
    ['wrong-type', 'routes', 2],
  ])
})

t.test('the size counts the problems of all nested lists', async (t) => {
  const list = new ProblemList()
  t.equal(list.size, 0)
  list.under('cors').report(worded('wrong-type', '', 1, 'is wrong'))
  t.equal(list.size, 1)
  t.equal(list.under('other').size, 1)
})

t.test('a problem is reported as data and rendered last', async (t) => {
  const problems = problemsAddedBy((list) => {
    list.under('otherwise').report({ code: 'max-age-range', minimum: 0, maximum: 9, path: 'maxAge', value: 10 })
    list.report({ code: 'method-case', path: 'methods[0]', value: 'put', suggestion: 'PUT' })
  })
  t.strictSame(problems, [
    {
      code: 'max-age-range',
      minimum: 0,
      maximum: 9,
      path: 'otherwise.maxAge',
      value: 10,
      message: CONFIG_TEXTS['max-age-range']({ minimum: 0, maximum: 9, value: 10 }),
    },
    {
      code: 'method-case',
      path: 'methods[0]',
      value: 'put',
      suggestion: 'PUT',
      message: `${CONFIG_TEXTS['method-case']({ value: 'put' })}. Did you mean 'PUT'?`,
    },
  ])
})
