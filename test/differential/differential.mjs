// Does all else go out as it does without us? Each form of writing a response, in each stack, beside each wrapper.
import http2 from 'node:http2'
import connect from 'connect'
import express from 'express'
import express4 from 'express4'
import Koa from 'koa'
import { exchange, http2Exchanger } from './exchange.mjs'
import { FORMS } from './forms.mjs'
import { PACKAGES, WRAPPERS } from './wrappers.mjs'

/** @typedef {import('./wrappers.mjs').Middleware} Middleware */
/** @typedef {import('./exchange.mjs').Listener} Listener */
/** @typedef {import('./exchange.mjs').Received} Received */
/** @typedef {import('./forms.mjs').Step} Step */
/** @typedef {(headers: Readonly<Record<string, string>>) => Promise<Received>} Exchange */
/** @typedef {(chain: readonly Middleware[], handler: Listener) => Listener} Stack */
/** @typedef {{ readonly withCors: (listener: Listener) => Listener, readonly cors: Middleware }} Ours */

const APP = 'https://app.example.com'
/** What the tested policy sets for APP. */
export const CONFIG = /** @type {const} */ ({ origins: [APP], credentials: true, exposeHeaders: ['x-total'] })
const OURS = {
  'access-control-allow-origin': APP,
  'access-control-allow-credentials': 'true',
  'access-control-expose-headers': 'x-total',
}

/** Once a header is set, HTTP/1 refuses pairs, with one code or the other as their number is even or odd. */
const REFUSED_PAIRS = ['ERR_INVALID_ARG_VALUE', 'ERR_INVALID_HTTP_TOKEN', 'ERR_INVALID_ARG_TYPE']

/** @type {Stack} */
const bare = (chain, handler) => (request, response) => {
  const run = (/** @type {number} */ i) => {
    const middleware = chain[i]
    if (middleware === undefined) handler(request, response)
    else middleware(request, response, () => run(i + 1))
  }
  run(0)
}

/** @param {typeof express} framework @returns {Stack} */
function expressStack(framework) {
  return (chain, handler) => {
    const app = framework()
    for (const middleware of chain) app.use(middleware)
    return /** @type {Listener} */ (app.use((request, response) => void handler(request, response)))
  }
}

/** @type {Readonly<Record<string, Stack>>} */
const STACKS = {
  'node:http': bare,
  'Express 5': expressStack(express),
  'Express 4': expressStack(express4),
  Connect: (chain, handler) => {
    const app = connect()
    for (const middleware of chain) app.use(/** @type {connect.NextHandleFunction} */ (middleware))
    return app.use((request, response) => void handler(request, response))
  },
  Koa: (chain, handler) => {
    const app = new Koa().use((context) => {
      context.respond = false
      handler(context.req, context.res)
    })
    const callback = app.callback()
    return bare(chain, (request, response) => void callback(request, response))
  },
}

/** The same chain without us, and with us in each place. @param {Ours} ours @param {readonly Middleware[]} wrappers */
function chainsOf({ withCors, cors }, wrappers) {
  /** @type {Middleware} */
  const node = (request, response, next) => void withCors(() => next())(request, response)
  return {
    'in front': [cors, ...wrappers],
    behind: [...wrappers, node],
    'on both sides': [node, ...wrappers, cors],
  }
}

/**
 * The handler of a form, and what was thrown at it.
 *
 * @param {Step} form
 * @param {unknown[]} errors
 * @returns {Listener}
 */
function handlerOf(form, errors) {
  const attempt = (/** @type {() => void} */ run) => {
    try {
      run()
      return true
    } catch (error) {
      const { name, code } = /** @type {NodeJS.ErrnoException} */ (error)
      errors.push(REFUSED_PAIRS.includes(String(code)) ? name : `${name} ${code}`)
      return false
    }
  }
  return (_request, response) => {
    if (!attempt(() => form(response)) && !response.headersSent) {
      Object.assign(response, { statusCode: 500, statusMessage: '' })
    }
    if (!attempt(() => response.end('ok'))) response.destroy()
  }
}

const isOurs = (/** @type {readonly [string, string]} */ [name]) => /^(vary|access-control-.*)$/i.test(name)

/** All but what is ours. In which order fields of different names come means nothing. @param {Received} received */
function others({ start, lines, body }) {
  const rest = lines
    .filter((line) => !isOurs(line))
    .map(([name, value]) => (/^date$/i.test(name) ? `${name}: now` : `${name}: ${value}`))
  const name = (/** @type {string} */ line) => line.slice(0, line.indexOf(':')).toLowerCase()
  return { start, lines: rest.sort((a, b) => name(a).localeCompare(name(b))), body }
}

