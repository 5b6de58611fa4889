import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { createBrowser } from '../../src/fetch-model/browser.js'
import { imageRequest } from '../../src/fetch-model/element-requests.js'
import type { ServerResponse } from '../../src/fetch-model/exchange.js'
import { getHeader } from '../../src/fetch-model/header-list.js'
import type { BrowserRequest } from '../../src/fetch-model/request.js'
import { testWithPrograms } from '../support/programs.js'
import { PIXEL } from './answers.js'
import { DRIVERS, ENGINES, open } from './drivers/open.js'
import type { Engine } from './drivers/session.js'
import { type RawRequest, type RawResponse, startRawServer } from './raw-server.js'

/** What browsers take from their caches, and what `createBrowser` does. */

const TIMEOUT = 3 * 60_000
const PAGE = `<!doctype html><link rel="icon" href="data:,"><body><script>${readFileSync(new URL('./page/elements.js', import.meta.url), 'utf8')}</script>`

/** What is asked of a server, as far as the answer depends on it. */
interface Asked {
  readonly method: string
  readonly origin: string | undefined
  readonly condition: string | undefined
}

interface Step {
  /** What the page's script is told, with the URL. */
  readonly way: Readonly<Record<string, unknown>>
  readonly request: (origin: string, url: string) => BrowserRequest
  /** Milliseconds before it. */
  readonly after?: number
}

interface Scenario {
  readonly name: string
  readonly answer: (asked: Asked) => ServerResponse
  readonly steps: readonly Step[]
}

const IMAGE: Step = { way: { way: 'image' }, request: (origin, url) => imageRequest(origin, url) }
const CANVAS: Step = {
  way: { way: 'image', crossOrigin: 'anonymous' },
  request: (origin, url) => imageRequest(origin, url, 'anonymous'),
}
const GET: Step = { way: { way: 'fetch' }, request: (origin, url) => ({ origin, url }) }
const PUT: Step = { way: { way: 'fetch', method: 'PUT' }, request: (origin, url) => ({ origin, url, method: 'PUT' }) }
const POST: Step = {
  way: { way: 'fetch', method: 'POST' },
  request: (origin, url) => ({ origin, url, method: 'POST' }),
}

/** A server that grants CORS to whoever says Origin, and nothing to others. */
function careless(headers: Record<string, string>): Scenario['answer'] {
  return ({ origin, condition }) => ({
    status: condition !== undefined && condition === headers['ETag'] ? 304 : 200,
    headers: origin === undefined ? headers : { ...headers, 'Access-Control-Allow-Origin': origin },
  })
}

function preflighted(maxAge: string | undefined): Scenario['answer'] {
  return ({ origin }) => ({
    status: 200,
    headers: {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Methods': 'PUT',
      'Access-Control-Max-Age': maxAge,
      'Cache-Control': 'no-store',
    },
  })
}

const FRESH = 'max-age=600'

const SCENARIOS: readonly Scenario[] = [
  { name: 'image, then canvas, without Vary', answer: careless({ 'Cache-Control': FRESH }), steps: [IMAGE, CANVAS] },
  {
    name: 'image, then canvas, with Vary',
    answer: careless({ 'Cache-Control': FRESH, Vary: 'Origin' }),
    steps: [IMAGE, CANVAS],
  },
  {
    name: 'image, then canvas, with Vary and an ETag',
    answer: careless({ 'Cache-Control': FRESH, Vary: 'Origin', ETag: '"1"' }),
    steps: [IMAGE, CANVAS],
  },
  { name: 'fetch twice', answer: careless({ 'Cache-Control': FRESH }), steps: [GET, GET] },
  { name: 'fetch twice, no-store', answer: careless({ 'Cache-Control': 'no-store' }), steps: [GET, GET] },
  { name: 'fetch twice, no-cache', answer: careless({ 'Cache-Control': 'no-cache', ETag: '"1"' }), steps: [GET, GET] },
  { name: 'fetch twice, stale', answer: careless({ 'Cache-Control': 'max-age=0', ETag: '"1"' }), steps: [GET, GET] },
  {
    name: 'fetch twice, by heuristics',
    answer: careless({ 'Last-Modified': new Date(Date.now() - 1e9).toUTCString() }),
    steps: [GET, GET],
  },
  { name: 'a POST in between', answer: careless({ 'Cache-Control': FRESH }), steps: [GET, POST, GET] },
  { name: 'Vary: *', answer: careless({ 'Cache-Control': FRESH, Vary: '*' }), steps: [GET, GET] },
  { name: 'a preflight, remembered', answer: preflighted('600'), steps: [PUT, PUT] },
  { name: 'a preflight, not remembered', answer: preflighted('0'), steps: [PUT, PUT] },
  { name: 'a preflight, remembered by default', answer: preflighted(undefined), steps: [PUT, PUT] },
  { name: 'a preflight, expired', answer: preflighted('1'), steps: [PUT, { ...PUT, after: 1500 }] },
]

