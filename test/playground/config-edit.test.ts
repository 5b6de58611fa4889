import t from 'tap'
import { parseConfig } from '../../src/config/parse-config.js'
import { applyFixes } from '../../src/explain/config-fixes.js'
import { type ExplainRequest, explain } from '../../src/explain/explain.js'
import { configFixesOf } from '../../src/playground/ask.js'
import { replacementFor, withFixes } from '../../src/playground/config-edit.js'
import { readConfigText } from '../../src/playground/config-text.js'
import { toText } from '../../src/playground/convert.js'
import { property } from '../properties/check.js'
import { config as anyConfig } from '../properties/configs.js'

/** Clicks on the first suggestion that there is, until there is none. */
function clickAll(text: string): string {
  for (const { problem } of readConfigText(text).problems) {
    const replacement = replacementFor(text, problem)
    if (replacement !== undefined) return clickAll(replacement.text)
  }
  return text
}

t.test('a click on "Did you mean" writes that and nothing else', async (t) => {
  const rows: [before: string, after: string][] = [
    ['{ "origin": ["https://A.test/"] }', '{ "origins": ["https://a.test"] }'],
    ['{\n  // ours\n  "origins": ["a.test"], // here\n}', '{\n  // ours\n  "origins": ["https://a.test"], // here\n}'],
    [
      '{"origins":["https://a.test"],"methods":["GET","put"]}',
      '{"origins":["https://a.test"],"methods":["GET","PUT"]}',
    ],
    ['{"origins":"https://a.test"}', '{"origins":["https://a.test"]}'],
    ['{"origins":"*","Headers":["a"]}', '{"origins":"*","headers":["a"]}'],
    [
      '{"origins":["https://a.test"],"otherwise":{"origins":["b.test"]}}',
      '{"origins":["https://a.test"],"otherwise":{"origins":["https://b.test"]}}',
    ],
    [
      '{"origins":["https://a.test"],"other wise":{"origins":["b.test"]}}',
      '{"origins":["https://a.test"],"otherwise":{"origins":["https://b.test"]}}',
    ],
  ]
  for (const [before, after] of rows) {
    t.equal(clickAll(before), after)
    t.ok(readConfigText(after).config, 'and then it is right')
  }
})

t.test('what has no suggestion, or is no JSON, has nothing to click', async (t) => {
  const texts = [
    '{"origins":["https://a.test"],"maxAge":-1}',
    'origins: [a.test]',
    "{ origins: ['a.test'] }",
    '{}',
    '{"origins',
    '',
  ]
  for (const text of texts) {
    const { problems } = readConfigText(text)
    t.ok(problems.length > 0, text)
    for (const { problem } of problems) t.equal(replacementFor(text, problem), undefined, text)
  }
})

const PAGE = 'https://page.test'

t.test('fixes are made in the text as it is written', async (t) => {
  const rows: [before: string, request: Partial<ExplainRequest>, after: string][] = [
    [
      '{\n  // ours\n  "origins": ["https://page.test"]\n}\n',
      { method: 'PUT' },
      '{\n  // ours\n  "origins": [\n    "https://page.test"\n  ],\n  "methods": [\n    "PUT"\n  ]\n}\n',
    ],
    ['{ "origins": "none" }', {}, '{ "origins": [\n    "https://page.test"\n  ] }'],
    [
      'origins:\n  - https://page.test\n',
      { method: 'PUT' },
      '{\n  "origins": [\n    "https://page.test"\n  ],\n  "methods": [\n    "PUT"\n  ]\n}\n',
    ],
  ]
  for (const [before, request, after] of rows) {
    const { config } = readConfigText(before)
    if (config === undefined) throw new Error(before)
    t.equal(withFixes(before, config, configFixesOf(explain(config, { origin: PAGE, ...request }))), after)
  }
})

t.test('a list with entries that count once is written anew', async (t) => {
  const text = '{"origins":["https://page.test"],"headers":["X-A","x-a"]}'
  const { config } = readConfigText(text)
  if (config === undefined) throw new Error(text)
  const fixed = withFixes(
    text,
    config,
    configFixesOf(explain(config, { origin: PAGE, headers: { 'x-b': '1', 'x-c': '1' } })),
  )
  t.strictSame(JSON.parse(fixed).headers, ['x-a', 'x-b', 'x-c'])
})

property('the text says what the changed config says', anyConfig, (config) => {
  const requests: Partial<ExplainRequest>[] = [
    { method: 'PROPFIND', headers: { 'x-new': '1', authorization: 'x' }, reads: ['x-read'] },
    { credentials: 'include', reads: ['x-read'] },
  ]
  for (const request of requests) {
    const fixes = configFixesOf(explain(config, { origin: PAGE, ...request }))
    if (fixes.length === 0) continue
    const text = withFixes(toText(config), config, fixes)
    const read = readConfigText(text).config
    const meant = parseConfig(applyFixes(config, fixes))
    if (JSON.stringify(read) !== JSON.stringify(meant)) throw new Error(`${text}\nis not ${JSON.stringify(meant)}`)
  }
})
