import {
  type ClientRequest,
  IncomingMessage,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
  ServerResponse,
} from 'node:http'
import { Socket } from 'node:net'
import t from 'tap'
import { flatten, put, putAnswer, strip, takeSetFields } from '../../src/adapters/header-merge.js'
import type { Outgoing } from '../../src/adapters/pending-answer.js'
import type { FlatHeaders, GivenHeaders } from '../../src/adapters/write-head.js'
import { NO_CORS } from '../../src/policy/answer.js'
import { policySource } from '../../src/policy/policy-input.js'
import { APP, config, EVIL } from '../support/policy.js'

const ACRM = 'access-control-request-method'
const ACRH = 'access-control-request-headers'
const APN = 'Access-Control-Allow-Private-Network'
const NONE: Outgoing = { answer: NO_CORS, origin: undefined, incoming: {} }
const { current: listed } = policySource(config)
const ALLOWED: Outgoing = {
  answer: listed.answerFor('GET', APP, undefined, undefined, undefined),
  origin: APP,
  incoming: {},
}

function makeResponse(set: OutgoingHttpHeaders = {}): ServerResponse {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  for (const [name, value] of Object.entries(set)) response.setHeader(name, value as string)
  return response
}

/** The headers that are set on a response: names as they were written, and values, in turn. */
function setHeaders(response: ServerResponse): OutgoingHttpHeader[] {
  // Every OutgoingMessage has this method; the types know it of one.
  const names = (response as unknown as ClientRequest).getRawHeaderNames()
  return names.flatMap((name) => [name, response.getHeader(name) as OutgoingHttpHeader])
}

t.test('keeps the form of the given headers', async (t) => {
  const rest = { 'X-A': '1', 'x-b': ['2', '3'] }
  const cors = { 'access-control-allow-origin': '*', 'Access-Control-Max-Age': 1, VARY: 'Accept', vary: ['Cookie'] }
  const bare = Object.assign(Object.create(null) as object, rest)
  const proto = JSON.parse('{"__proto__":"1","vary":"Accept"}') as OutgoingHttpHeaders
  const rows: [name: string, given: unknown, headers: unknown, vary: string | undefined][] = [
    ['an object', { ...rest, ...cors }, rest, 'Accept, Cookie'],
    ['names that differ in case only', { 'x-a': '1', 'X-A': '2', vary: '*' }, { 'x-a': '1', 'X-A': '2' }, '*'],
    ['no prototype', Object.assign(bare, { vary: 'Accept' }), rest, 'Accept'],
    ['a field called __proto__', proto, JSON.parse('{"__proto__":"1"}'), 'Accept'],
    [
      'a list',
      [...Object.entries({ ...rest, ...cors }), ['X-A', '2']].flat(1),
      ['X-A', '1', 'x-b', ['2', '3'], 'X-A', '2'],
      'Accept, Cookie',
    ],
    ['names that are no strings', [1, '1', 'vary', 'Accept'], [1, '1'], 'Accept'],
    [
      'pairs',
      [...Object.entries({ ...cors, ...rest }), ['X-A', '2']],
      [...Object.entries(rest), ['X-A', '2']],
      'Accept, Cookie',
    ],
    ['pairs that are none', [['x-a', '1'], null, 'xy', ['vary', 'Accept']], [['x-a', '1'], null, 'xy'], 'Accept'],
    ['CORS fields without Vary', { 'x-a': '1', 'access-control-allow-methods': '*' }, { 'x-a': '1' }, undefined],
    ['a number for Vary', { vary: 1 }, {}, '1'],
    ['undefined for Vary', { vary: undefined }, {}, undefined],
  ]
  for (const [name, given, headers, vary] of rows) {
    const before = JSON.stringify(given)
    for (const outgoing of [NONE, ALLOWED]) {
      const stripped = strip(given as GivenHeaders, outgoing)
      t.strictSame({ ...stripped }, { headers, vary }, name)
      t.equal(Array.isArray(stripped.headers), Array.isArray(headers), name)
    }
    t.equal(JSON.stringify(given), before, `${name}: what a handler gives is not changed`)
  }
})

t.test('passes on headers without CORS fields unchanged', async (t) => {
  const odd = ['Vary', 'Accept', 'Access-Control-Allow-Origin']
  const inherited = Object.create({ vary: 'Accept' }) as OutgoingHttpHeaders
  for (const given of [{}, { 'x-a': '1', Etag: '2' }, [], ['x-a', '1'], [['x-a', '1']], odd, inherited]) {
    t.strictSame(strip(given as GivenHeaders, NONE), { headers: given, vary: undefined })
    t.equal(strip(given as GivenHeaders, NONE).headers, given)
  }
})

t.test('a field that is called like those of CORS is ours on a refused response', async (t) => {
  const kept = { 'access-control': 'x', 'access-control-': 'y', 'timing-allow-origin': 'z' }
  for (const name of [APN, APN.toLowerCase(), 'access-control-x', 'Access-Control-Request-Method']) {
    const given = { ...kept, [name]: 'true' }
    t.strictSame(strip(given, NONE).headers, kept, name)
    t.equal(strip(given, ALLOWED).headers, given, `${name}, allowed`)
    const response = makeResponse(given)
    takeSetFields(response, response.getHeaderNames(), NONE)
    t.equal(response.hasHeader(name), false, name)
  }
})