/** What is wrong with ours. @param {Received} received @param {boolean} allowed */
function faultsOf({ start, lines }, allowed) {
  // Nothing has come: the handler has broken what it had begun to send.
  if (!/\b\d{3}\b/.test(start)) return []
  // The field of private networks is not ours, but a refused origin gets no field with a similar name.
  const ours = lines
    .filter((line) => isOurs(line) && !(allowed && line[0] === 'access-control-allow-private-network'))
    .map(([name, value]) => [name.toLowerCase(), value])
  const varies = ours.filter(([name]) => name === 'vary').map(([, value]) => value)
  const cors = Object.fromEntries(ours.filter(([name]) => name !== 'vary').sort())
  const expected = allowed ? Object.fromEntries(Object.entries(OURS).sort()) : {}
  const faults = []
  if (!varies.join().toLowerCase().split(/, ?/).includes('origin')) faults.push(`Vary: ${varies}`)
  if (JSON.stringify(cors) !== JSON.stringify(expected)) faults.push(JSON.stringify(cors))
  if (ours.length !== Object.keys(cors).length + varies.length) faults.push('a CORS field is there twice')
  return faults
}

/**
 * @param {string} place
 * @param {readonly (readonly [name: string, step: Step])[]} forms
 * @param {(handler: Listener) => Exchange} without
 * @param {(handler: Listener) => Exchange} withUs
 * @returns {Promise<string[]>} the differences
 */
async function compare(place, forms, without, withUs) {
  const differences = []
  let form = /** @type {Step} */ (() => {})
  /** @type {unknown[]} */
  let errors = []
  /** @type {Listener} */
  const handler = (request, response) => void handlerOf(form, errors)(request, response)
  const ask = { bare: without(handler), ours: withUs(handler) }
  const run = async (/** @type {Exchange} */ exchange, /** @type {string} */ origin) => {
    errors = []
    const received = await exchange({ origin })
    return { received, outcome: JSON.stringify({ errors, ...others(received) }) }
  }
  for (const [name, step] of forms) {
    form = step
    const expected = await run(ask.bare, APP)
    for (const [origin, allowed] of /** @type {const} */ ([
      [APP, true],
      ['https://evil.example', false],
    ])) {
      const got = await run(ask.ours, origin)
      if (got.outcome !== expected.outcome)
        differences.push(`${place}: ${name}\n  ${expected.outcome}\n  ${got.outcome}`)
      else for (const fault of faultsOf(got.received, allowed)) differences.push(`${place}: ${name}: ${fault}`)
    }
  }
  return differences
}

/** Every nth form, from another one on for each place: all forms are seen somewhere. */
function sampler(/** @type {number} */ n) {
  let start = 0
  return () => {
    start++
    return FORMS.filter((_, i) => (i + start) % n === 0)
  }
}

/**
 * @param {Ours} ours with CONFIG
 * @param {number} n every nth form in each place
 * @returns {Promise<{ compared: number, differences: string[] }>}
 */
export async function compareHttp1(ours, n) {
  const sample = sampler(n)
  const differences = []
  let compared = 0
  for (const [name, stack] of Object.entries(STACKS)) {
    for (const [wrapper, middleware] of Object.entries({ none: undefined, ...WRAPPERS, ...PACKAGES })) {
      /** @type {readonly Middleware[]} */
      const wrappers = [middleware].flatMap((each) => each ?? [])
      for (const [where, chain] of Object.entries(chainsOf(ours, wrappers))) {
        const forms = sample()
        compared += forms.length
        const exchanger = (/** @type {readonly Middleware[]} */ chain) => (/** @type {Listener} */ handler) => {
          const listener = stack(chain, handler)
          return (/** @type {Readonly<Record<string, string>>} */ headers) => exchange(listener, headers)
        }
        const place = `${name}, ${wrapper}, ${where}`
        differences.push(...(await compare(place, forms, exchanger(wrappers), exchanger(chain))))
      }
    }
  }
  return { compared, differences }
}

/**
 * @param {Ours} ours with CONFIG
 * @param {number} n every nth form in each place
 * @param {{ key: string, cert: string }} certificate
 * @returns {Promise<{ compared: number, differences: string[] }>}
 */
export async function compareHttp2(ours, n, certificate) {
  const sample = sampler(n)
  const differences = []
  let compared = 0
  for (const scheme of /** @type {const} */ (['http', 'https'])) {
    for (const [wrapper, middleware] of Object.entries({ none: undefined, ...WRAPPERS })) {
      /** @type {readonly Middleware[]} */
      const wrappers = [middleware].flatMap((each) => each ?? [])
      for (const [where, chain] of Object.entries(chainsOf(ours, wrappers))) {
        const forms = sample()
        compared += forms.length
        let handler = /** @type {Listener} */ (() => {})
        const [without, withUs] = await Promise.all(
          [wrappers, chain].map((chain) => {
            const listener = /** @type {never} */ (bare(chain, (request, response) => handler(request, response)))
            const server =
              scheme === 'http' ? http2.createServer(listener) : http2.createSecureServer(certificate, listener)
            return http2Exchanger(server, scheme)
          }),
        )
        const use = (/** @type {typeof without} */ exchanger) => (/** @type {Listener} */ given) => {
          handler = given
          return (/** @type {Readonly<Record<string, string>>} */ headers) =>
            /** @type {NonNullable<typeof exchanger>} */ (exchanger).exchange(headers)
        }
        differences.push(...(await compare(`http2 ${scheme}, ${wrapper}, ${where}`, forms, use(without), use(withUs))))
        await without?.close()
        await withUs?.close()
      }
    }
  }
  return { compared, differences }
}
