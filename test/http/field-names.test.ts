import t from 'tap'
import {
  CORS_RESPONSE_FIELDS,
  isAccessControlField,
  isCorsResponseField,
  isForbiddenRequestHeader,
  isForbiddenResponseHeader,
  isRequestField,
  isResponseField,
} from '../../src/http/field-names.js'

t.test('the response fields of the protocol, in lower case', async (t) => {
  t.strictSame(CORS_RESPONSE_FIELDS, [
    'access-control-allow-origin',
    'access-control-allow-credentials',
    'access-control-allow-methods',
    'access-control-allow-headers',
    'access-control-max-age',
    'access-control-expose-headers',
  ])
  t.ok(Object.isFrozen(CORS_RESPONSE_FIELDS))
})

t.test('response fields of the protocol, and fields with similar names', async (t) => {
  for (const name of CORS_RESPONSE_FIELDS) {
    for (const written of [name, name.toUpperCase()]) {
      t.strictSame([isCorsResponseField(written), isAccessControlField(written)], [true, true], written)
    }
  }
  for (const name of [
    'Access-Control-Allow-Private-Network',
    'access-control-allow-local-network',
    'access-control-x',
  ]) {
    t.strictSame([isCorsResponseField(name), isAccessControlField(name)], [false, true], name)
  }
  for (const name of ['', 'vary', 'access-control-', 'timing-allow-origin', 'x-access-control-allow-origin']) {
    t.strictSame([isCorsResponseField(name), isAccessControlField(name)], [false, false], name)
  }
})

const FORBIDDEN_IN_REQUESTS = [
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'proxy-',
  'proxy-authorization',
  'referer',
  'sec-',
  'sec-fetch-site',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]

const FREE_IN_REQUESTS = [
  '',
  'accept',
  'authorization',
  'content-type',
  'cookies',
  'date-x',
  'origin-x',
  'proxy',
  'sec',
  'user-agent',
  'x-sec-fetch-site',
  'x-via',
]

t.test('forbidden request-headers', async (t) => {
  for (const name of FORBIDDEN_IN_REQUESTS) t.equal(isForbiddenRequestHeader(name), true, name)
  for (const name of FREE_IN_REQUESTS) t.equal(isForbiddenRequestHeader(name), false, name)
})

t.test('forbidden response-header names', async (t) => {
  for (const name of ['set-cookie', 'set-cookie2']) t.equal(isForbiddenResponseHeader(name), true, name)
  for (const name of ['', 'cookie', 'set-cookie3', 'x-set-cookie', 'etag']) {
    t.equal(isForbiddenResponseHeader(name), false, name)
  }
})

t.test('fields of the protocol, by their direction', async (t) => {
  for (const name of [...CORS_RESPONSE_FIELDS, 'access-control-allow-private-network']) {
    t.strictSame([isResponseField(name), isRequestField(name)], [true, false], name)
  }
  for (const name of ['origin', 'access-control-request-method', 'access-control-request-private-network']) {
    t.strictSame([isResponseField(name), isRequestField(name)], [false, true], name)
  }
  for (const name of ['', 'access-control-max-age-x', 'access-control', 'origin-x', 'vary']) {
    t.strictSame([isResponseField(name), isRequestField(name)], [false, false], name)
  }
})
