import {
  type ClientRequest,
  IncomingMessage,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
  ServerResponse,
} from 'node:http'
import { Socket } from 'node:net'
import t from 'tap'
import { type GivenHeaders, mergeHeaders, toHeaderObject } from '../../src/adapters/header-merge.js'
import { NO_CORS } from '../../src/policy/answer.js'
import { policySource } from '../../src/policy/policy-input.js'
import { APP, config } from '../support/policy.js'

const ACRM = 'access-control-request-method'
const ACRH = 'access-control-request-headers'

function makeResponse(set: OutgoingHttpHeaders = {}): ServerResponse {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  for (const [name, value] of Object.entries(set)) response.setHeader(name, value as string)
  return response
}

/** What an answer without any CORS field makes of the headers, whether it gives them to `writeHead` or sets them. */
function merge(given: unknown, response = makeResponse()): OutgoingHttpHeader[] {
  return mergeHeaders(response, given as GivenHeaders, NO_CORS, undefined, {}) ?? setHeaders(response)
}

/** The headers that are set on a response: names as they were written, and values, in turn. */
function setHeaders(response: ServerResponse): OutgoingHttpHeader[] {
  // Every OutgoingMessage has this method; the types know it of one.
  const names = (response as unknown as ClientRequest).getRawHeaderNames()
  return names.flatMap((name) => [name, response.getHeader(name) as OutgoingHttpHeader])
}

t.test('given headers', async (t) => {
  const inherited = Object.assign(Object.create({ 'x-inherited': '1' }) as object, { 'x-own': '1' })
  const bare = Object.assign(Object.create(null) as object, { 'x-own': '1' })
  const rows: [name: string, given: unknown, merged: OutgoingHttpHeader[]][] = [
    ['nothing', undefined, ['Vary', 'Origin']],
    ['an object', { 'X-A': '1', 'x-b': 2 }, ['X-A', '1', 'x-b', 2, 'Vary', 'Origin']],
    ['an empty object', {}, ['Vary', 'Origin']],
    ['an empty list', [], ['Vary', 'Origin']],
    ['a flat list', ['X-A', '1', 'x-a', '2'], ['X-A', '1', 'x-a', '2', 'Vary', 'Origin']],
    [
      'pairs',
      [
        ['X-A', '1'],
        ['x-b', 2],
      ],
      ['X-A', '1', 'x-b', 2, 'Vary', 'Origin'],
    ],
    ['an array as a value', { 'set-cookie': ['a=1', 'b=2'] }, ['set-cookie', ['a=1', 'b=2'], 'Vary', 'Origin']],
    ['a name that is no string', [1, '1'], [1, '1', 'Vary', 'Origin']],
    ['inherited properties', inherited, ['x-own', '1', 'Vary', 'Origin']],
    ['no prototype', bare, ['x-own', '1', 'Vary', 'Origin']],
    ['a name as long as Vary', { date: 'x', Etag: 'y' }, ['date', 'x', 'Etag', 'y', 'Vary', 'Origin']],
    [
      'names like those of CORS',
      { 'access-control-request-method': 'x', 'access-control-allow-private-network': 'y', 'timing-allow-origin': 'z' },
      [
        ...['access-control-request-method', 'x'],
        ...['access-control-allow-private-network', 'y'],
        ...['timing-allow-origin', 'z', 'Vary', 'Origin'],
      ],
    ],
    [
      'CORS fields in any case',
      {
        'access-control-allow-origin': '*',
        'Access-Control-Allow-Credentials': 'true',
        'ACCESS-CONTROL-ALLOW-METHODS': '*',
        'access-Control-allow-Headers': '*',
        'Access-Control-Max-Age': 1,
        'access-control-expose-headers': ['a', 'b'],
      },
      ['Vary', 'Origin'],
    ],
    ['CORS fields in a list', ['Access-Control-Allow-Origin', '*', 'x', 'y'], ['x', 'y', 'Vary', 'Origin']],
    [
      'CORS fields in pairs',
      [
        ['Access-Control-Allow-Origin', '*'],
        ['x', 'y'],
      ],
      ['x', 'y', 'Vary', 'Origin'],
    ],
  ]
  for (const [name, given, merged] of rows) t.strictSame(merge(given), merged, name)
})

