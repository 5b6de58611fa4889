// @ts-check
import cors from 'cors-policy/fastify'
import Fastify from 'fastify'
import { requestSender } from './requests.mjs'
import { cpuTime, race } from './rounds.mjs'
import { printTable } from './table.mjs'

/**
 * Whether a request can cost more than others, in apps with 1,000 routes of which one has a policy of its own:
 * preflights for URLs that were made to keep a router busy, next to one for a short URL, and next to what the same URL
 * costs in the same app without the plugin. ROUNDS (9) says how often each is measured.
 *
 * A ratio of up to 1.5 for a URL that makes the router try a thousand paths is the router's own. With the plugin it has
 * as many OPTIONS routes as GET routes. An app that declares both itself, without the plugin, pays the same: its trees
 * lie further apart in memory, and the processor's cache holds less of each.
 *
 * @typedef {import('fastify').FastifyInstance} App
 */

const ROUNDS = Number(process.env['ROUNDS'] ?? 9)
const ROUTES = 1000
const RUNS = 200
const ORIGIN = 'https://app.example.com'
const config = /** @type {const} */ ({ origins: [ORIGIN], methods: ['PUT'] })
const own = { config: { cors: { origins: /** @type {const} */ (['https://admin.example.com']) } } }

const handler = async () => 'ok'
const count = Array.from({ length: ROUTES }, (_, i) => i)

/** Patterns of up to ten segments, each text or a parameter. @param {number} i */
const mixed = (i) => [...i.toString(2).padStart(10, '0')].map((bit, at) => (bit === '0' ? '/a' : `/:p${at}`)).join('')

const ROUTER_OPTIONS = {
  caseSensitive: false,
  ignoreDuplicateSlashes: true,
  ignoreTrailingSlash: true,
  maxParamLength: 10_000,
}
/** Patterns with expressions, or in the other case. @param {number} i */
const unusual = (i) => (i % 2 === 0 ? `/R${i}/:a-:b/:n(^\\d+$)` : `/R${i}/*`)
/** URLs that keep the router busy with them. */
const UNUSUAL = ['//A'.repeat(4600), `/r2/${'-'.repeat(13_000)}/1`, `/r1/${'/'.repeat(13_000)}`]

/** @type {Record<string, { options?: object, declare: (app: App, own: object) => void, short: string, long: string[] }>} */
const apps = {
  'several parameters, and OPTIONS /*': {
    declare: (app) => {
      app.options('/*', handler)
      for (const i of count.slice(0, 300)) app.get(`/r${i}/:a/:b/:c`, handler)
      for (const i of count.slice(300)) app.get(`/:a/:b/x${i}/:c`, handler)
    },
    short: '/r1/a/b/c',
    long: ['/a'.repeat(7000), '/r1'.repeat(4600), '/%61'.repeat(3500)],
  },
  'text or a parameter in each of ten segments': {
    declare: (app) => {
      app.options('/*', handler)
      for (const i of count) app.get(mixed(i), handler)
    },
    short: '/a'.repeat(10),
    long: [`/a`.repeat(7000), `${'/a'.repeat(9)}/${'b'.repeat(90)}`, '/a'.repeat(11)],
  },
  'wildcards below each other': {
    declare: (app) => {
      app.options('*', handler)
      for (const i of count) app.get(`${'/a'.repeat(i)}/*`, handler)
    },
    short: '/a/b',
    long: ['/a'.repeat(7000), '/%61'.repeat(3500)],
  },
  'text or a parameter, and PUT /* with a policy of its own': {
    declare: (app, own) => {
      for (const i of count) app.get(mixed(i), handler)
      app.put('/*', own, handler)
    },
    short: '/a'.repeat(10),
    long: [`${'/a'.repeat(9)}/${'b'.repeat(90)}`, '/a'.repeat(11)],
  },
  'wildcards, and PUT /* with a policy of its own': {
    declare: (app, own) => {
      for (const i of count.slice(1)) app.get(`${'/a'.repeat(i)}/*`, handler)
      app.put('/*', own, handler)
    },
    short: '/a/b',
    long: ['/a'.repeat(20), '/a'.repeat(7000), '/%61'.repeat(3500)],
  },
  'options of the router': {
    options: ROUTER_OPTIONS,
    declare: (app) => {
      app.options('/*', handler)
      for (const i of count) app.get(unusual(i), handler)
    },
    short: '/r1/a',
    long: UNUSUAL,
  },
  'options of the router, and PUT with a policy of its own': {
    options: ROUTER_OPTIONS,
    declare: (app, own) => {
      for (const i of count) {
        app.get(unusual(i), handler)
        app.put(unusual(i), own, handler)
      }
    },
    short: '/r1/a',
    long: UNUSUAL,
  },
  'hosts and versions': {
    declare: (app) => {
      app.options('/*', handler)
      for (const i of count.slice(0, 30)) app.get('/x/:id', { constraints: { host: new RegExp(`^h${i}\\.`) } }, handler)
      for (const i of count.slice(30)) app.get(`/x${i}`, { constraints: { version: '1.0.0' } }, handler)
    },
    short: '/x/1',
    long: [`/x/${'a'.repeat(95)}`, '/x'.repeat(7000)],
  },
}

/** @param {(typeof apps)[string]} app @param {boolean} withPlugin */
async function start({ options, declare }, withPlugin) {
  const app = Fastify({ routerOptions: { ...options } })
  if (withPlugin) await app.register(cors, config)
  app.put('/own', withPlugin ? own : {}, handler)
  declare(app, withPlugin ? own : {})
  await app.ready()
  /** @type {import('./servers/index.mjs').Listener} */
  return (request, response) => app.routing(request, response)
}

/** @param {string} url @param {string} method the one that is asked about */
function preflight(url, method) {
  return { method: 'OPTIONS', url, fields: ['Origin', ORIGIN, 'Access-Control-Request-Method', method] }
}

const rows = []
for (const [name, app] of Object.entries(apps)) {
  const [bare, ours] = [await start(app, false), await start(app, true)]
  const requests = [app.short, ...app.long].flatMap((url) =>
    ['GET', 'PUT', 'PURGE'].map((method) => /** @type {const} */ ([url, method])),
  )
  /** @type {Record<string, () => Promise<number>>} */
  const contestants = {}
  for (const [i, [url, method]] of requests.entries()) {
    const actual = requestSender(bare, { method: 'GET', url, fields: ['Origin', ORIGIN] })
    const asking = requestSender(ours, preflight(url, method))
    if (method === 'GET') contestants[`${url} bare`] = () => cpuTime(actual, RUNS)
    contestants[String(i)] = () => cpuTime(asking, RUNS)
  }
  const times = await race(contestants, { rounds: ROUNDS, warmups: 3 })
  const ordinary = /** @type {number} */ (times['0'])
  const shortBare = /** @type {number} */ (times[`${app.short} bare`])
  for (const [i, [url, method]] of requests.entries()) {
    const time = /** @type {number} */ (times[String(i)])
    const bareTime = /** @type {number} */ (times[`${url} bare`])
    const ratio = time / (ordinary + Math.max(0, bareTime - shortBare))
    const shown = url.length > 20 ? `${url.slice(0, 12)}… (${url.length})` : url
    rows.push([`${name}: ${method} ${shown}`, bareTime, time, ratio])
  }
}
printTable({
  title:
    'µs of CPU time: a GET without the plugin, a preflight with it, and how much that is of one for a short URL and what the router needs for the length',
  columns: ['', 'bare GET', 'preflight', 'ratio'],
  rows: /** @type {any} */ (rows),
})
