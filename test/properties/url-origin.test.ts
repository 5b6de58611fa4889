import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { type CorsConfig, CorsConfigError, compilePolicy } from '../../src/index.js'
import { CASES, property } from './check.js'
import { cook, exactOrigin, originEntry, recipe } from './origins.js'
import { almostOrigin, anyText } from './texts.js'

/** A URL of one of these schemes has an origin of its own: https://url.spec.whatwg.org/#origin. */
const HAS_ORIGIN = /^https?:/

let accepted = 0

function assertIsOriginOfUrl(origin: string): void {
  if (!HAS_ORIGIN.test(origin)) return
  assert.equal(new URL(origin).origin, origin)
  accepted++
}

function compile(origins: readonly string[]) {
  try {
    return compilePolicy({ origins } as CorsConfig)
  } catch (error) {
    assert.ok(error instanceof CorsConfigError)
    return undefined
  }
}

property(
  'an exact origin that a config takes is the origin of its URL',
  fc.oneof(almostOrigin, exactOrigin, anyText),
  (origin) => {
    // A pattern that is taken allows others, and never itself.
    if (compile([origin])?.allows(origin)) assertIsOriginOfUrl(origin)
  },
)

property(
  'an Origin that a policy allows is the origin of its URL',
  fc.tuple(fc.array(originEntry, { minLength: 1, maxLength: 4 }), recipe, fc.oneof(almostOrigin, anyText)),
  ([entries, recipe, text]) => {
    const policy = compilePolicy({ origins: entries } as unknown as CorsConfig)
    for (const origin of [cook(entries, recipe), text]) if (policy.allows(origin)) assertIsOriginOfUrl(origin)
  },
)

const WIDE = [
  'https://*.com',
  'http://*.com:*',
  'https://a*.example.com',
  'http://0.0.0.0/0:*',
  'https://[::/0]:*',
  'http://*.localhost',
]
const wide = compilePolicy({ origins: WIDE } as unknown as CorsConfig)

property('the same with patterns that let in nearly all that is well-formed', almostOrigin, (origin) => {
  if (wide.allows(origin)) assertIsOriginOfUrl(origin)
})

t.test('the inputs included allowed origins', async (t) => {
  t.ok(accepted > CASES / 4, `${accepted}`)
})