t.test('Vary', async (t) => {
  const rows: [name: string, given: unknown, set: OutgoingHttpHeaders, vary: string][] = [
    ['none', undefined, {}, 'Origin'],
    ['in an object', { Vary: 'Accept' }, {}, 'Accept, Origin'],
    ['in another case', { VARY: 'Accept' }, {}, 'Accept, Origin'],
    ['as an array', { vary: ['Accept', 'Cookie'] }, {}, 'Accept, Cookie, Origin'],
    ['in an object twice', { vary: 'Accept', Vary: ['Cookie', 'DNT'] }, {}, 'Accept, Cookie, DNT, Origin'],
    ['in a list', ['vary', 'Accept'], {}, 'Accept, Origin'],
    ['in a list twice', ['vary', 'Accept', 'x', 'y', 'Vary', ['Cookie']], {}, 'Accept, Cookie, Origin'],
    [
      'in pairs twice',
      [
        ['vary', ['Accept']],
        ['VARY', 'Cookie'],
      ],
      {},
      'Accept, Cookie, Origin',
    ],
    ['with the name in it', { vary: 'accept, ORIGIN' }, {}, 'accept, ORIGIN'],
    ['everything', { vary: 'accept, *' }, {}, '*'],
    ['everything in a second line', ['vary', 'accept', 'vary', '*'], {}, '*'],
    ['a number', { vary: 1 }, {}, '1, Origin'],
    ['empty', { vary: '' }, {}, 'Origin'],
    ['absent after all', { vary: undefined }, { vary: 'Accept' }, 'Accept, Origin'],
    ['set before', undefined, { Vary: 'Accept' }, 'Accept, Origin'],
    ['set before as an array', {}, { Vary: ['Accept', 'Cookie'] }, 'Accept, Cookie, Origin'],
    ['set before and given', { vary: 'Accept' }, { Vary: 'Cookie' }, 'Accept, Origin'],
    ['everything, set before', undefined, { Vary: '*' }, '*'],
  ]
  for (const [name, given, set, vary] of rows) {
    const merged = merge(given, makeResponse(set))
    const names = merged.map((value) => String(value).toLowerCase())
    t.equal(merged[names.indexOf('vary') + 1], vary, name)
    t.equal(names.filter((value) => value === 'vary').length, 1, `${name}: once`)
  }
})

t.test('CORS fields that were set before are taken off, and nothing else', async (t) => {
  const response = makeResponse({
    'Access-Control-Allow-Origin': '*',
    'access-control-allow-credentials': 'true',
    'Access-Control-Allow-Methods': '*',
    'Access-Control-Allow-Headers': ['a', 'b'],
    'Access-Control-Max-Age': 5,
    'Access-Control-Expose-Headers': '*',
    'X-Other': '1',
    Vary: 'Accept',
  })
  t.strictSame(merge({}, response), ['Vary', 'Accept, Origin'])
  t.strictSame({ ...response.getHeaders() }, { 'x-other': '1', vary: 'Accept' })
  response.setHeader('Access-Control-Allow-Origin', '*')
  t.strictSame(merge(undefined, response), ['X-Other', '1', 'Vary', 'Accept, Origin'])
})

