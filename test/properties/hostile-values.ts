import fc from 'fast-check'
import { anyText } from './texts.js'

/**
 * Values that no type vouches for, some of which do harm to whoever looks at them. The test library looks at what it
 * generates, so it is given makers, and the value is made where it is used.
 */
export interface Maker {
  readonly what: string
  readonly make: () => unknown
}

/** What a trap or getter does when it is not what the language expects. */
const DEEDS: Readonly<Record<string, () => unknown>> = {
  'throws a text of two lines': () => {
    throw new Error('hostile\nerror: forged')
  },
  'throws undefined': () => {
    throw undefined
  },
  'throws a revoked proxy': () => {
    throw revokedProxy({})
  },
  'throws an error of no kind': () => {
    throw new Proxy(new Error(), { getPrototypeOf: fail })
  },
  'throws an error without a message': () => {
    throw Object.defineProperty(new Error(), 'message', { get: fail })
  },
  'gives undefined': () => undefined,
  'gives null': () => null,
  'gives 1': () => 1,
  'gives no finite number': () => Number.POSITIVE_INFINITY,
  'gives a huge number': () => 2 ** 40,
  'gives a text': () => '*',
  'gives a symbol': () => Symbol.iterator,
  'gives a list': () => ['https://example.com'],
  'gives a revoked proxy': () => revokedProxy([]),
}

const TRAPS = ['get', 'has', 'ownKeys', 'getPrototypeOf', 'getOwnPropertyDescriptor', 'isExtensible', 'defineProperty']

function fail(): never {
  throw new Error('hostile')
}

function revokedProxy(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {})
  revoke()
  return proxy
}

class Config {
  origins = ['https://example.com']
}

const ODD: Readonly<Record<string, () => unknown>> = {
  'a symbol': () => Symbol('origins'),
  'a well-known symbol': () => Symbol.iterator,
  'a huge bigint': () => 10n ** 400n,
  'the largest number': () => Number.MAX_VALUE,
  'minus zero': () => -0,
  NaN: () => Number.NaN,
  'minus infinity': () => Number.NEGATIVE_INFINITY,
  'a huge integer': () => 2 ** 53,
  'a boxed text': () => Object('https://example.com'),
  'a boxed number': () => Object(600),
  'a boxed boolean': () => Object(true),
  'a boxed bigint': () => Object(1n),
  'a boxed symbol': () => Object(Symbol('boxed')),
  'no date': () => new Date(Number.NaN),
  'a regular expression': () => /https:\/\/example\.com/g,
  'a hostile regular expression': () => Object.defineProperty(/a/, 'flags', { get: fail }),
  'a map': () => new Map([['origins', '*']]),
  'a set': () => new Set(['*']),
  bytes: () => new Uint8Array(4),
  'an instance': () => new Config(),
  'a class': () => Config,
  'a function': () => () => '*',
  'an object that inherits': () => Object.create({ origins: '*' }),
  'an object without a prototype': () => Object.assign(Object.create(null), { origins: ['https://example.com'] }),
  'a __proto__ of JSON': () =>
    JSON.parse('{"__proto__": {"origins": "*"}, "constructor": {"prototype": {"credentials": true}}}'),
  'a promise': () => Promise.resolve(),
  'the global object': () => globalThis,
  'the prototype of objects': () => Object.prototype,
  'the prototype of lists': () => Array.prototype,
  'a revoked proxy of an object': () => revokedProxy({}),
  'a revoked proxy of a list': () => revokedProxy([]),
  'a revoked proxy of a function': () => revokedProxy(fail),
  'no text': () => '',
  '*': () => '*',
  null: () => null,
  'an origin': () => 'https://example.com',
  'a list of an origin': () => ['https://example.com'],
  'a list of *': () => ['*'],
  true: () => true,
}

const deed = fc.constantFrom(...Object.keys(DEEDS))

function act(name: string): () => unknown {
  return DEEDS[name] as () => unknown
}

const plain = fc.anything({
  maxDepth: 2,
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  withUnicodeString: true,
})

const odd: fc.Arbitrary<Maker> = fc.oneof(
  fc.constantFrom(...Object.entries(ODD)).map(([what, make]) => ({ what, make })),
  fc.oneof(plain, anyText).map((value) => ({ what: fc.stringify(value), make: () => value })),
)

/** What is done to a list. */
const LISTS: Readonly<Record<string, (list: unknown[], deed: () => unknown) => unknown>> = {
  'as it is': (list) => list,
  'with holes': (list) => Object.assign(list, { length: list.length + 3 }),
  'with itself in it': (list) => list.concat([list]),
  'in a circle': (list) => {
    list.push(list)
    return list
  },
  'with a getter': (list, get) => Object.defineProperty(list, 0, { get, enumerable: true, configurable: true }),
  'with an iterator': (list, value) => Object.defineProperty(list, Symbol.iterator, { value }),
  'without a prototype': (list) => Object.setPrototypeOf(list, null),

  'too long': (list) => Object.assign(list, { length: 2 ** 32 - 1 }),
}

const list = fc
  .tuple(fc.array(odd, { maxLength: 4 }), fc.constantFrom(...Object.entries(LISTS)), deed)
  .map(([entries, [kind, change], name]) => ({
    what: `a list ${kind}, ${name}: ${entries.map(({ what }) => what).join(', ')}`,
    make: () =>
      change(
        entries.map(({ make }) => make()),
        act(name),
      ),
  }))

const TARGETS: Readonly<Record<string, object>> = {
  object: new Config(),
  list: ['https://example.com'],
  function: fail,
}

const proxy = fc
  .tuple(fc.constantFrom(...Object.keys(TARGETS)), fc.subarray(TRAPS, { minLength: 1 }), deed)
  .map(([target, traps, name]) => ({
    what: `a proxy of a ${target} whose ${traps.join(', ')} ${name}`,
    make: () => new Proxy(TARGETS[target] as object, Object.fromEntries(traps.map((trap) => [trap, act(name)]))),
  }))

/** A proxy of a list that lies about one property. */
const lying = fc
  .tuple(fc.constantFrom('length', '0', 'constructor', 'flatMap', Symbol.iterator), deed)
  .map(([property, name]) => ({
    what: `a list whose ${String(property)} ${name}`,
    make: () => {
      const get = (target: object, key: string | symbol) => (key === property ? act(name)() : Reflect.get(target, key))
      return new Proxy(['https://example.com'], { get })
    },
  }))

export const hostileValue: fc.Arbitrary<Maker> = fc.oneof(odd, list, proxy, lying)

/** An object as it should be, in which some properties are anything, or getters that do anything. */
export function hostileObject(names: readonly string[], good: fc.Arbitrary<object>): fc.Arbitrary<Maker> {
  const key = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom<string | symbol>(...names) },
    { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'then', 'x\u2028y', Symbol('key')) },
    { weight: 1, arbitrary: anyText },
  )
  const change = fc.oneof(
    fc.record({ key, value: hostileValue }),
    fc.record({ key, value: hostileValue }),
    fc.record({ key, getter: deed }),
  )
  return fc.tuple(good, fc.array(change, { maxLength: 3 })).map(([base, changes]) => ({
    what: fc.stringify([base, changes]),
    make: () => {
      const object: object = { ...base }
      for (const { key, ...how } of changes) {
        const descriptor = 'getter' in how ? { get: act(how.getter) } : { value: how.value.make() }
        Object.defineProperty(object, key, { ...descriptor, enumerable: true, configurable: true })
      }
      return object
    },
  }))
}
