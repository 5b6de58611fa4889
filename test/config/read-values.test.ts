import { runInNewContext } from 'node:vm'
import t from 'tap'
import { readProperties, readStrings } from '../../src/config/read-values.js'
import { type ProblemRow, problemsAddedBy, rowsOf } from './fixtures/problem-rows.js'

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {})
  revoke()
  return proxy
}

function fail(): never {
  throw new Error('a trap')
}

/** Arrays and objects behind a proxy of which one trap throws. */
function trapped<T extends object>(target: T, ...traps: (keyof ProxyHandler<T>)[]): T {
  return new Proxy(target, Object.fromEntries(traps.map((trap) => [trap, fail])))
}

class Config {
  origins = ['https://example.com']
}

const OBJECTS: readonly (readonly [name: string, value: object, entries: readonly (readonly [string, unknown])[]])[] = [
  ['an empty object', {}, []],
  [
    'properties in their order',
    { b: 1, a: null },
    [
      ['b', 1],
      ['a', null],
    ],
  ],
  ['undefined properties are absent ones', { a: undefined, b: 0 }, [['b', 0]]],
  ['an object without prototype', Object.assign(Object.create(null), { a: 1 }), [['a', 1]]],
  ['a frozen object', Object.freeze({ a: 1 }), [['a', 1]]],
  ['symbols are nobody’s option', { a: 1, [Symbol('b')]: 2 }, [['a', 1]]],
  [
    'a getter',
    {
      get a() {
        return 1
      },
    },
    [['a', 1]],
  ],
  ['what is not enumerable is there all the same', Object.defineProperty({}, 'a', { value: 1 }), [['a', 1]]],
  ['__proto__ of a parsed JSON text', JSON.parse('{"__proto__":{"origins":"*"}}'), [['__proto__', { origins: '*' }]]],
  ['a proxy without traps', new Proxy({ a: 1 }, {}), [['a', 1]]],
  ['an object of another realm', runInNewContext('({ a: 1 })'), [['a', 1]]],
]

t.test('reads the own properties of a plain object', async (t) => {
  for (const [name, value, entries] of OBJECTS) {
    let properties: ReadonlyMap<string, unknown> | undefined
    t.strictSame(
      problemsAddedBy((problems) => {
        properties = readProperties(value, '', problems)
      }),
      [],
      name,
    )
    t.strictSame([...(properties ?? [])], entries, name)
  }
})

const NO_OBJECTS: readonly (readonly [name: string, value: unknown])[] = [
  ['undefined', undefined],
  ['null', null],
  ['a string', 'https://example.com'],
  ['a number', 1],
  ['a boolean', true],
  ['a bigint', 1n],
  ['a symbol', Symbol('a')],
  ['a function', () => ({})],
  ['an array', []],
  ['a class instance', new Config()],
  ['an object with options in its prototype', Object.create({ origins: '*' })],
  ['one whose prototype has none itself', Object.create(Object.assign(Object.create(null), { origins: '*' }))],
  ['one with an empty prototype of that kind', Object.create(Object.create(null))],
  ['a map', new Map([['origins', '*']])],
  ['a date', new Date(0)],
  ['a regular expression', /a/],
  ['an error', new Error('a')],
  ['a promise', Promise.resolve({})],
  ['a boxed string', Object('a')],
  ['a revoked proxy', revoked({})],
  ['a revoked proxy of an array', revoked([])],
  [
    'a throwing getter',
    {
      get origins() {
        return fail()
      },
    },
  ],
  [
    'a getter that throws something odd',
    {
      get origins(): never {
        throw revoked({})
      },
    },
  ],
  [
    'a getter that throws a text',
    {
      get origins(): never {
        throw 'a text'
      },
    },
  ],
  [
    'a getter that throws an error without a message',
    {
      get origins(): never {
        throw Object.defineProperty(new Error('a'), 'message', { get: fail })
      },
    },
  ],
  ['a proxy that throws at ownKeys', trapped({ a: 1 }, 'ownKeys')],
  ['a proxy that throws at get', trapped({ a: 1 }, 'get')],
  ['a proxy that throws at getPrototypeOf', trapped({ a: 1 }, 'getPrototypeOf')],
]

t.test('anything else is one problem, and nothing is thrown', async (t) => {
  for (const [name, value] of NO_OBJECTS) {
    const [problem, ...more] = problemsAddedBy((problems) => {
      t.equal(readProperties(value, 'cors', problems), undefined, name)
    })
    t.strictSame([problem?.code, problem?.path, more.length], ['wrong-type', 'cors', 0], name)
    t.ok(Object.is(problem?.value, value), `${name} is the value of the problem`)
  }
})

t.test('reads each property once', async (t) => {
  const reads: string[] = []
  const config = new Proxy({ a: 1, b: 2 }, { get: (_, key) => reads.push(String(key)) })
  problemsAddedBy((problems) => readProperties(config, '', problems))
  t.strictSame(reads, ['a', 'b'])
})

/** What `readStrings` passes on, and what it complains about. */
function read(value: unknown): { length: number | undefined; used: string[]; problems: ProblemRow[] } {
  const used: string[] = []
  let length: number | undefined
  const problems = problemsAddedBy((list) => {
    length = readStrings(value, 'names', list, (entry, path) => used.push(`${path}=${entry}`))
  })
  return { length, used, problems: rowsOf(problems) }
}

// biome-ignore lint/suspicious/noSparseArray: holes are what the row is about
const HOLES = ['a', , , 'b', ,]
const ITERATOR_THROWS = Object.assign(['a'], { [Symbol.iterator]: fail })

