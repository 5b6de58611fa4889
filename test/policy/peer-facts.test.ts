import t from 'tap'
import { type CorsConfig, compilePolicy } from '../../src/index.js'

/**
 * What the tests of other projects refuse, taken as facts: Tomcat's TestCorsFilter, Jetty's CrossOriginFilterTest,
 * Spring's CorsConfigurationTests, tower-http's and rs/cors's tests. Nothing here may let in more.
 */

type Origins = CorsConfig['origins']

const refused: [peer: string, origins: Origins, origins: readonly (string | undefined)[]][] = [
  [
    'Tomcat',
    ['http://tomcat.apache.org', 'http://www.w3.org'],
    [
      ...['www.example.com', 'http://commons.apache.org', 'https://tomcat.apache.org', 'http://tomcat.apache.org:8080'],
      ...['http://www.w3.org\r\n', 'http://www.w3.org%0d%0a', 'http://www.w3.org%0D%0A', 'www.ebay.com', ''],
      'http://www.w3.org%0%0d%0ad%0%0d%0aa',
    ],
  ],
  [
    'Jetty',
    ['http://localhost', 'http://*.example.com'],
    // Jetty takes a list of origins, separated by spaces. No browser has sent one for years.
    [
      'http://127.0.0.1',
      'http://example.com',
      'http://127.0.0.1  http://localhost',
      'http://localhost http://localhost',
    ],
  ],
  ['Spring', ['http://domain1.com'], ['http://domain2.com', undefined]],
  ['Spring, without origins', 'none', ['http://domain.com', undefined]],
  ['rs/cors', ['http://foobar.com'], ['http://barbaz.com', 'http://foobar.com.', 'HTTP://foobar.com']],
  ['tower-http', ['http://example.com'], ['http://example.org']],
]

t.test('origins that other projects refuse', async (t) => {
  for (const [peer, origins, others] of refused) {
    const policy = compilePolicy({ origins, methods: ['PUT'] })
    for (const origin of others) {
      const facts = { method: 'GET', origin, requestMethod: undefined, requestHeaders: undefined }
      const name = `${peer}: ${JSON.stringify(origin)}`
      t.equal(policy.allows(origin), false, name)
      t.strictSame(policy.decide({ ...facts, fetchSite: undefined, host: undefined }).headers, {}, name)
      if (origin === undefined) continue
      const preflight = { ...facts, method: 'OPTIONS', requestMethod: 'PUT', fetchSite: undefined, host: undefined }
      t.match(policy.decide(preflight), { status: 403, headers: {} }, `${name}, preflight`)
    }
  }
})

t.test('a preflight that other projects refuse for its method or header lists neither', async (t) => {
  const policy = compilePolicy({ origins: ['http://foobar.com'], methods: ['PUT', 'DELETE'], headers: ['x-header-1'] })
  for (const [requestMethod, requestHeaders] of [
    ['PATCH', undefined],
    ['POLITE', undefined],
    ['TRACE', undefined],
    ['', undefined],
    ['GET', 'x-header-3, x-header-1'],
    ['PUT', 'X-ANSWER'],
  ] as const) {
    const facts = { method: 'OPTIONS', origin: 'http://foobar.com', requestMethod, requestHeaders }
    const { headers } = policy.decide({ ...facts, fetchSite: undefined, host: undefined })
    // The browser refuses it then, and says what is missing.
    t.equal(headers['Access-Control-Allow-Methods'], 'PUT, DELETE', `${requestMethod} ${requestHeaders}`)
    t.equal(headers['Access-Control-Allow-Headers'], 'x-header-1')
  }
})
