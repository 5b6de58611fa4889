import t from 'tap'
import { withCors } from '../../src/adapters/fetch.js'
import { inspect } from '../../src/doctor/index.js'
import {
  type BrowserRequest,
  consoleMessages,
  createBrowser,
  evaluate,
  explain,
  fixesFor,
  lint,
} from '../../src/explain/index.js'
import {
  type CorsConfig,
  CorsConfigError,
  compilePolicy,
  livePolicy,
  parseConfig,
  parseOrigins,
} from '../../src/index.js'
import { READERS } from '../../src/interop/dialects.js'
import * as interop from '../../src/interop/index.js'

/** What a caller does to a value that it was given, or has given, is not seen in later answers. */

const APP = 'https://app.example.com'
const EVIL = 'https://evil.example'

const CONFIG = {
  origins: [APP, 'https://*.example.org', 'http://192.168.0.0/16:*'],
  methods: ['PUT', 'DELETE'],
  headers: ['content-type', 'authorization'],
  exposeHeaders: ['x-total'],
  credentials: true,
  maxAge: 600,
  dangerouslyAllowInsecureOrigins: ['http://192.168.0.0/16:*'],
  otherwise: { origins: ['https://partner.example'], exposeHeaders: ['x-open'] },
} as const satisfies CorsConfig

/** What every target can say. */
const EXPORTABLE: CorsConfig = {
  origins: [APP],
  methods: ['PUT'],
  headers: ['content-type', 'x-a'],
  exposeHeaders: ['content-type', 'x-a'],
  maxAge: 5,
}

const REQUEST: BrowserRequest = {
  origin: APP,
  url: 'https://api.example.com/things',
  method: 'PATCH',
  headers: { 'x-a': '1' },
  credentials: 'include',
}

const FACTS = {
  method: 'OPTIONS',
  origin: APP,
  requestMethod: 'PUT',
  requestHeaders: 'x-a',
  fetchSite: undefined,
  host: undefined,
}

/** Changes all that can be changed in a value. @returns how many changes it took */
function spoil(value: unknown, seen = new Set<unknown>()): number {
  if (typeof value !== 'object' || value === null || seen.has(value)) return 0
  seen.add(value)
  let changes = 0
  for (const key of Reflect.ownKeys(value)) {
    changes += spoil(Reflect.get(value, key), seen)
    if (!Array.isArray(value) && Reflect.set(value, key, EVIL)) changes++
  }
  if (!Object.isExtensible(value)) return changes
  if (Array.isArray(value)) value.push(EVIL)
  else Reflect.set(value, 'added', EVIL)
  return changes + 1
}

/** So that a function that writes to its argument fails. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null)
    for (const each of Object.values(Object.freeze(value))) deepFreeze(each)
  return value
}

function problemsOf(make: () => unknown): unknown {
  try {
    make()
  } catch (error) {
    if (error instanceof CorsConfigError || error instanceof interop.CorsConversionError) return error.problems
    throw error
  }
  return undefined
}

const config = deepFreeze(CONFIG)
const policy = compilePolicy(config)
const live = livePolicy(config)
live.origins.add('https://row.example')
const browser = createBrowser()
const evaluation = () =>
  evaluate(deepFreeze(REQUEST), [{ status: 204, headers: [['Access-Control-Allow-Origin', APP]] }])
const writers = Object.entries(interop).filter(([name]) => name.startsWith('to')) as [
  string,
  (config: CorsConfig) => unknown,
][]

/** Functions that return objects. Each is asked again after its answer has been spoilt. */
const functions: Readonly<Record<string, () => unknown>> = {
  parseConfig: () => parseConfig(config),
  parseOrigins: () => parseOrigins(`${APP} https://b.example`),
  'policy.config': () => policy.config,
  'policy.decide, preflight': () => policy.decide(FACTS),
  'policy.decide, refused': () => policy.decide({ ...FACTS, origin: EVIL }),
  'policy.decide, actual': () => policy.decide({ ...FACTS, method: 'GET' }),
  'policy.decide, no Origin': () => policy.decide({ ...FACTS, origin: undefined }),
  'policy.decide, otherwise': () => policy.decide({ ...FACTS, origin: 'https://partner.example' }),
  'live.current.config': () => live.current.config,
  'live.current.decide': () => live.current.decide({ ...FACTS, origin: 'https://row.example' }),
  'live.origins.add': () => live.origins.add('nonsense'),
  problems: () => problemsOf(() => compilePolicy({ origins: ['x', '*'], credentials: true } as unknown as CorsConfig)),
  'problems with an unknown option': () => problemsOf(() => parseConfig({ nonsense: 1, __proto__: null })),
  'problems with an unknown key': () => problemsOf(() => interop.fromStarlette({ allow_origins: [APP], nonsense: 1 })),
  'problems of a conversion': () => problemsOf(() => interop.fromS3({ CORSRules: 1 })),
  explain: () => explain(policy, deepFreeze(REQUEST)),
  evaluate: evaluation,
  fixesFor: () => fixesFor(evaluation()),
  consoleMessages: () => consoleMessages(evaluation()),
  lint: () => lint(policy),
  'browser.evaluate': () => browser.evaluate(deepFreeze(REQUEST), [{ status: 500, headers: [] }]),
  inspect: () =>
    inspect('> GET / HTTP/1.1\n> Host: api.example.com\n> Origin: https://a.example\n>\n< HTTP/1.1 200 OK\n<\n'),
  ...Object.fromEntries(writers.map(([name, write]) => [name, () => write(deepFreeze(EXPORTABLE))])),
}

for (const [name, ask] of Object.entries(functions)) {
  t.test(name, async (t) => {
    const before = structuredClone(ask())
    t.notSame(before, undefined)
    spoil(ask())
    t.strictSame(structuredClone(ask()), before)
  })
}

t.test('spoil finds what it can change', async (t) => {
  const value = { a: [{ b: 1 }], c: Object.freeze([Object.freeze({ d: 1 })]) }
  t.equal(spoil(value), 6)
  t.strictSame(value as unknown, { a: EVIL, c: EVIL, added: EVIL })
  t.equal(spoil(deepFreeze({ a: [1] })), 0)
})

t.test('a policy does not change with the config that it was made of', async (t) => {
  for (const make of [compilePolicy, (input: CorsConfig) => livePolicy(input).current]) {
    const given = structuredClone(CONFIG)
    const made = make(given)
    const before = structuredClone([made.config, made.decide(FACTS)])
    t.ok(spoil(given) > 10)
    t.strictSame([made.config, made.decide(FACTS)], before)
    t.equal(made.allows(EVIL), false)
  }
  const given = { origins: [APP] as `https://${string}`[], credentials: true }
  const handle = withCors(given, () => new Response('ok'))
  given.origins.push(EVIL)
  const response = await handle(new Request('https://api.example.com/', { headers: { origin: EVIL } }))
  t.equal(response.headers.get('access-control-allow-origin'), null)
})

t.test('nor do conversions with the documents that they have read', async (t) => {
  const { document } = interop.toS3(EXPORTABLE)
  const read = READERS.get('s3') as (document: unknown, options: object) => { config: CorsConfig }
  const { config } = read(document, {})
  const before = structuredClone(config)
  spoil(document)
  t.strictSame(config, before)
})