const LISTS: readonly (readonly [
  name: string,
  value: readonly unknown[],
  used: readonly string[],
  problems: readonly ProblemRow[],
])[] = [
  ['an empty list', [], [], []],
  ['strings in their order', ['b', 'a', 'b'], ['names[0]=b', 'names[1]=a', 'names[2]=b'], []],
  ['a frozen list', Object.freeze(['a']), ['names[0]=a'], []],
  ['an empty string', ['a', ''], ['names[0]=a'], [['wrong-type', 'names[1]', '']]],
  [
    'entries of other types',
    [1, 'a', null, undefined, true],
    ['names[1]=a'],
    [
      ['wrong-type', 'names[0]', 1],
      ['wrong-type', 'names[2]', null],
      ['wrong-type', 'names[3]', undefined],
      ['wrong-type', 'names[4]', true],
    ],
  ],
  ['holes, of which one is enough', HOLES, ['names[0]=a', 'names[3]=b'], [['wrong-type', 'names[1]', undefined]]],
  ['nothing but holes', new Array(3), [], [['wrong-type', 'names[0]', undefined]]],
  ['a proxy without traps', new Proxy(['a'], {}), ['names[0]=a'], []],
  ['an iterator that throws is not used', ITERATOR_THROWS, ['names[0]=a'], []],
]

t.test('returns the strings of a list and reports every other entry', async (t) => {
  for (const [name, value, used, problems] of LISTS) {
    t.strictSame(read(value), { length: value.length, used, problems }, name)
  }
})

function withLength(length: unknown): unknown {
  return new Proxy(['a'], { get: (target, key) => (key === 'length' ? length : Reflect.get(target, key)) })
}

const NO_LISTS: readonly (readonly [name: string, value: unknown, used?: readonly string[]])[] = [
  ['undefined', undefined],
  ['null', null],
  ['a string', 'a'],
  ['an empty string', ''],
  ['a long string', 'a'.repeat(100)],
  ['a number', 1],
  ['a set', new Set(['a'])],
  ['an array-like object', { length: 1, 0: 'a' }],
  ['a typed array', new Uint8Array(1)],
  ['a function', fail],
  ['a symbol', Symbol('a')],
  ['a revoked proxy', revoked([])],
  ['a list as long as a list can be', new Array(4_294_967_295)],
  ['a list too long', new Array(10_000_001)],
  ['a proxy of infinite length', withLength(Number.POSITIVE_INFINITY)],
  ['a proxy of negative length', withLength(-1)],
  ['a proxy of half a length', withLength(0.5)],
  ['a proxy whose length is no number', withLength('1')],
  ['a proxy whose length is NaN', withLength(Number.NaN)],
  ['a proxy whose length is an object', withLength({ valueOf: fail })],
  ['a proxy that throws at get', trapped(['a'], 'get')],
  ['a proxy that throws at has', trapped(new Array(1), 'has')],
  ['a getter that throws', Object.defineProperty(['a'], 1, { get: fail }), ['names[0]=a']],
]

t.test('a value that is not a list or cannot be read is one problem, and nothing throws', async (t) => {
  for (const [name, value, used = []] of NO_LISTS) {
    const result = read(value)
    const [problem, ...more] = result.problems
    t.strictSame([result.length, result.used], [undefined, used], name)
    t.strictSame([problem?.[0], problem?.[1], more.length], ['wrong-type', 'names', 0], name)
    t.ok(Object.is(problem?.[2], value), `${name} is the value of the problem`)
  }
})

t.test('a list may have ten million entries', async (t) => {
  const list = new Proxy(new Array(10_000_000), {
    get: (target, key) => (key === '0' ? fail() : Reflect.get(target, key)),
  })
  const [problem] = problemsAddedBy((problems) => readStrings(list, 'names', problems, fail))
  t.match(problem, { fault: 'unreadable', thrown: 'a trap' }, 'the first one is asked for')
})

t.test('reads each entry once', async (t) => {
  const reads: string[] = []
  const list = new Proxy(['a', 'b'], {
    get: (target, key) => {
      reads.push(String(key))
      return Reflect.get(target, key)
    },
  })
  read(list)
  t.strictSame(reads, ['length', '0', '1'])
})

t.test('a problem names the type of an entry that is not a string', async (t) => {
  const rows: readonly (readonly [value: unknown, fault: string])[] = [
    ['https://example.com', 'list'],
    [[/a/], 'regular-expression'],
    [[1], 'string'],
    [[''], 'empty-string'],
    [new Array(1), 'hole'],
    [trapped([], 'get'), 'unreadable'],
    [new Array(10_000_001), 'too-many-entries'],
  ]
  for (const [value, fault] of rows) {
    t.match(
      problemsAddedBy((list) => readStrings(value, 'names', list, () => {})),
      [{ fault }],
    )
  }
})

t.test('suggests a list for a string if every part is accepted', async (t) => {
  const entriesOf = (value: unknown) => {
    const accepts = (entry: string) => entry.startsWith('a')
    const [problem] = problemsAddedBy((list) => readStrings(value, 'names', list, () => {}, accepts))
    return problem?.code === 'wrong-type' && problem.fault === 'list' ? problem.entries : 'no list'
  }
  t.strictSame(entriesOf('a,a1\n a2'), ['a', 'a1', 'a2'])
  t.ok(Object.isFrozen(entriesOf('a')))
  t.equal(entriesOf('a,b'), undefined)
  t.equal(entriesOf(''), undefined)
  t.equal(entriesOf(1), undefined)
  t.strictSame(entriesOf('a'.repeat(1024)), ['a'.repeat(1024)])
  t.equal(entriesOf('a'.repeat(1025)), undefined)
})
