import { createServer, type RequestListener } from 'node:http'
import fastifyCors from '@fastify/cors'
import expressCors from 'cors'
import express from 'express'
import Fastify from 'fastify'
import type { Test } from 'tap'
import { cors } from '../../src/adapters/express.js'
import fastifyPolicy from '../../src/adapters/fastify.js'
import { withCors } from '../../src/adapters/node.js'
import type { FindingCode } from '../../src/doctor/finding.js'
import { exchange } from '../support/exchange.js'
import { serve } from '../support/serve.js'
import { fields, type Reply, app as serverOf } from './cases/case.js'
import { startStarlette } from './cases/programs.js'
import { startHaproxy, startNginx } from './proxies.js'

const APP = 'https://app.example.com'
const GALLERY = 'https://gallery.example.com'
const SHOP = 'https://shop.example.com'
const ONRENDER = 'https://shop.onrender.com'
const UNAVAILABLE = '<title>503 Service Temporarily Unavailable</title>'
const NOT_FOUND = '{"message":"Not Found"}'

/** Something that happened to people, with the real programs. */
export interface Story {
  /** In the field guide, what its output is called. */
  readonly name: string
  readonly programs: readonly string[]
  /** Starts everything. @returns the port to ask */
  readonly start: (t: Test) => Promise<number>
  /** The URL in the guide, in place of 127.0.0.1. */
  readonly url: string
  readonly args: readonly string[]
  /** The findings that are more than a note. None: healthy. */
  readonly findings: readonly FindingCode[]
}

const PUT_JSON = ['--origin', APP, '--method', 'PUT', '--header', 'content-type']
const THINGS = 'https://api.example.com/things'
const LOGO = 'https://images.example.com/logo.png'

/** An image service that says what it allows, and not that it depends on who asks. */
const images: RequestListener = (request, response) => {
  response.setHeader('Content-Type', 'image/png')
  if (request.headers.origin === GALLERY) response.setHeader('Access-Control-Allow-Origin', GALLERY)
  response.end('PNG')
}

/** nginx that caches, in front of an image service; somebody has looked at the picture with an <img>. */
async function startCdn(t: Test, service: RequestListener): Promise<number> {
  const target = await serve(t, createServer(service))
  const cache = `proxy_pass http://127.0.0.1:${target}; proxy_cache cdn; proxy_cache_valid 200 404 10m;`
  const zone = 'proxy_cache_path {folder}/cache keys_zone=cdn:1m;'
  const port = await startNginx(t, zone, `location / { ${cache} add_header X-Cache $upstream_cache_status always; }`)
  await exchange(`http://127.0.0.1:${port}/logo.png`)
  return port
}

const policy = { origins: [APP], methods: ['PUT'], headers: ['content-type'], credentials: true } as const

/** An app with a policy of ours, which is right. */
const things = withCors(policy, (_, response) => {
  response.setHeader('Content-Type', 'application/json')
  response.end('{}')
})

const startGateway = async (t: Test, lines: string) => {
  const target = await serve(t, createServer(things))
  return startNginx(t, '', `location / { proxy_pass http://127.0.0.1:${target}; ${lines} }`)
}

/** HAProxy in front of an app, which closes the connection at OPTIONS unless it is fixed. */
const startBalanced = async (t: Test, isFixed: boolean) => {
  const target = await serve(
    t,
    createServer((request, response) => {
      if (request.method === 'OPTIONS' && !isFixed) request.socket.destroy()
      else things(request, response)
    }),
  )
  return startHaproxy(t, target)
}

const startExpress = (prepare: (app: express.Express) => void) => (t: Test) => {
  const app = express()
  prepare(app)
  return serve(t, createServer(app))
}

const startFastify = (prepare: (app: ReturnType<typeof Fastify>) => Promise<unknown>) => async (t: Test) => {
  const app = Fastify()
  await prepare(app)
  app.route({ method: ['GET', 'PUT'], url: '/things', handler: async () => ({}) })
  t.teardown(() => app.close())
  await app.listen({ host: '127.0.0.1', port: 0 })
  return (app.server.address() as { port: number }).port
}

