// @ts-check
// A Fastify API on 127.0.0.1, a dozen real requests to it, and how a browser treats each answer; then a config that
// does not start. From a clone: npm run demo

import { request } from 'node:http'
import { styleText } from 'node:util'
import { CorsConfigError } from 'cors-policy'
import cors from 'cors-policy/fastify'
import Fastify from 'fastify'

/** @typedef {{ method: string, path: string, headers: Record<string, string> }} Sent */
/** @typedef {{ status: number, headers: Map<string, string> }} Answer */
/** @typedef {{ good: boolean, text: string }} Verdict */

const SHOP = 'https://shop.test'
const WIDTH = 110
const PREFIX = 'Access-Control-'
/** Methods that a page may always use: https://fetch.spec.whatwg.org/#cors-safelisted-method */
const SAFELISTED_METHODS = ['GET', 'HEAD', 'POST']

async function startApi() {
  const app = Fastify()
  await app.register(cors, {
    origins: [SHOP, 'https://*.shop.test'],
    methods: ['PUT'],
    headers: ['content-type'],
    exposeHeaders: ['x-total'],
    credentials: true,
    maxAge: 600,
  })
  app.get('/orders', async (_request, reply) => reply.header('x-total', 2).send(['socks', 'tea']))
  app.put('/orders/1', async () => 'changed')
  app.get('/broken', async () => {
    throw new Error('broken on purpose')
  })
  return { app, url: await app.listen({ host: '127.0.0.1', port: 0 }) }
}

/** @type {(path: string, origin?: string, method?: string) => Sent} */
const actual = (path, origin, method = 'GET') => ({
  method,
  path,
  headers: origin === undefined ? {} : { Origin: origin },
})

/** @type {(origin: string, method: string, headers: string) => Sent} */
const preflight = (origin, method, headers) => ({
  method: 'OPTIONS',
  path: '/orders/1',
  headers: { Origin: origin, [`${PREFIX}Request-Method`]: method, [`${PREFIX}Request-Headers`]: headers },
})

/** Each request, and whether the page should get the response. @type {[Sent, boolean][]} */
const REQUESTS = [
  [actual('/orders'), true],
  [actual('/orders', SHOP), true],
  [actual('/orders', 'https://eu.shop.test'), true],
  [actual('/orders', 'https://other.test'), false],
  [actual('/orders', 'https://shop.test.io'), false],
  [actual('/orders', 'null'), false],
  [actual('/broken', SHOP), true],
  [actual('/nowhere', SHOP), true],
  [preflight(SHOP, 'PUT', 'content-type'), true],
  [actual('/orders/1', SHOP, 'PUT'), true],
  [preflight(SHOP, 'DELETE', 'content-type'), false],
  [preflight(SHOP, 'PUT', 'x-debug'), false],
  [preflight('https://other.test', 'PUT', 'content-type'), false],
]

/**
 * Uses node:http because it sends exactly the headers that it is given.
 *
 * @param {string} url
 * @param {Sent} sent
 * @returns {Promise<Answer>}
 */
function send(url, { method, path, headers }) {
  return new Promise((resolve, reject) => {
    const sent = request(url + path, { method, headers, agent: false }, (response) => {
      const { rawHeaders, statusCode } = response
      const fields = new Map()
      for (let i = 0; i < rawHeaders.length; i += 2) {
        const [name, value] = rawHeaders.slice(i, i + 2)
        fields.set(name, fields.has(name) ? `${fields.get(name)}, ${value}` : value)
      }
      response.on('error', reject).on('end', () => resolve({ status: statusCode ?? 0, headers: fields }))
      response.resume()
    })
    sent.on('error', reject).end()
  })
}

/**
 * The CORS check of the Fetch standard for a request with cookies, as far as this page needs it.
 *
 * @param {Sent} sent
 * @param {Answer} answer
 * @returns {Verdict}
 */