t.test('the fields of an answer', async (t) => {
  const listed = policySource(config).current
  const echoing = policySource({ origins: [APP], methods: '*', headers: '*', credentials: true }).current
  const any = policySource({ origins: '*', exposeHeaders: '*' }).current
  const vary = ['Vary', 'Origin']
  const echoVary = ['Vary', 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers']
  const allowed = ['Access-Control-Allow-Origin', APP, 'Access-Control-Allow-Credentials', 'true']
  const allowMethods = ['Access-Control-Allow-Methods', 'PURGE']
  const preflight = (asked: Record<string, string>) => ({ method: 'OPTIONS', asked: { origin: APP, ...asked } })
  const actual = (origin?: string) => ({ method: 'GET', asked: origin === undefined ? {} : { origin } })
  const rows = [
    { name: 'no Origin', policy: listed, request: actual(), fields: vary },
    { name: 'refused', policy: listed, request: actual('null'), fields: vary },
    {
      name: 'allowed',
      policy: listed,
      request: actual(APP),
      fields: [...vary, ...allowed, 'Access-Control-Expose-Headers', 'x-total'],
    },
    {
      name: 'any origin, and none',
      policy: any,
      request: actual(),
      fields: [...vary, 'Access-Control-Allow-Origin', '*', 'Access-Control-Expose-Headers', '*'],
    },
    {
      name: 'any origin',
      policy: any,
      request: actual(APP),
      fields: [...vary, 'Access-Control-Allow-Origin', '*', 'Access-Control-Expose-Headers', '*'],
    },
    {
      name: 'preflight',
      policy: listed,
      request: preflight({ [ACRM]: 'PURGE', [ACRH]: 'x-a' }),
      fields: [
        ...vary,
        ...allowed,
        ...['Access-Control-Allow-Methods', 'PUT, DELETE', 'Access-Control-Allow-Headers', 'content-type'],
        ...['Access-Control-Max-Age', '600'],
      ],
    },
    {
      name: 'echo',
      policy: echoing,
      request: preflight({ [ACRM]: 'PURGE', [ACRH]: 'x-a,x-b' }),
      fields: [...echoVary, ...allowed, ...allowMethods, 'Access-Control-Allow-Headers', 'x-a,x-b'],
    },
    {
      name: 'echo of the method alone',
      policy: echoing,
      request: preflight({ [ACRM]: 'PURGE' }),
      fields: [...echoVary, ...allowed, ...allowMethods],
    },
    {
      name: 'echo of what is no token',
      policy: echoing,
      request: preflight({ [ACRM]: 'P U', [ACRH]: 'x-a;' }),
      fields: [...echoVary, ...allowed],
    },
  ]
  for (const { name, policy, request, fields } of rows) {
    const { method, asked } = request
    const { origin, [ACRM]: requestMethod } = asked as Record<string, string | undefined>
    const answer = policy.answerFor(method, origin, requestMethod, undefined, undefined)
    t.strictSame(mergeHeaders(makeResponse(), undefined, answer, origin, asked), fields, name)
    t.strictSame(mergeHeaders(makeResponse({ 'X-A': '1' }), {}, answer, origin, asked), fields, `${name}, given none`)
    const response = makeResponse({ 'X-A': '1' })
    t.equal(mergeHeaders(response, undefined, answer, origin, asked), undefined, `${name}, beside another header`)
    t.strictSame(setHeaders(response), ['X-A', '1', ...fields], `${name}: it is set with it`)
  }
})

t.test('a list as an object', async (t) => {
  const rows: [name: string, list: OutgoingHttpHeader[], object: OutgoingHttpHeaders][] = [
    ['nothing', [], {}],
    ['names and values', ['X-A', '1', 'x-b', 2], { 'X-A': '1', 'x-b': 2 }],
    ['lines of one name', ['X-A', '1', 'x-b', '2', 'x-a', '3'], { 'X-A': ['1', '3'], 'x-b': '2' }],
    ['arrays', ['Set-Cookie', ['a', 'b'], 'set-cookie', 'c'], { 'Set-Cookie': ['a', 'b', 'c'] }],
    ['a number for a name', [1, 'x'], { '1': 'x' }],
  ]
  for (const [name, list, object] of rows) t.strictSame(toHeaderObject(list), object, name)
  const odd = toHeaderObject(['__proto__', 'x'])
  t.strictSame(Object.entries(odd), [['__proto__', 'x']], 'a field that is called __proto__ is no prototype')
  t.equal(Object.getPrototypeOf(odd), Object.prototype)
})