t.test('flat lists', async (t) => {
  const rows: [name: string, given: unknown, list: unknown[], vary: string | undefined][] = [
    ['an object', { 'X-A': '1', Vary: 'Accept', 'x-b': 2 }, ['X-A', '1', 'x-b', 2], 'Accept'],
    ['an empty object', {}, [], undefined],
    [
      'a list',
      ['X-A', '1', 'vary', 'Accept', 'x-a', '2', 'Vary', ['Cookie']],
      ['X-A', '1', 'x-a', '2'],
      'Accept, Cookie',
    ],
    ['CORS fields', { 'Access-Control-Allow-Origin': '*', date: 'x' }, ['date', 'x'], undefined],
    ['CORS fields in a list', ['Access-Control-Allow-Origin', '*', 'x', 'y'], ['x', 'y'], undefined],
    ['an array for a value', { 'set-cookie': ['a', 'b'], vary: ['A', 'B'] }, ['set-cookie', ['a', 'b']], 'A, B'],
    ['inherited properties', Object.create({ 'x-a': '1' }), [], undefined],
  ]
  for (const [name, given, expected, vary] of rows) {
    const list: FlatHeaders = []
    t.equal(flatten(given as GivenHeaders, list, NONE), vary, name)
    t.strictSame(list, expected, name)
  }
  t.equal(flatten({ 'x-a': '1', 'X-A': '2' }, [], NONE), null, 'Node alone knows which of the two it sends')
  t.equal(flatten({ vary: 'Accept', Vary: 'Cookie' }, [], NONE), null)
})

t.test('fields that were set before are taken off, and nothing else', async (t) => {
  const response = makeResponse({
    'Access-Control-Allow-Origin': '*',
    'access-control-allow-credentials': 'true',
    'Access-Control-Allow-Methods': '*',
    'Access-Control-Allow-Headers': ['a', 'b'],
    'Access-Control-Max-Age': 5,
    'Access-Control-Expose-Headers': '*',
    [APN]: 'true',
    'X-Other': '1',
    Vary: ['Accept', 'Cookie'],
  })
  t.equal(takeSetFields(response, response.getHeaderNames(), ALLOWED), 'Accept, Cookie')
  t.strictSame(setHeaders(response), [APN, 'true', 'X-Other', '1', 'Vary', ['Accept', 'Cookie']])
  t.equal(takeSetFields(response, response.getHeaderNames(), NONE), 'Accept, Cookie')
  t.strictSame(setHeaders(response), ['X-Other', '1', 'Vary', ['Accept', 'Cookie']])
  t.equal(takeSetFields(makeResponse(), [], NONE), undefined)
})

t.test('one header', async (t) => {
  const list: FlatHeaders = []
  put(list, 'X-A', '1')
  t.strictSame(list, ['X-A', '1'])
  const response = makeResponse()
  put(response, 'X-A', '1')
  t.strictSame(setHeaders(response), ['X-A', '1'])
})

t.test('Vary', async (t) => {
  const rows: [name: string, before: string | undefined, vary: string][] = [
    ['none', undefined, 'Origin'],
    ['another', 'Accept', 'Accept, Origin'],
    ['with the name in it', 'accept, ORIGIN', 'accept, ORIGIN'],
    ['everything', 'accept, *', '*'],
    ['empty', '', 'Origin'],
  ]
  for (const [name, before, vary] of rows) {
    const list: FlatHeaders = []
    putAnswer(list, before, NONE)
    t.strictSame(list, ['Vary', vary], name)
  }
})

t.test('the fields of an answer', async (t) => {
  const echoing = policySource({ origins: [APP], methods: '*', headers: '*', credentials: true }).current
  const any = policySource({ origins: '*', exposeHeaders: '*' }).current
  const vary = ['Vary', 'Origin']
  const echoVary = ['Vary', 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers']
  const allowed = ['Access-Control-Allow-Origin', APP, 'Access-Control-Allow-Credentials', 'true']
  const allowMethods = ['Access-Control-Allow-Methods', 'PURGE']
  const anyFields = [...vary, 'Access-Control-Allow-Origin', '*', 'Access-Control-Expose-Headers', '*']
  const preflight = (incoming: Record<string, string>) => ({
    method: 'OPTIONS',
    incoming: { origin: APP, ...incoming },
  })
  const actual = (origin?: string) => ({ method: 'GET', incoming: origin === undefined ? {} : { origin } })
  const rows = [
    { name: 'no Origin', policy: listed, request: actual(), fields: vary },
    { name: 'refused', policy: listed, request: actual(EVIL), fields: vary },
    {
      name: 'allowed',
      policy: listed,
      request: actual(APP),
      fields: [...vary, ...allowed, 'Access-Control-Expose-Headers', 'x-total'],
    },
    { name: 'any origin, and none', policy: any, request: actual(), fields: anyFields },
    { name: 'any origin', policy: any, request: actual(APP), fields: anyFields },
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
      name: 'echo of the method only',
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
    const { method, incoming } = request
    const { origin, [ACRM]: requestMethod } = incoming as Record<string, string | undefined>
    const outgoing = { answer: policy.answerFor(method, origin, requestMethod, undefined, undefined), origin, incoming }
    const list: FlatHeaders = []
    putAnswer(list, undefined, outgoing)
    t.strictSame(list, fields, name)
    const response = makeResponse({ 'X-A': '1' })
    putAnswer(response, undefined, outgoing)
    t.strictSame(setHeaders(response), ['X-A', '1', ...fields], `${name}: set beside another`)
  }
})
