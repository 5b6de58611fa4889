import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import fastifyCors from '@fastify/cors'
import cors from 'cors'
import express from 'express'
import Fastify from 'fastify'
import t, { type Test } from 'tap'
import type { CorsConfig } from '../../src/config/types.js'
import { CorsConversionError } from '../../src/interop/conversion-error.js'
import { fromExpressCors } from '../../src/interop/from-express-cors.js'
import { fromFastifyCors } from '../../src/interop/from-fastify-cors.js'
import type { Imported } from '../../src/interop/note.js'
import { compilePolicy } from '../../src/policy/compile-policy.js'
import { send } from '../support/client.js'

/**
 * What an option means, the peer says: it is run with each value, `undefined` among them, and the policy that the
 * conversion makes may let a browser do nothing that the peer does not.
 */

const ORIGINS = ['https://a.test', 'https://b.test']
const METHODS = ['POST', 'PUT']
const HEADERS = ['', 'x-id']
const VALUES: readonly unknown[] = [
  undefined,
  null,
  '',
  0,
  false,
  true,
  5,
  'https://a.test',
  '*',
  'x-id',
  'PUT',
  [],
  ['*'],
]

interface Answer {
  readonly status: number
  readonly fields: Readonly<Record<string, string>>
}

type Ask = (method: string, headers: Record<string, string>) => Promise<Answer>

/** The CORS check, with credentials or without: https://fetch.spec.whatwg.org/#concept-cors-check. */
function passesCheck({ fields }: Answer, origin: string, credentials: boolean): boolean {
  const allowed = fields['access-control-allow-origin']
  if (!credentials && allowed === '*') return true
  return allowed === origin && (!credentials || fields['access-control-allow-credentials'] === 'true')
}

function lists(field: string | undefined, name: string, credentials: boolean): boolean {
  const names = (field ?? '').split(',').map((text) => text.trim().toLowerCase())
  return names.includes(name.toLowerCase()) || (!credentials && names.includes('*') && name !== 'authorization')
}

/** What a browser lets a page do: https://fetch.spec.whatwg.org/#cors-preflight-fetch. */
async function allowedBy(ask: Ask): Promise<readonly string[]> {
  const allowed: string[] = []
  for (const origin of ORIGINS) {
    for (const method of METHODS) {
      for (const header of HEADERS) {
        const needsPreflight = !['GET', 'POST'].includes(method) || header !== ''
        const asked = { origin, 'access-control-request-method': method }
        const preflight = await ask(
          'OPTIONS',
          header === '' ? asked : { ...asked, 'access-control-request-headers': header },
        )
        const actual = await ask(method, header === '' ? { origin } : { origin, [header]: 'x' })
        for (const credentials of [false, true]) {
          const { status, fields } = preflight
          const mayMethod =
            ['GET', 'POST'].includes(method) || lists(fields['access-control-allow-methods'], method, credentials)
          const mayHeader = header === '' || lists(fields['access-control-allow-headers'], header, credentials)
          const isOk =
            status >= 200 && status <= 299 && passesCheck(preflight, origin, credentials) && mayMethod && mayHeader
          if ((needsPreflight && !isOk) || !passesCheck(actual, origin, credentials)) continue
          const readable = lists(actual.fields['access-control-expose-headers'], 'x-id', credentials)
          allowed.push(
            `${origin} ${method} ${header} ${credentials}`,
            ...(readable ? [`${origin} reads x-id ${credentials}`] : []),
          )
        }
      }
    }
  }
  return [...new Set(allowed)].sort()
}

function ofPolicy(config: CorsConfig): Ask {
  const policy = compilePolicy(config)
  return async (method, headers) => {
    const decision = policy.decide({
      method,
      origin: headers['origin'],
      requestMethod: headers['access-control-request-method'],
      requestHeaders: headers['access-control-request-headers'],
      fetchSite: undefined,
      host: undefined,
    })
    const entries = Object.entries(decision.headers).map(([name, value]) => [name.toLowerCase(), value])
    return { status: decision.status ?? 200, fields: Object.fromEntries(entries) }
  }
}

function ofPort(port: number): Ask {
  return async (method, headers) => {
    const { status, lines } = await send({ protocol: 'http', port }, { method, path: '/', headers })
    return { status, fields: Object.fromEntries(lines) }
  }
}

/** Undefined if the peer does not start. */
type Start = (t: Test, options: object) => Promise<Ask | undefined>

const startExpress: Start = async (t, options) => {
  const app = express()
  app.set('env', 'test')
  app.use(cors(options as cors.CorsOptions))
  app.all('/', (_, response) => response.send('ok'))
  app.use((_error: unknown, _request: unknown, response: { sendStatus(status: number): void }, _next: unknown) => {
    response.sendStatus(500)
  })
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  return ofPort((server.address() as AddressInfo).port)
}

const startFastify: Start = async (t, options) => {
  const app = Fastify()
  t.teardown(() => app.close())
  try {
    await app.register(fastifyCors, options)
    app.all('/', async () => 'ok')
    await app.listen({ port: 0, host: '127.0.0.1' })
  } catch {
    return undefined
  }
  return ofPort((app.server.address() as AddressInfo).port)
}

const OPTIONS = [
  'origin',
  'methods',
  'allowedHeaders',
  'exposedHeaders',
  'credentials',
  'maxAge',
  'optionsSuccessStatus',
]
const PEERS: Record<string, { start: Start; from: (options: unknown) => Imported; options: readonly string[] }> = {
  cors: { start: startExpress, from: fromExpressCors, options: [...OPTIONS, 'headers', 'preflightContinue'] },
  '@fastify/cors': {
    start: startFastify,
    from: fromFastifyCors,
    options: [...OPTIONS, 'preflight', 'strictPreflight', 'hook', 'hideOptionsRoute', 'cacheControl', 'logLevel'],
  },
}

t.setTimeout(300_000)

for (const [name, { start, from, options }] of Object.entries(PEERS)) {
  t.test(`${name}: no value of an option lets a browser do more`, async (t) => {
    let converted = 0
    let same = 0
    for (const option of options) {
      for (const value of VALUES) {
        for (const base of [{ origin: 'https://a.test', credentials: true }, { origin: ['https://a.test'] }]) {
          const document = { ...base, [option]: value }
          const shown = inspect(document)
          let imported: Imported
          try {
            imported = from(document)
          } catch (error) {
            t.ok(error instanceof CorsConversionError, shown)
            continue
          }
          converted++
          const ask = await start(t, document)
          const allowed = await allowedBy(ofPolicy(imported.config))
          const peers = ask === undefined ? [] : await allowedBy(ask)
          // A policy answers preflights where the peer passes them on, which is a note.
          const isContinued = imported.notes.some(({ code }) => code === 'preflight-differs')
          const more = allowed.filter((text) => !peers.includes(text) && !isContinued)
          t.strictSame(more, [], `${shown} allows more`)
          if (JSON.stringify(allowed) === JSON.stringify(peers)) same++
        }
      }
    }
    t.ok(converted > 60, `${converted} converted`)
    t.ok(same > converted * 0.8, `${same} of ${converted} are the same`)
  })
}
