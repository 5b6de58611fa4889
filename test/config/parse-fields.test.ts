import t, { type Test } from 'tap'
import {
  includesWildcard,
  type NameList,
  parseExposedHeaders,
  parseMethods,
  parseRequestHeaders,
} from '../../src/config/parse-fields.js'
import type { ProblemList } from '../../src/config/problem-list.js'
import { type ProblemRow, problemsAddedBy, rowsOf } from './fixtures/problem-rows.js'

type Parse = (value: unknown, problems: ProblemList) => NameList
/** What a field holds, what becomes of it, and what is wrong with it. */
type Row = readonly [value: unknown, names: NameList, problems?: readonly ProblemRow[]]

const anonymous: Parse = (value, problems) => parseExposedHeaders(value, false, problems)
const credentialed: Parse = (value, problems) => parseExposedHeaders(value, true, problems)

function check(t: Test, parse: Parse, rows: readonly Row[]): void {
  for (const [value, names, problems = []] of rows) {
    let parsed: NameList | undefined
    const found = problemsAddedBy((list) => {
      parsed = parse(value, list)
    })
    t.strictSame({ names: parsed, problems: rowsOf(found) }, { names, problems }, JSON.stringify(value))
    t.ok(Object.isFrozen(parsed))
  }
}

const METHODS: readonly Row[] = [
  ['*', '*'],
  [['*'], ['*']],
  [
    ['PATCH', '*', '*'],
    ['PATCH', '*'],
  ],
  [[], []],
  [
    ['PUT', 'DELETE', 'PUT'],
    ['PUT', 'DELETE'],
  ],
  [
    ['GET', 'HEAD', 'POST', 'OPTIONS', 'PATCH', 'PUT', 'DELETE'],
    ['GET', 'HEAD', 'POST', 'OPTIONS', 'PATCH', 'PUT', 'DELETE'],
  ],
  // Other methods are compared as they are written.
  [
    ['propfind', 'PROPFIND', 'Purge', "!#$%&'+-.^_`|~"],
    ['propfind', 'PROPFIND', 'Purge', "!#$%&'+-.^_`|~"],
  ],
  ['PUT', [], [['wrong-type', 'methods', 'PUT']]],
  ['', [], [['wrong-type', 'methods', '']]],
  [null, [], [['wrong-type', 'methods', null]]],
  [true, [], [['wrong-type', 'methods', true]]],
  [
    ['PUT', 1, ''],
    ['PUT'],
    [
      ['wrong-type', 'methods[1]', 1],
      ['wrong-type', 'methods[2]', ''],
    ],
  ],
  [['PU T'], [], [['method-syntax', 'methods[0]', 'PU T']]],
  [['PUT,DELETE'], [], [['method-syntax', 'methods[0]', 'PUT,DELETE']]],
  [['PUT\r\n'], [], [['method-syntax', 'methods[0]', 'PUT\r\n']]],
  [['PÜT'], [], [['method-syntax', 'methods[0]', 'PÜT']]],
  [['PO\u017fT'], [], [['method-syntax', 'methods[0]', 'PO\u017fT']]],
  [['PROP*'], [], [['method-syntax', 'methods[0]', 'PROP*']]],
  [['**'], [], [['method-syntax', 'methods[0]', '**']]],
  [
    ['CONNECT', 'TRACE', 'TRACK'],
    [],
    [
      ['method-forbidden', 'methods[0]', 'CONNECT'],
      ['method-forbidden', 'methods[1]', 'TRACE'],
      ['method-forbidden', 'methods[2]', 'TRACK'],
    ],
  ],
  [
    ['connect', 'Trace'],
    [],
    [
      ['method-forbidden', 'methods[0]', 'connect'],
      ['method-forbidden', 'methods[1]', 'Trace'],
    ],
  ],
  [
    ['delete', 'Get', 'head', 'oPTIONS', 'patch', 'post', 'put'],
    [],
    [
      ['method-case', 'methods[0]', 'delete', 'DELETE'],
      ['method-case', 'methods[1]', 'Get', 'GET'],
      ['method-case', 'methods[2]', 'head', 'HEAD'],
      ['method-case', 'methods[3]', 'oPTIONS', 'OPTIONS'],
      ['method-case', 'methods[4]', 'patch', 'PATCH'],
      ['method-case', 'methods[5]', 'post', 'POST'],
      ['method-case', 'methods[6]', 'put', 'PUT'],
    ],
  ],
  [
    ['PUT', 'a b', 'TRACE', 'DELETE'],
    ['PUT', 'DELETE'],
    [
      ['method-syntax', 'methods[1]', 'a b'],
      ['method-forbidden', 'methods[2]', 'TRACE'],
    ],
  ],
]

