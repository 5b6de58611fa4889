import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import t from 'tap'
import { formsOf, mayPrecede, placeOf } from '../../src/adapters/url-pattern.js'

const precedes = (pattern: string, other: string) => mayPrecede(formsOf(pattern), formsOf(other))

const YES: [pattern: string, others: string[]][] = [
  ['/', ['/:id', '/*', '*']],
  ['/a', ['/:id', '/*', '*', '/:id/b']],
  ['/a/me', ['/a/:id', '/:a/:b', '/a/*', '/:id/*']],
  ['/a/:id', ['/a/*', '/:x/*', '/:x/b']],
  ['/a/:id?', ['/a/*', '/:x']],
  ['/A/me', ['/a/:id']],
  ['//a', ['/:id']],
  ['/a', ['//:id']],
  ['/:n(^\\d+$)', ['/:id', '/:other(^[a-z]+$)']],
  ['/:from-:to', ['/:id', '/:file.:ext']],
  ['/a-:id', ['/:id']],
  ['/a::b', ['/:id']],
  ['/*', ['*']],
]

const NO: [pattern: string, others: string[]][] = [
  ['/', ['/', '/a', '/a/b']],
  ['/a', ['/a', '/b', '/b/:id', '/a/b', '/A']],
  ['/a/', ['/a']],
  ['/:id', ['/', '/a', '/:other', '/a/b']],
  ['/:id/b', ['/:x/b', '/:x/c', '/a/:id']],
  ['/a/*', ['/a/b', '/a/:id', '/a/*', '/b/:id']],
  ['/*', ['/', '/a', '/:id', '/:id/b', '/*']],
  ['*', ['/*', '/a', '*']],
  ['/a::b', ['/a::b', '/a::c']],
]

t.test('reads patterns as the router does', async (t) => {
  for (const [pattern, others] of YES) {
    for (const other of others) t.equal(precedes(pattern, other), true, `${pattern} may precede ${other}`)
  }
  for (const [pattern, others] of NO) {
    for (const other of others) t.equal(precedes(pattern, other), false, `${pattern} cannot precede ${other}`)
  }
})

const ROUTERS: FastifyServerOptions['routerOptions'][] = [
  {},
  { ignoreTrailingSlash: true, ignoreDuplicateSlashes: true, caseSensitive: false },
]
const PATTERNS = [
  ...['/', '/a', '/a/', '/A', '/a/b', '/:id', '/a/:id', '/:x/b', '/:x/:y', '/a/:id/c', '/a/:id?'],
  ...['/:id?', '/:from-:to', '/:file.:ext', '/a-:id', '/:n(^\\d+$)', '/a/:n(^\\d+$)', '/:s([^/]+)/b'],
  ...['/*', '*', '/a/*', '/:x/*', '//a', '/a//b', '//:id', '/a::b'],
]
const URLS = [
  ...['/', '/a', '/A', '/a/', '/a/b', '/a/B', '/a/7', '/7', '/x-y', '/x.y', '/a-7', '/b/b', '/a/b/c', '/a/7/c', '//a'],
  ...['/a//b', '//', '/a/b/', '/a:b', '/:x', '/%C3%A4', '/x/y/z/', '/ab', '//b', '/a%2Fb'],
]

/** Which of the patterns the router takes for each URL. Undefined if it takes two of them for the same one. */
async function routing(
  patterns: string[],
  routerOptions: object,
  isAsked: (url: number) => boolean = () => true,
): Promise<(string | undefined)[] | undefined> {
  const app: FastifyInstance = Fastify({ routerOptions })
  try {
    for (const pattern of patterns) app.put(pattern, async () => pattern)
  } catch {
    return undefined
  }
  const ask = (url: string) => app.inject({ method: 'PUT', url, headers: { host: 'x' } })
  const answers = await Promise.all(URLS.map((url, i) => (isAsked(i) ? ask(url) : undefined)))
  return answers.map((answer) => (answer?.statusCode === 200 ? answer.body : undefined))
}

t.test('predicts every match of the router', async (t) => {
  let decided = 0
  let same = 0
  for (const options of ROUTERS) {
    const alone = new Map<string, (string | undefined)[]>()
    for (const pattern of PATTERNS) alone.set(pattern, (await routing([pattern], options as object)) ?? [])
    for (const [i, first] of PATTERNS.entries()) {
      for (const second of PATTERNS.slice(i + 1)) {
        const both = URLS.map((_, url) => alone.get(first)?.[url] && alone.get(second)?.[url])
        if (!both.some(Boolean)) continue
        const together = await routing([first, second], options as object, (url) => Boolean(both[url]))
        if (together === undefined) same++
        for (const [url, taken] of together?.entries() ?? []) {
          if (!both[url] || taken === undefined) continue
          decided++
          const other = taken === first ? second : first
          if (!precedes(taken, other)) t.fail(`${taken} precedes ${other} at ${URLS[url]}, ${JSON.stringify(options)}`)
        }
      }
    }
  }
  t.ok(decided > 300 && same > 10, `${decided} URLs with two routes, ${same} pairs with one place`)
})

t.test('patterns that the router treats alike share one entry', async (t) => {
  const rows: [pattern: string, other: string, isSame: boolean][] = [
    ['/x/:a', '/x/:b', true],
    ['/x/:a/y', '/x/:bcd/y', true],
    ['/:from-:to', '/:a-:b', true],
    ['/:file.:ext', '/:a.:b', true],
    ['/:a', '/:a/', false],
    ['/:a', '/:a?', false],
    ['/:a?', '/:b?', true],
    ['/x::a', '/x::b', false],
    ['/::', '/:a:b', false],
    ['/:a(^\\d+$)', '/:a(^x$)', false],
    ['/:a-:b', '/:a.:b', false],
    ['/*', '/:a', false],
  ]
  for (const [pattern, other, isSame] of rows) {
    t.equal(placeOf(pattern) === placeOf(other), isSame, `${pattern} and ${other}`)
    if (isSame) t.equal(await routing([pattern, other], {}), undefined, `so the router takes ${other} for ${pattern}`)
  }
})
