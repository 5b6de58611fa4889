import t from 'tap'
import { shared } from '../../src/policy/shared.js'

const NAME = 'cors-policy.test/v1'

function isSet(value: unknown): value is Set<unknown> {
  return value instanceof Set
}

t.test('all copies of the package share one value', async (t) => {
  const global = {}
  const set = shared(NAME, isSet, () => new Set(), global)
  t.equal(
    shared(NAME, isSet, () => new Set(), global),
    set,
  )
  t.strictSame(Object.getOwnPropertyDescriptor(global, Symbol.for(NAME)), {
    value: set,
    writable: false,
    enumerable: false,
    configurable: false,
  })
})

t.test('each copy has its own value if the global object is frozen or holds something else', async (t) => {
  for (const global of [Object.freeze({}), Object.freeze({ [Symbol.for(NAME)]: { has: () => true } })]) {
    const set = shared(NAME, isSet, () => new Set(), global)
    t.ok(isSet(set))
    t.not(
      shared(NAME, isSet, () => new Set(), global),
      set,
    )
  }
})
