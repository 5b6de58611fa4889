import t from 'tap'
import { readOriginRegex } from '../../src/interop/origin-regex.js'
import { patternRegex } from '../../src/interop/pattern-regex.js'

t.test('expressions that are patterns', async (t) => {
  const rows: [source: string, patterns: string[], narrowed?: boolean][] = [
    ['https://example\\.com', ['https://example.com']],
    ['^https:\\/\\/example\\.com$', ['https://example.com']],
    ['https://example\\.com:8443', ['https://example.com:8443']],
    ['https?://example\\.com', ['https://example.com', 'http://example.com']],
    ['https://.*\\.example\\.com', ['https://*.example.com']],
    ['https://.+\\.my\\-app\\.example\\.com', ['https://*.my-app.example.com']],
    ['https://.*?\\.example\\.com', ['https://*.example.com']],
    ['https://(.*\\.)?example\\.com', ['https://example.com', 'https://*.example.com']],
    ['https://(?:.+\\.)?example\\.com', ['https://example.com', 'https://*.example.com']],
    ['https://pr-[a-z0-9-]+\\.example\\.com', ['https://pr-*.example.com']],
    ['https://[a-z0-9\\-]+-shop\\.example\\.com', ['https://*-shop.example.com']],
    ['https://pr-[a-z\\d-]{1,60}\\.example\\.com', ['https://pr-*.example.com']],
    ['https://pr-.*\\.example\\.com', ['https://pr-*.example.com'], true],
    ['http://localhost(:\\d+)?', ['http://localhost:*']],
    ['http://localhost(?::[0-9]+)?', ['http://localhost:*']],
    ['https?://localhost(:\\d+)?', ['https://localhost:*', 'http://localhost:*']],
    ['capacitor://localhost', ['capacitor://localhost']],
    ['web\\+app://localhost', ['web+app://localhost']],
    ['https://a\\.test|https://b\\.test', ['https://a.test', 'https://b.test']],
    ['^(https://a\\.test|https://(.*\\.)?b\\.test)$', ['https://a.test', 'https://b.test', 'https://*.b.test']],
    ['(?:https://a\\.test)|(?:https://b\\.test)', ['https://a.test', 'https://b.test']],
  ]
  for (const [source, patterns, narrowed = false] of rows) {
    t.strictSame(readOriginRegex(source, 'whole'), { patterns, narrowed }, source)
  }
})

t.test('expressions that are none', async (t) => {
  const rows: [source: string, problem: RegExp][] = [
    ['.*', /every origin/],
    ['https?://.*', /every origin/],
    ['(.+)', /every origin/],
    ['', /no pattern/],
    ['example\\.com', /no pattern/],
    ['https://.*.example.com', /dot without a backslash/],
    ['https://example.com', /dot without a backslash/],
    ['https://.*example\\.com', /no dot before/],
    ['https://[a-z0-9-]+example\\.com', /no dot before/],
    ['https://.*\\.', /no pattern/],
    ['https://[a-z]+\\.example\\.com', /no pattern/],
    ['https://[a-z0-9-]+\\.example\\.com', /no pattern/],
    ['https://pr-[a-z0-9-]{1,5}\\.example\\.com', /no pattern/],
    ['https://pr-\\d+\\.example\\.com', /no pattern/],
    ['https://(a|b)\\.example\\.com', /no pattern/],
    ['https://example\\.com.*', /no pattern/],
    ['https://example\\.com(/.*)?', /no pattern/],
    ['http://localhost:\\d+', /default one/],
    ['http://localhost:.*', /default one/],
    ['https://a\\.test|.*', /every origin/],
    ['(?i)https://a\\.test', /no pattern/],
    ['https://a\\.test)', /no pattern/],
    ['(https://a\\.test', /no pattern/],
    ['https://pr-.*\\.a\\.test(:\\d+', /no pattern/],
    ['https://pr-.*\\.a-[a-z]', /no pattern/],
  ]
  for (const [source, problem] of rows) {
    const reading = readOriginRegex(source, 'whole')
    t.match('problem' in reading ? reading.problem : 'none', problem, source)
  }
})

t.test('an expression that is looked for has to be anchored, each branch of it', async (t) => {
  const rows: [source: string, taken: boolean][] = [
    ['^https://a\\.test$', true],
    ['^(?:https://a\\.test|https://b\\.test)$', true],
    ['^https://a\\.test$|^https://b\\.test$', true],
    ['^https://a\\.test|https://b\\.test$', false],
    ['https://a\\.test$', false],
    ['^https://a\\.test', false],
    ['a\\.test', false],
  ]
  for (const [source, taken] of rows) t.equal('patterns' in readOriginRegex(source, 'part'), taken, source)
})

t.test('the expression of a pattern is read as that pattern', async (t) => {
  const patterns = [
    'https://a.test',
    'https://a.test:8443',
    'http://localhost:*',
    'https://*.a.test',
    'https://*.a.test:*',
    'https://pr-*.a.test:8443',
    'https://*--shop.a.test:*',
    'capacitor://localhost:*',
    'web+app.x://*.host',
  ]
  for (const pattern of patterns) {
    t.strictSame(
      readOriginRegex(patternRegex(pattern) ?? '', 'whole'),
      { patterns: [pattern], narrowed: false },
      pattern,
    )
  }
})
