import t from 'tap'
import { readConfigText } from '../../src/playground/config-text.js'

t.test('a problem has the line where it is', async (t) => {
  const rows: [text: string, problems: [line: number, code: string][]][] = [
    [
      '{\n  "origin": ["https://a.test"],\n  "methods": [\n    "put"\n  ]\n}',
      [
        [2, 'unknown-option'],
        [4, 'method-case'],
      ],
    ],
    ['{\n  // ours\n  "origins": ["https://A.test/"],\n}', [[3, 'origin-not-canonical']]],
    ['{\n  "origins": ["https://a.test"\n', [[3, 'document-syntax']]],
    ['origins:\n  - https://a.test/\n', [[2, 'origin-not-canonical']]],
    ["{ origins: ['https://a.test/'] }", [[1, 'origin-not-canonical']]],
    ['{}', [[1, 'origins-missing']]],
    ['', [[1, 'wrong-value']]],
    ['[1]', [[1, 'wrong-value']]],
    ['{"origins": ["https://a.test"], "otherwise": {\n"origins": ["x.test"]}}', [[2, 'origin-syntax']]],
  ]
  for (const [text, problems] of rows) {
    const read = readConfigText(text)
    t.equal(read.config, undefined, text)
    t.strictSame(
      read.problems.map(({ line, problem }) => [line, problem.code]),
      problems,
      text,
    )
    t.strictSame(read.advice, [])
  }
})

t.test('advice has a line where the option is in the text', async (t) => {
  const read = readConfigText('{\n"origins": ["https://a.test",\n"http://localhost:3000"],\n"methods": ["PUT"] }')
  t.ok(read.config)
  t.strictSame(
    read.advice.map(({ line, advice }) => [line, advice.code]),
    [
      [3, 'localhost-in-production'],
      [undefined, 'content-type-not-allowed'],
      [undefined, 'max-age-missing'],
    ],
  )
})

t.test('nothing that is typed throws', async (t) => {
  const texts = [
    '{',
    '[',
    '"',
    '{"a',
    'null',
    '1',
    '<a',
    '{{{{',
    '- a: [',
    '\u0000',
    '[[[['.repeat(5000),
    '{"a":'.repeat(5000),
  ]
  for (const text of texts) t.ok(readConfigText(text).problems.length > 0, JSON.stringify(text.slice(0, 20)))
  const config = '{ "origins": ["https://a.test"], "headers": ["x-a"] } // end'
  for (let i = 0; i <= config.length; i++) t.ok(readConfigText(config.slice(0, i)), 'half typed')
})

t.test('thousands of problems or suggestions are found', async (t) => {
  const origins = (entry: (i: number) => string) => Array.from({ length: 2500 }, (_, i) => entry(i))
  for (const entry of [(i: number) => `https://A${i}.test`, (i: number) => `https://*.a${i}.github.io`]) {
    const { problems, advice } = readConfigText(JSON.stringify({ origins: origins(entry), credentials: true }))
    t.ok(problems.length + advice.length >= 2500)
  }
})
