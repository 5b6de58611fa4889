import assert from 'node:assert/strict'
import { validateHeaderName, validateHeaderValue } from 'node:http'
import fc from 'fast-check'
import t from 'tap'
import { type CorsConfig, compilePolicy, type RequestFacts } from '../../src/index.js'
import { CASES, property } from './check.js'
import { config, draft, factsOf } from './configs.js'
import { isOrigin } from './oracle-origin.js'
import { anyText, originLikeText } from './texts.js'

const maybeText = fc.option(fc.oneof(anyText, originLikeText), { nil: undefined, freq: 5 })

const anyRequest: fc.Arbitrary<RequestFacts> = fc.record({
  method: fc.oneof(fc.constant('OPTIONS'), anyText),
  origin: maybeText,
  requestMethod: maybeText,
  requestHeaders: maybeText,
  fetchSite: maybeText,
  host: maybeText,
})

const VARY = ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers']

/** How many values have come from a request, and were allowed to. */
const echoed = { origin: 0, method: 0, headers: 0 }

property(
  'whatever a request says, nothing is thrown, and nothing comes out that was not allowed or is not legal',
  fc.tuple(config, fc.array(draft, { maxLength: 4 }), fc.array(anyRequest, { maxLength: 8 })),
  ([config, drafts, requests]) => {
    const policy = compilePolicy(config)
    for (const facts of [...drafts.map((draft) => factsOf(config, draft)), ...requests]) {
      const { headers, vary } = policy.decide(facts)
      assert.equal(typeof policy.allows(facts.origin), 'boolean')
      assert.ok(vary.every((name) => VARY.includes(name)))
      for (const [name, value] of Object.entries(headers)) {
        assertLegal(name, value)
        assert.ok(
          nested(config).some((each) => isFromConfig(each, name, value) || isAllowedEcho(each, facts, name, value)),
          `${name}: ${value} of ${fc.stringify([config, facts])}`,
        )
      }
    }
  },
)

t.test('the inputs included allowed origins, methods and headers', async (t) => {
  for (const [what, times] of Object.entries(echoed)) t.ok(times > CASES / 400, `${what}: ${times}`)
})

function assertLegal(name: string, value: string): void {
  validateHeaderName(name)
  validateHeaderValue(name, value)
  // What Node lets through beyond that, RFC 9110 section 5.5 calls obsolete.
  assert.match(value, /^[\t -~]+$/)
  assert.equal(new Headers([[name, value]]).get(name), value.replace(/^[\t ]+|[\t ]+$/g, ''))
}

/** A config, and those for origins that it does not match. */
function nested(config: CorsConfig): CorsConfig[] {
  return config.otherwise === undefined ? [config] : [config, ...nested(config.otherwise)]
}

function isFromConfig(config: CorsConfig, name: string, value: string): boolean {
  const list = (names: CorsConfig['headers'], change = (text: string) => text) => [
    ...new Set((names === '*' ? ['*'] : (names ?? [])).map(change)),
  ]
  const lowerCase = (text: string) => text.toLowerCase()
  switch (name) {
    case 'Access-Control-Allow-Origin':
      return (
        value === '*' && config.origins !== 'none' && list(config.origins).includes('*') && config.credentials !== true
      )
    case 'Access-Control-Allow-Credentials':
      return value === 'true' && config.credentials === true
    case 'Access-Control-Allow-Methods':
      return value === list(config.methods).join(', ')
    case 'Access-Control-Allow-Headers':
      return value === list(config.headers, lowerCase).join(', ')
    case 'Access-Control-Expose-Headers':
      return value === list(config.exposeHeaders, lowerCase).join(', ')
    case 'Access-Control-Max-Age':
      return value === String(config.maxAge)
    default:
      return false
  }
}

function isAllowedEcho(config: CorsConfig, facts: RequestFacts, name: string, value: string): boolean {
  const echoes = (names: CorsConfig['methods']) =>
    config.credentials === true && (names === '*' || names?.includes('*') === true)
  if (name === 'Access-Control-Allow-Origin') {
    echoed.origin++
    return value === facts.origin && isOrigin(value)
  }
  if (name === 'Access-Control-Allow-Methods' && echoes(config.methods)) {
    echoed.method++
    return value === facts.requestMethod && value.length <= 64 && /^[^\s,]+$/.test(value)
  }
  if (name === 'Access-Control-Allow-Headers' && echoes(config.headers)) {
    echoed.headers++
    return value === facts.requestHeaders && value.length <= 1024
  }
  return false
}
