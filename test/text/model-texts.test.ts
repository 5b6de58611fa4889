import { readFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import { CHROMIUM, FIREFOX, WEBKIT } from '../../src/text/console.js'
import { EXPLANATION } from '../../src/text/explanation.js'
import { FIX_TEXTS } from '../../src/text/fixes.js'
import { ADVICE_TEXTS } from '../../src/text/lint.js'
import { FAILED_TEXTS, PASSED_TEXTS } from '../../src/text/model.js'
import { NOTE_TEXTS } from '../../src/text/model-notes.js'
import { ARGUMENT_TEXTS } from '../../src/text/model-request.js'

/** Every sentence of the model, of explain and of lint, in one snapshot. */

type Sentences = Readonly<Record<string, string>>

/** A sentence for each code, made from all these data; where a code has several, the variants say so. */
function sentencesOf(
  catalogue: object,
  data: object,
  variants: Readonly<Record<string, readonly object[]>> = {},
): Sentences {
  const sentences: Record<string, string> = {}
  for (const [code, sentence] of Object.entries(catalogue) as [string, string | ((item: object) => string)][]) {
    for (const [i, variant] of (variants[code] ?? [{}]).entries()) {
      const text = typeof sentence === 'string' ? sentence : sentence({ ...data, ...variant })
      sentences[i === 0 ? code : `${code} ${i + 1}`] = text
    }
  }
  return sentences
}

function match(t: Test, sentences: Sentences, name: string): void {
  for (const [code, text] of Object.entries(sentences)) {
    t.notMatch(text, /undefined|\[object|NaN/, `${name} ${code}`)
    t.ok(text.length > 0)
  }
  t.matchSnapshot(sentences, name)
}

const ORIGIN = 'https://app.example.com'
const URL_TEXT = 'https://api.example.com/a'

t.test('steps', async (t) => {
  const data = {
    target: 'https://api.example.com',
    origin: ORIGIN,
    from: 'put',
    to: 'PUT',
    names: ['cookie'],
    noCors: false,
  }
  const more = {
    method: 'GET',
    upload: false,
    headers: [],
    credentials: false,
    status: 200,
    seconds: 600,
    policy: 'same-site',
  }
  const rest = { url: URL_TEXT, scheme: 'https', count: 1, limit: 20, hidden: [], field: 'origin', revalidates: true }
  const passed = {
    ...data,
    ...more,
    ...rest,
    back: false,
    cors: true,
    by: 'name',
    wildcard: false,
    age: 4,
    lifetime: 10,
  }
  match(
    t,
    sentencesOf(
      PASSED_TEXTS,
      { ...passed, authorization: false, nullOrigin: false },
      {
        'cross-origin': [{}, { cors: false }, { back: true }],
        'headers-dropped': [{}, { names: ['a', 'b'] }, { noCors: true }],
        'preflight-needed': [
          { method: 'PUT' },
          { method: null, upload: true },
          { method: null, headers: ['x-a', 'x-b'] },
        ],
        'allow-origin-matches': [{}, { credentials: true }],
        'method-allowed': [{}, { by: 'safelist' }, { by: 'wildcard' }, { by: 'outer-config' }],
        'headers-allowed': [{}, { wildcard: true }],
        'cache-fresh': [{}, { lifetime: null }],
        'cache-stale': [{}, { revalidates: false }],
        'resource-policy-passed': [{}, { policy: null }],
        redirected: [{ method: null }, { authorization: true, nullOrigin: true }],
        'response-visible': [{}, { hidden: ['x-a', 'x-b'] }],
      },
    ),
    'passed',
  )
  const failed = {
    subject: 'x',
    origin: ORIGIN,
    part: 'name',
    preflight: false,
    wildcard: false,
    missing: ['x-a', 'x-b'],
  }
  match(
    t,
    sentencesOf(
      FAILED_TEXTS,
      { ...failed, embedder: null, scheme: 'ftp', limit: 20, status: 307, type: null },
      {
        'header-invalid': [{}, { part: 'value' }],
        'network-error': [{}, { preflight: true }],
        'method-not-allowed': [{}, { wildcard: true }],
        'authorization-not-allowed': [{}, { wildcard: true }],
        'header-not-allowed': [{}, { wildcard: true }],
        'resource-policy': [{}, { embedder: 'require-corp' }],
        'event-source-rejected': [{}, { type: 'text/plain' }],
      },
    ),
    'failed',
  )
})

t.test('notes', async (t) => {
  const data = { url: URL_TEXT, page: ORIGIN, names: ['a', 'b'], space: 'loopback', secure: true, type: 'text/html' }
  match(
    t,
    sentencesOf(NOTE_TEXTS, data, {
      'local-network-access': [{}, { secure: false, space: 'local' }],
      'cookie-over-http': [{}, { names: [] }],
      'cookie-same-site': [{}, { names: ['a'] }],
    }),
    'notes',
  )
})

t.test('the page about the model names every note', async (t) => {
  const page = readFileSync(new URL('../../docs/explain.md', import.meta.url), 'utf8')
  const named = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, code]) => code)
  t.strictSame(named.toSorted(), Object.keys(NOTE_TEXTS).toSorted())
})

