import t from 'tap'
import { parseOrigin } from '../../src/config/origin-pattern.js'
import { judgeOrigin, LENIENT, type OriginRules } from '../../src/config/origin-rules.js'
import { problemsAddedBy } from './fixtures/problem-rows.js'

t.test('without the public suffix list, only entries that need it are refused', async (t) => {
  const credentialed: OriginRules = { ...LENIENT, credentials: true }
  const enforcing: OriginRules = { ...LENIENT, enforce: true }
  const rows: [origin: string, rules: OriginRules, refused: boolean][] = [
    ['https://*.example.com', LENIENT, false],
    ['https://*.example.com', credentialed, true],
    ['https://*.example.com', enforcing, true],
    ['https://*.example.com', { ...credentialed, allowPublicSuffix: true }, false],
    ['https://*.example.com', { ...credentialed, allowPublicSuffix: new Set(['https://*.example.com']) }, false],
    ['https://*.example.com', { ...credentialed, allowPublicSuffix: new Set(['https://*.example.net']) }, true],
    ['https://pr-*.example.com', LENIENT, true],
    ['https://pr-*.example.com', { ...LENIENT, allowPublicSuffix: true }, true],
    ['https://10.0.0.0/8', credentialed, false],
    ['https://app.example.com:*', credentialed, false],
  ]
  for (const [origin, rules, refused] of rows) {
    const parsed = parseOrigin(origin)
    if (parsed === undefined) throw new Error(`not a pattern: ${origin}`)
    const problems = problemsAddedBy((list) => judgeOrigin(origin, 'origins[0]', parsed, rules, list, false))
    t.strictSame(
      problems.map(({ code, path }) => [code, path]),
      refused ? [['public-suffix', 'origins[0]']] : [],
      `${origin} ${JSON.stringify(rules)}`,
    )
    for (const { message } of problems) t.match(message, /cors-policy-no-suffixes/)
  }
})