/** WebKit has no HTTP cache in an automated session; of it, the preflights' is compared. */
function scenariosFor(engine: Engine): readonly Scenario[] {
  return engine === 'webkit' ? SCENARIOS.filter(({ steps }) => steps.includes(PUT)) : SCENARIOS
}

for (const engine of ENGINES) {
  testWithPrograms(`caches of ${engine}`, DRIVERS[engine].programs, TIMEOUT, async (t) => {
    const arrived: string[] = []
    let current: Scenario['answer'] = () => ({ status: 404 })
    const page = await startRawServer(() => respond({ status: 200, headers: { 'Content-Type': 'text/html' } }, PAGE))
    const api = await startRawServer((request) => {
      const asked = readRequest(request)
      arrived.push(lineOf(asked))
      return respond(current(asked), PIXEL)
    })
    t.teardown(() => Promise.all([page.close(), api.close()]))
    const session = await open(engine)
    t.teardown(() => session.end())
    const origin = `http://127.0.0.1:${page.port}`
    for (const [i, { name, answer, steps }] of scenariosFor(engine).entries()) {
      const url = `http://127.0.0.1:${api.port}/${i}`
      const clock = { now: Date.now() }
      const browser = createBrowser({ engine, now: () => clock.now })
      const predicted: string[] = []
      const observed: string[] = []
      current = answer
      for (const { way, request, after = 0 } of steps) {
        await sleep(after)
        clock.now += after
        arrived.length = 0
        const seen = await session.exec<string>(`${origin}/?${i}`, 'return await run(arguments[0])', { ...way, url })
        observed.push([...arrived, seen].join(' '))
        const { outcome, sent } = browser.evaluate(request(origin, url), (outgoing) =>
          answer({
            method: outgoing.method,
            origin: getHeader(outgoing.headers, 'origin'),
            condition: getHeader(outgoing.headers, 'if-none-match'),
          }),
        )
        const lines = sent.map(({ method, headers }) =>
          lineOf({ method, origin: undefined, condition: getHeader(headers, 'if-none-match') }),
        )
        predicted.push([...lines, outcome].join(' '))
      }
      t.strictSame(observed, predicted, name)
    }
  })
}

function readRequest({ method, headers }: RawRequest): Asked {
  const named = (name: string) => headers.find(([line]) => line === name)?.[1]
  return { method, origin: named('origin'), condition: named('if-none-match') }
}

function lineOf({ method, condition }: Asked): string {
  return condition === undefined ? method : `${method}?`
}

function respond({ status, headers = {} }: ServerResponse, body: string): RawResponse {
  const lines = Object.entries(headers as Record<string, string | undefined>)
  const type = lines.some(([name]) => name === 'Content-Type') ? [] : [['Content-Type', 'image/png'] as const]
  return {
    status,
    headers: [
      ...lines.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
      ...type,
      ['Date', new Date().toUTCString()],
      ['Content-Length', String(status === 304 ? 0 : Buffer.byteLength(body, 'latin1'))],
    ],
    body,
  }
}