function browserSays(sent, { status, headers }) {
  const origin = sent.headers['Origin']
  const method = sent.headers[`${PREFIX}Request-Method`]
  if (origin === undefined) return { good: true, text: 'no other site asks: nothing to check' }
  const readable =
    headers.get(`${PREFIX}Allow-Origin`) === origin && headers.get(`${PREFIX}Allow-Credentials`) === 'true'
  if (method === undefined) {
    if (!readable) return { good: false, text: 'page gets nothing, a network error' }
    return { good: true, text: status < 400 ? 'page may read it' : `page may read that it is a ${status}` }
  }
  if (!readable || status > 299) return { good: false, text: 'blocked: the origin is not allowed' }
  const methods = [...SAFELISTED_METHODS, ...listed(headers.get(`${PREFIX}Allow-Methods`))]
  const allowed = listed(headers.get(`${PREFIX}Allow-Headers`))
  const missing = listed(sent.headers[`${PREFIX}Request-Headers`]).filter((name) => !allowed.includes(name))
  if (!methods.includes(method)) return { good: false, text: `blocked: ${method} is not allowed` }
  if (missing.length > 0) return { good: false, text: `blocked: ${missing.join()} is not allowed` }
  return { good: true, text: `${method} is sent next` }
}

/** @param {string | undefined} value */
function listed(value = '') {
  return value.split(',').map((element) => element.trim())
}

// Colour only for a terminal; NO_COLOR and FORCE_COLOR are respected.
/** @type {(style: 'bold' | 'green' | 'red', text: string) => string} */
const paint = (style, text) => styleText(style, text, { stream: process.stdout })

/** @type {(sent: string[], answered: string[], verdict: string, style: 'bold' | 'green' | 'red') => void} */
function printRow([first = '', ...sent], [status = '', ...answered], verdict, style) {
  console.log(`${paint('bold', first.padEnd(32))} ${status.padEnd(39)} ${paint(style, verdict)}`)
  for (let i = 0; i < Math.max(sent.length, answered.length); i++) {
    console.log(`  ${(sent[i] ?? '').padEnd(30)}     ${answered[i] ?? ''}`.trimEnd())
  }
}

/** @param {[string, string][]} fields */
function renderFields(fields) {
  return fields.map(([name, value]) => `${name.replace(PREFIX, '')}: ${value}`)
}

/** @type {(sent: Sent, answer: Answer, verdict: Verdict) => void} */
function printExchange({ method, path, headers }, answer, { good, text }) {
  const fields = [...answer.headers].filter(([name]) => name === 'Vary' || name.startsWith(PREFIX))
  const [vary, ...rest] = renderFields(fields)
  const sent = [`${method} ${path}`, ...renderFields(Object.entries(headers))]
  printRow(sent, [`${answer.status} ${vary}`, ...rest], text, good ? 'green' : 'red')
}

/** Breaks a text into lines of at most the width. @type {(text: string, width: number) => string[]} */
function wrap(text, width) {
  const lines = ['']
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trimStart()
    if (longer.length > width) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

/** @returns {Promise<CorsConfigError>} */
async function startWithMistakes() {
  const config = {
    origins: ['*', 'https://shop.test/', 'shop.test', 'null', 'https://*.github.io'],
    credentials: true,
    methods: ['patch'],
    allowedHeaders: ['content-type'],
    maxAge: '600',
  }
  try {
    // @ts-expect-error The types refuse it before it runs.
    await Fastify().register(cors, config)
  } catch (error) {
    if (error instanceof CorsConfigError) return error
  }
  throw new Error('A config full of mistakes was not refused.')
}

/** @param {CorsConfigError} error */
function printProblems({ problems }) {
  for (const { path, code, message } of problems) {
    for (const [i, line] of wrap(`${message} [${code}]`, WIDTH - 16).entries()) {
      console.log(`${paint('bold', (i === 0 ? path : '').padEnd(16))}${line}`)
    }
  }
}

const { app, url } = await startApi()
try {
  console.log(`A Fastify API for ${SHOP} and its subdomains, asked over HTTP. Left out: "${PREFIX}".\n`)
  printRow(['SENT'], ['ANSWERED'], 'A BROWSER', 'bold')
  for (const [sent, expected] of REQUESTS) {
    const answer = await send(url, sent)
    const verdict = browserSays(sent, answer)
    printExchange(sent, answer, verdict)
    if (verdict.good !== expected || answer.headers.get('Vary') !== 'Origin') {
      console.error('That is not what should have been answered.')
      process.exitCode = 1
    }
  }
  console.log('\nThe same API with a config full of mistakes. It does not start:\n')
  printProblems(await startWithMistakes())
} finally {
  await app.close()
}