t.test('arguments', async (t) => {
  const data = { path: 'mode', value: '"x"', suggestion: undefined, expected: ['a', 'b'], initiator: 'form' }
  match(
    t,
    sentencesOf(ARGUMENT_TEXTS, data, {
      'unknown-option': [{}, { suggestion: "credentials: 'include'" }],
      'not-one-of': [{}, { suggestion: 'a' }],
    }),
    'arguments',
  )
})

t.test('fixes', async (t) => {
  const data = {
    on: 'actual',
    field: 'X-A',
    value: 'b',
    method: 'PATCH',
    element: '<img>',
    url: URL_TEXT,
    origin: ORIGIN,
  }
  const list = { value: ['https://a.test', ORIGIN] }
  match(
    t,
    sentencesOf(
      FIX_TEXTS,
      { ...data, reason: 'why', name: 'set-cookie', path: 'methods', insecure: false },
      {
        'set-header': [{}, { on: 'preflight' }],
        'final-url': [{ because: 'preflight' }, { because: 'origin' }, { because: 'stream' }],
        'add-origin': [{ path: 'origins' }, { path: 'otherwise.origins', insecure: true }],
        'list-origins': [
          { ...list, path: 'origins' },
          { ...list, path: 'origins', insecure: true },
        ],
        'list-exposed': [{ ...list, path: 'exposeHeaders' }],
        'set-credentials': [{ path: 'credentials' }, { path: 'otherwise.credentials' }],
      },
    ),
    'fixes',
  )
})

t.test('advice', async (t) => {
  const data = { chromium: 7200, webkit: 600, assumed: 5, suggested: 7200, origin: ORIGIN, domain: 'example.com' }
  match(
    t,
    sentencesOf(
      ADVICE_TEXTS,
      { ...data, apex: 'https://example.com', by: 'pattern', name: 'x', option: 'dangerouslyX' },
      {
        'origin-covered': [{}, { by: 'wildcard' }],
        'safelisted-request-header': [{}, { name: 'range' }],
        'protocol-headers-missing': [
          { protocol: 'MCP', option: 'headers', names: ['a'] },
          { protocol: 'MCP', option: 'exposeHeaders', names: ['a', 'b'] },
        ],
      },
    ),
    'advice',
  )
})

t.test('the fixed words of an explanation', async (t) => {
  t.matchSnapshot(
    [
      EXPLANATION.from(ORIGIN),
      EXPLANATION.modes('cors', 'include'),
      EXPLANATION.preflight(false),
      EXPLANATION.actual(true),
      EXPLANATION.readable([]),
      EXPLANATION.readable(['x-a', 'x-b']),
      EXPLANATION.reason({ reason: 'origin-allowed', matchedBy: 'origins' }),
      EXPLANATION.reason({ reason: 'origin-allowed', matchedBy: 'otherwise.origins' }),
      EXPLANATION.noResponse,
      EXPLANATION.cached,
      EXPLANATION.notes,
      EXPLANATION.fixes,
      EXPLANATION.console,
    ],
    'explanation',
  )
})

t.test('every engine has its lines', async (t) => {
  for (const lines of [CHROMIUM, FIREFOX, WEBKIT]) t.ok(Object.keys(lines).length > 10)
})
