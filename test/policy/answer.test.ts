import t from 'tap'
import { readConfig } from '../../src/config/parse-config.js'
import {
  compileAnswers,
  headersOfAnswer,
  isEchoableHeaders,
  isEchoableMethod,
  MAX_ECHOED_HEADERS_LENGTH,
  MAX_ECHOED_METHOD_LENGTH,
  NO_CORS,
} from '../../src/policy/answer.js'

t.test('a method is echoed if it is a token within the bound', async (t) => {
  t.equal(MAX_ECHOED_METHOD_LENGTH, 64)
  for (const method of ['PUT', 'put', '*', 'M'.repeat(64)]) t.equal(isEchoableMethod(method), true, method)
  for (const method of [undefined, '', ' PUT', 'A B', 'A,B', 'A\n', 'M'.repeat(65)]) {
    t.equal(isEchoableMethod(method), false, JSON.stringify(method) ?? 'undefined')
  }
})

t.test('headers are echoed if they are a list of tokens within the bound', async (t) => {
  t.equal(MAX_ECHOED_HEADERS_LENGTH, 1024)
  for (const headers of ['x-a', 'X-A, x-b', ',', ' ', 'x'.repeat(1024)]) {
    t.equal(isEchoableHeaders(headers), true, headers)
  }
  for (const headers of [undefined, '', 'x a', 'x:a', 'x\n', 'x'.repeat(1025)]) {
    t.equal(isEchoableHeaders(headers), false, JSON.stringify(headers) ?? 'undefined')
  }
})

t.test('constant text is made once', async (t) => {
  const { config } = readConfig({
    origins: ['https://a.com'],
    methods: ['PUT', 'DELETE'],
    headers: ['x-a', 'x-b'],
    exposeHeaders: ['etag', 'x-c'],
    credentials: true,
    maxAge: 5,
  })
  const answers = compileAnswers(config, false)
  t.strictSame(answers.actualAllowed.fixed, [
    'Access-Control-Allow-Credentials',
    'true',
    'Access-Control-Expose-Headers',
    'etag, x-c',
  ])
  t.strictSame(answers.preflightAllowed.fixed, [
    'Access-Control-Allow-Credentials',
    'true',
    'Access-Control-Allow-Methods',
    'PUT, DELETE',
    'Access-Control-Allow-Headers',
    'x-a, x-b',
    'Access-Control-Max-Age',
    '5',
  ])
  for (const answer of [NO_CORS, answers.actualRefused, answers.preflightRefused, answers.forbidden]) {
    t.strictSame(answer.fixed, [])
    t.equal(answer.allowOrigin, undefined)
  }
  t.ok(Object.isFrozen(answers))
})

t.test('an allowed origin gets itself or *', async (t) => {
  const { actualAllowed, preflightAllowed } = compileAnswers({ origins: ['https://a.com'] }, false)
  t.strictSame([actualAllowed.allowOrigin, preflightAllowed.allowOrigin], ['request', 'request'])
  const any = compileAnswers({ origins: '*' }, true)
  t.strictSame([any.actualAllowed.allowOrigin, any.preflightAllowed.allowOrigin], ['*', '*'])
})

t.test('each answer has its own record of fields', async (t) => {
  const { preflightAllowed } = compileAnswers({ origins: ['https://a.com'], credentials: true, methods: '*' }, false)
  const first = headersOfAnswer(preflightAllowed, 'https://a.com', 'PUT', undefined)
  t.strictSame(first, {
    'Access-Control-Allow-Origin': 'https://a.com',
    'Access-Control-Allow-Credentials': 'true',
    'Access-Control-Allow-Methods': 'PUT',
  })
  t.not(headersOfAnswer(preflightAllowed, 'https://a.com', 'PUT', undefined), first)
  t.strictSame(headersOfAnswer(preflightAllowed, 'https://b.com', 'P T', 'x-a'), {
    'Access-Control-Allow-Origin': 'https://b.com',
    'Access-Control-Allow-Credentials': 'true',
  })
})