const REQUEST_HEADERS: readonly Row[] = [
  ['*', '*'],
  [
    ['*', 'Authorization'],
    ['*', 'authorization'],
  ],
  [[], []],
  [
    ['Content-Type', 'X-B', 'x-a', 'content-type', 'x-b'],
    ['content-type', 'x-b', 'x-a'],
  ],
  [
    ['accept', 'authorization', 'user-agent', "!#$%&'+-.^_`|~"],
    ['accept', 'authorization', 'user-agent', "!#$%&'+-.^_`|~"],
  ],
  // The names of the protocol's fields are meant as a whole.
  [
    ['access-control-max-age-x', 'access-control-expose-headers-x'],
    ['access-control-max-age-x', 'access-control-expose-headers-x'],
  ],
  ['x-a', [], [['wrong-type', 'headers', 'x-a']]],
  [{}, [], [['wrong-type', 'headers', {}]]],
  [['X-A', null], ['x-a'], [['wrong-type', 'headers[1]', null]]],
  [['x a'], [], [['header-syntax', 'headers[0]', 'x a']]],
  [['x-a, x-b'], [], [['header-syntax', 'headers[0]', 'x-a, x-b']]],
  [['x-a:'], [], [['header-syntax', 'headers[0]', 'x-a:']]],
  [[':authority'], [], [['header-syntax', 'headers[0]', ':authority']]],
  [['x-\u0000'], [], [['header-syntax', 'headers[0]', 'x-\u0000']]],
  [['x-*'], [], [['header-syntax', 'headers[0]', 'x-*']]],
  // In lower case, the Kelvin sign is a k.
  [['x-\u212aey'], [], [['header-syntax', 'headers[0]', 'x-\u212aey']]],
  [
    ['Cookie', 'Origin', 'Sec-Fetch-Site', 'Proxy-Authorization', 'Host'],
    [],
    [
      ['header-forbidden', 'headers[0]', 'Cookie'],
      ['header-forbidden', 'headers[1]', 'Origin'],
      ['header-forbidden', 'headers[2]', 'Sec-Fetch-Site'],
      ['header-forbidden', 'headers[3]', 'Proxy-Authorization'],
      ['header-forbidden', 'headers[4]', 'Host'],
    ],
  ],
  [['Access-Control-Request-Method'], [], [['header-forbidden', 'headers[0]', 'Access-Control-Request-Method']]],
  [
    [
      'Access-Control-Allow-Origin',
      'access-control-allow-x',
      'access-control-expose-headers',
      'access-control-max-age',
    ],
    [],
    [
      ['header-direction', 'headers[0]', 'Access-Control-Allow-Origin'],
      ['header-direction', 'headers[1]', 'access-control-allow-x'],
      ['header-direction', 'headers[2]', 'access-control-expose-headers'],
      ['header-direction', 'headers[3]', 'access-control-max-age'],
    ],
  ],
]

const EXPOSED_HEADERS: readonly Row[] = [
  [[], []],
  [
    ['ETag', 'X-Request-Id', 'etag'],
    ['etag', 'x-request-id'],
  ],
  // Real response headers whose names only begin like those of requests.
  [
    ['Origin-Agent-Cluster', 'origin-trial'],
    ['origin-agent-cluster', 'origin-trial'],
  ],
  [['cookie'], ['cookie']],
  ['etag', [], [['wrong-type', 'exposeHeaders', 'etag']]],
  [1, [], [['wrong-type', 'exposeHeaders', 1]]],
  [['ETag', 2], ['etag'], [['wrong-type', 'exposeHeaders[1]', 2]]],
  [['e tag'], [], [['header-syntax', 'exposeHeaders[0]', 'e tag']]],
  [['x-*'], [], [['header-syntax', 'exposeHeaders[0]', 'x-*']]],
  [['x-\u212aey'], [], [['header-syntax', 'exposeHeaders[0]', 'x-\u212aey']]],
  [
    ['Set-Cookie', 'set-cookie2'],
    [],
    [
      ['header-forbidden', 'exposeHeaders[0]', 'Set-Cookie'],
      ['header-forbidden', 'exposeHeaders[1]', 'set-cookie2'],
    ],
  ],
  [
    ['Origin', 'Access-Control-Request-Headers', 'access-control-request-x'],
    [],
    [
      ['header-direction', 'exposeHeaders[0]', 'Origin'],
      ['header-direction', 'exposeHeaders[1]', 'Access-Control-Request-Headers'],
      ['header-direction', 'exposeHeaders[2]', 'access-control-request-x'],
    ],
  ],
  // What the policy itself sends, for the browser.
  [
    [
      'Access-Control-Allow-Methods',
      'access-control-allow-origin',
      'Access-Control-Max-Age',
      'access-control-expose-headers',
    ],
    [],
    [
      ['header-direction', 'exposeHeaders[0]', 'Access-Control-Allow-Methods'],
      ['header-direction', 'exposeHeaders[1]', 'access-control-allow-origin'],
      ['header-direction', 'exposeHeaders[2]', 'Access-Control-Max-Age'],
      ['header-direction', 'exposeHeaders[3]', 'access-control-expose-headers'],
    ],
  ],
]