const WITHOUT_CREDENTIALS = { url: THINGS, args: PUT_JSON, programs: [] }
const WITH_CREDENTIALS = { url: THINGS, args: [...PUT_JSON, '--credentials'], programs: [] }
const json: express.RequestHandler = (_, response) => void response.json({})

export const STORIES: readonly Story[] = [
  {
    name: 'canvas',
    programs: ['nginx'],
    start: (t) => startCdn(t, images),
    url: LOGO,
    args: ['--origin', GALLERY],
    findings: ['cached-without-cors'],
  },
  {
    name: 'canvas, fixed',
    programs: ['nginx'],
    start: (t) =>
      startCdn(
        t,
        withCors({ origins: [GALLERY] }, (_, response) => void response.end('PNG')),
      ),
    url: LOGO,
    args: ['--origin', GALLERY],
    findings: [],
  },
  {
    name: '502',
    programs: ['haproxy'],
    start: (t) => startBalanced(t, false),
    ...{ url: THINGS, args: PUT_JSON },
    findings: ['preflight-server-error'],
  },
  {
    name: '502, fixed',
    programs: ['haproxy'],
    start: (t) => startBalanced(t, true),
    ...{ url: THINGS, args: PUT_JSON },
    findings: [],
  },
  {
    name: 'two layers',
    programs: ['nginx'],
    start: (t) => startGateway(t, `add_header Access-Control-Allow-Origin ${APP} always;`),
    ...{ url: THINGS, args: PUT_JSON },
    findings: ['allow-origin-doubled'],
  },
  {
    name: 'two layers, fixed',
    programs: ['nginx'],
    start: (t) => startGateway(t, ''),
    ...{ url: THINGS, args: PUT_JSON },
    findings: [],
  },
  {
    name: 'Express: cors on the route alone',
    start: startExpress((app) => app.put('/things', expressCors({ origin: APP }), json)),
    ...WITHOUT_CREDENTIALS,
    findings: ['allow-origin-missing', 'method-not-sent'],
  },
  {
    name: 'Express: origin: true',
    start: startExpress((app) => app.use(expressCors({ origin: true, credentials: true }), json)),
    ...WITH_CREDENTIALS,
    findings: ['origin-reflected'],
  },
  {
    name: 'Express: a slash',
    start: startExpress((app) => app.use(expressCors({ origin: `${APP}/` }), json)),
    ...WITHOUT_CREDENTIALS,
    findings: ['allow-origin-trailing-slash'],
  },
  {
    name: 'Express: authentication first',
    start: startExpress((app) => {
      app.use((_, response) => void response.status(401).set('WWW-Authenticate', 'Bearer').end())
      app.use(expressCors({ origin: APP }), json)
    }),
    url: THINGS,
    args: [...PUT_JSON, '--header', 'authorization'],
    programs: [],
    findings: ['preflight-unauthorized'],
  },
  {
    name: 'Fastify: methods of old',
    start: startFastify((app) => app.register(fastifyCors, { origin: APP })),
    ...WITHOUT_CREDENTIALS,
    findings: ['method-not-covered'],
  },
  {
    name: 'Fastify: * with credentials',
    start: startFastify((app) =>
      app.register(fastifyCors, { origin: '*', credentials: true, methods: ['PUT'], allowedHeaders: ['content-type'] }),
    ),
    ...WITH_CREDENTIALS,
    findings: ['allow-origin-wildcard-credentials'],
  },
  {
    name: 'Fastify: endsWith',
    start: startFastify((app) => app.register(fastifyCors, { origin: /example\.com$/, methods: ['PUT'] })),
    ...WITHOUT_CREDENTIALS,
    findings: ['near-miss-accepted', 'scheme-not-checked'],
  },
  {
    name: 'a bucket',
    start: (t) =>
      serve(
        t,
        serverOf(({ origin }): Reply => {
          const cors = origin === undefined ? {} : { 'Access-Control-Allow-Origin': '*', Vary: 'Origin' }
          const stored = { ETag: '"1"', 'Last-Modified': 'Thu, 01 Jan 2026 00:00:00 GMT' }
          return [200, { 'Content-Type': 'image/png', Server: 'AmazonS3', ...stored, ...cors }]
        }),
      ),
    url: 'https://images.example.com/logo.png',
    args: ['--origin', GALLERY],
    programs: [],
    findings: ['cacheable-without-cors'],
  },
  {
    name: 'no target is healthy',
    start: (t) =>
      serve(
        t,
        serverOf(() => [503, { Server: 'awselb/2.0', 'Content-Type': 'text/html' }, UNAVAILABLE]),
      ),
    ...WITHOUT_CREDENTIALS,
    findings: ['server-failing'],
  },
  {
    name: 'the shop',
    programs: ['haproxy'],
    start: async (t) => {
      // The app behind the load balancer sees plain http, and takes the scheme of the request for the page's.
      const shop = serverOf((asked) => {
        const origin = asked.origin === SHOP ? { 'Access-Control-Allow-Origin': 'http://shop.example.com' } : {}
        const cors = { ...fields(asked, [SHOP]), ...origin }
        return [asked.kind === 'preflight' ? 204 : 200, { ...cors, 'Set-Cookie': 'cart=1; Secure; SameSite=Lax' }]
      })
      return startHaproxy(t, await serve(t, shop))
    },
    url: 'https://api.example.com/cart',
    args: ['--origin', SHOP, '--credentials'],
    findings: ['allow-origin-scheme'],
  },
  {
    name: 'an HTTP API without CORS',
    start: (t) =>
      serve(
        t,
        serverOf(({ kind }) =>
          kind === 'preflight' ? [404, { 'apigw-requestid': 'a=' }, NOT_FOUND] : [200, { 'apigw-requestid': 'a=' }],
        ),
      ),
    ...WITHOUT_CREDENTIALS,
    findings: ['preflight-not-found', 'allow-origin-missing'],
  },
  {
    name: 'FastAPI: an origin that is not listed',
    programs: ['uvicorn'],
    start: (t) =>
      startStarlette(t, { allow_origins: ['https://www.example.com'], allow_methods: ['*'], allow_headers: ['*'] }),
    ...{ url: THINGS, args: PUT_JSON },
    findings: ['origin-rejected'],
  },
  {
    name: 'an expired session',
    start: (t) =>
      serve(
        t,
        serverOf(() => [302, { Location: '/login?next=%2Fthings' }]),
      ),
    url: THINGS,
    args: ['--origin', APP],
    programs: [],
    findings: ['login-redirect'],
  },
  {
    name: 'mixed content',
    start: (t) => serve(t, createServer(things)),
    url: 'http://api.example.com/things',
    args: ['--origin', APP],
    programs: [],
    findings: ['mixed-content'],
  },
  {
    name: 'two instances',
    start: (t) =>
      serve(
        t,
        serverOf((asked) => [200, asked.count % 2 === 0 ? fields(asked) : {}]),
      ),
    url: THINGS,
    args: ['--origin', APP],
    programs: [],
    findings: ['instances-differ'],
  },
  {
    name: 'a cookie between two names of one host',
    start: (t) =>
      serve(
        t,
        serverOf((asked) => [200, fields(asked, [ONRENDER], { 'Set-Cookie': 'sid=1; SameSite=Lax; Secure' })]),
      ),
    url: 'https://shop-api.onrender.com/login',
    args: ['--origin', ONRENDER, '--credentials'],
    programs: [],
    findings: ['cookie-not-cross-site'],
  },
  {
    name: 'node, ours',
    start: (t) => serve(t, createServer(things)),
    ...WITH_CREDENTIALS,
    findings: [],
  },
  {
    name: 'Express, ours',
    start: startExpress((app) => app.use(cors(policy), json)),
    ...WITH_CREDENTIALS,
    findings: [],
  },
  {
    name: 'Fastify, ours',
    start: startFastify((app) => app.register(fastifyPolicy, policy)),
    ...WITH_CREDENTIALS,
    findings: [],
  },
]
