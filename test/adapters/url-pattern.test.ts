import Fastify from 'fastify'
import t from 'tap'
import { mayMatch } from '../../src/adapters/url-pattern.js'

const MATCHES: [pattern: string, urls: string[]][] = [
  ['/', ['/', '//', '/?a=/b', '/;a', '/#a']],
  ['/a', ['/a', '/a/', '//a', '/A', '/a?b', '/a;b', '/a#b', '/%61', 'http://x/a']],
  ['/a/', ['/a', '/a/']],
  ['/a/b', ['/a/b', '/a//b/', '/a/%62']],
  ['/:id', ['/', '/a', '/a%2Fb', '/a-b.c', '/?a=/b']],
  ['/a/:id', ['/a', '/a/', '/a/b']],
  ['/:id/b', ['/a/b', '//b', '/b']],
  ['/:a/:b/c', ['/c', '/b/c', '/a/b/c', '///c']],
  ['/a/:id?', ['/a', '/a/', '/a/b']],
  ['/:id?', ['/', '/a']],
  ['/a/:id?/', ['/a', '/a/b/']],
  ['/:from-:to', ['/a-b', '/a-', '/-']],
  ['/:name.:extension', ['/a.b', '/a.b.c']],
  ['/a-:id', ['/a-b']],
  ['/:id(^\\d+$)', ['/12', '/x']],
  ['/:id([^/]+)', ['/12', '/x']],
  ['/:id([^/]+)/b', ['/12/b']],
  ['/at/:hour(^\\d{2})h:minute(^\\d{2})m', ['/at/10h30m']],
  ['/a::b', ['/a:b']],
  ['*', ['/', '/a', '/a/b']],
  ['/*', ['/', '/a', '/a/b']],
  ['/a/*', ['/a/', '/a/b', '/a/b/c']],
  ['/a*', ['/a', '/ab', '/a/b']],
  ['/:id/*', ['/a/b/c']],
  ['/ä', ['/%C3%A4', '/%c3%a4']],
]

const MISSES: [pattern: string, urls: string[]][] = [
  ['/', ['/a', '/a?b']],
  ['/a', ['/', '/b', '/a/b', '/ab', '/?/a']],
  ['/a/b', ['/a', '/a/c', '/b/b', '/a/b/c']],
  ['/:id', ['/a/b']],
  ['/:id/b', ['/', '/a/c', '/a', '/a/b/c']],
  ['/:a/:b/c', ['/a/b', '/a/b/d', '/a/b/d/c']],
  ['/a/:id?', ['/b', '/a/b/c']],
  ['/a/*', ['/b/c']],
  ['/:id/b/*', ['/a/c/d']],
]

t.test('what it says', async (t) => {
  for (const [pattern, urls] of MATCHES) {
    for (const url of urls) t.equal(mayMatch(pattern, url), true, `${pattern} may match ${url}`)
  }
  for (const [pattern, urls] of MISSES) {
    for (const url of urls) t.equal(mayMatch(pattern, url), false, `${pattern} cannot match ${url}`)
  }
})

t.test('what the router matches, it never denies', async (t) => {
  const patterns = [...MATCHES, ...MISSES].map(([pattern]) => pattern)
  const urls = [...MATCHES, ...MISSES].flatMap(([, urls]) => urls)
  const routers = [
    {},
    { ignoreTrailingSlash: true, ignoreDuplicateSlashes: true },
    { caseSensitive: false },
    { useSemicolonDelimiter: true },
  ]
  let matched = 0
  for (const routerOptions of routers) {
    for (const pattern of new Set(patterns)) {
      const app = Fastify({ routerOptions })
      app.get(pattern, async () => 'here')
      await app.ready()
      for (const url of new Set(urls)) {
        const { statusCode } = await app.inject({ method: 'GET', url, headers: { host: 'x' } })
        if (statusCode !== 200) continue
        matched++
        if (!mayMatch(pattern, url)) t.fail(`${pattern} matches ${url} with ${JSON.stringify(routerOptions)}`)
      }
    }
  }
  t.ok(matched > 300, `${matched} matches`)
})