t.test('methods', async (t) => check(t, parseMethods, METHODS))
t.test('request headers', async (t) => check(t, parseRequestHeaders, REQUEST_HEADERS))
t.test('exposed headers', async (t) => {
  check(t, anonymous, EXPOSED_HEADERS)
  check(t, credentialed, EXPOSED_HEADERS)
})

t.test('a * among exposed headers, without and with credentials', async (t) => {
  check(t, anonymous, [
    ['*', '*'],
    [
      ['*', 'ETag'],
      ['*', 'etag'],
    ],
  ])
  check(t, credentialed, [
    ['*', '*', [['expose-wildcard-with-credentials', 'exposeHeaders', '*']]],
    [['ETag', '*'], ['etag', '*'], [['expose-wildcard-with-credentials', 'exposeHeaders[1]', '*']]],
  ])
})

t.test('finds the wildcard as the whole value or as an entry', async (t) => {
  const rows: readonly (readonly [names: NameList, includes: boolean])[] = [
    ['*', true],
    [['*'], true],
    [['a', '*'], true],
    [[], false],
    [['a', 'b*'], false],
  ]
  for (const [names, includes] of rows) t.equal(includesWildcard(names), includes, JSON.stringify(names))
})

t.test('a problem says what is wrong with a name', async (t) => {
  const rows = [
    ['x-*', 'wildcard'],
    ['x-a, x-b', 'separator'],
    ['x-a;', 'separator'],
    ['x:a', 'character'],
  ] as const
  for (const [name, fault] of rows) {
    for (const parse of [parseMethods, parseRequestHeaders, anonymous]) {
      t.match(
        problemsAddedBy((list) => parse([name], list)),
        [{ fault }],
        name,
      )
    }
  }
})

t.test('suggests a list for a string if the list would be accepted', async (t) => {
  const rows: readonly (readonly [parse: Parse, text: string, entries: readonly string[] | undefined])[] = [
    [parseMethods, 'GET,POST,PUT', ['GET', 'POST', 'PUT']],
    [parseMethods, 'PUT', ['PUT']],
    [parseMethods, 'put', undefined],
    [parseMethods, 'PUT; DELETE', undefined],
    [parseMethods, ' , ', undefined],
    [parseRequestHeaders, 'Content-Type, X-A', ['Content-Type', 'X-A']],
    [parseRequestHeaders, 'content-type,cookie', undefined],
    [anonymous, 'ETag X-A', ['ETag', 'X-A']],
    [anonymous, 'a'.repeat(1025), undefined],
  ]
  for (const [parse, text, entries] of rows) {
    const [problem] = problemsAddedBy((list) => parse(text, list))
    const found = problem?.code === 'wrong-type' && problem.fault === 'list' ? problem.entries : []
    t.strictSame(found, entries, text)
  }
})

t.test('a field in the wrong list says which messages have it', async (t) => {
  const rows: [parse: Parse, name: string, direction: string][] = [
    [parseRequestHeaders, 'access-control-max-age', 'response'],
    [anonymous, 'origin', 'request'],
  ]
  for (const [parse, name, direction] of rows) {
    const problems = problemsAddedBy((list) => void parse([name], list))
    t.match(problems, [{ code: 'header-direction', header: name, direction }])
  }
})
