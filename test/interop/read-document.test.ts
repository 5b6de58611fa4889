import t from 'tap'
import { ProblemList } from '../../src/config/problem-list.js'
import { readJson } from '../../src/interop/read-document.js'
import { firstMessage } from './support.js'

t.test('a value, or the JSON text of one', async (t) => {
  const problems = new ProblemList()
  const value = { a: 1 }
  t.equal(readJson(value, problems), value)
  t.strictSame(readJson('\ufeff{"a":1}', problems), value)
  t.equal(problems.size, 0)
})

t.test('what the parser quotes of a text that is no JSON moves no cursor', async (t) => {
  for (const text of ['\n\nerror: forged', '\u001b[2J', '\u0000', '"\u2028\u202e', '[1,\r\n\t\u009b]']) {
    t.match(
      firstMessage(() => readJson(text, new ProblemList())),
      /^is not JSON: [ -~]+$/,
    )
  }
})
