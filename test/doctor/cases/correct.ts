import { createServer } from 'node:http'
import fastifyCors from '@fastify/cors'
import expressCors from 'cors'
import express from 'express'
import Fastify from 'fastify'
import type { Test } from 'tap'
import { cors } from '../../../src/adapters/express.js'
import fastifyPolicy from '../../../src/adapters/fastify.js'
import { withCors } from '../../../src/adapters/node.js'
import { serve } from '../../support/serve.js'
import { startHaproxy, startNginx } from '../proxies.js'
import {
  API,
  APP,
  app,
  apps,
  type Case,
  fields,
  GET,
  GET_COOKIES,
  good,
  ORIGIN,
  PUT_COOKIES,
  PUT_JSON,
  type Reply,
} from './case.js'
import { startApache, startCaddy } from './programs.js'

const policy = { origins: [APP], methods: ['PUT'], headers: ['content-type'], credentials: true } as const
const json: express.RequestHandler = (_, response) => void response.json({})
const behind = (start: (t: Test, target: number) => Promise<number>) => async (t: Test) =>
  start(t, await serve(t, app(good)))
const fastify = (prepare: (app: ReturnType<typeof Fastify>) => Promise<unknown>) => async (t: Test) => {
  const app = Fastify()
  await prepare(app)
  app.route({ method: ['GET', 'PUT'], url: '/things', handler: async () => ({}) })
  t.teardown(() => app.close())
  await app.listen({ host: '127.0.0.1', port: 0 })
  return (app.server.address() as { port: number }).port
}
const everybody = (): Reply => [200, { [ORIGIN]: '*' }]
const NGINX_MAP = `map $http_origin $allowed { default ""; "${APP}" $http_origin; }`
const NGINX = `add_header ${ORIGIN} $allowed always; add_header Vary Origin always;
  location / { if ($request_method = OPTIONS) { add_header ${ORIGIN} $allowed always; add_header Vary Origin always;
    add_header Access-Control-Allow-Methods "PUT" always; add_header Access-Control-Allow-Headers "content-type" always; return 204; } return 200 ok; }`

const healthy = (name: string, start: Case['start'], ask: Case['ask'], more: Partial<Case> = {}): Case => ({
  name,
  start,
  ...(ask && { ask }),
  first: 'healthy',
  ...more,
})

/** Nothing is wrong with them, and nothing may be said to be. */
export const CORRECT: readonly Case[] = [
  healthy('by hand', apps(good), PUT_COOKIES, { also: ['local-network-access'] }),
  healthy('by hand, of another site', apps(good), PUT_COOKIES, { at: API }),
  healthy(
    'node, ours',
    (t) => serve(t, createServer(withCors(policy, (_, response) => void response.end('{}')))),
    PUT_COOKIES,
  ),
  healthy('Express, ours', (t) => serve(t, createServer(express().use(cors(policy), json))), PUT_COOKIES),
  healthy(
    'Fastify, ours',
    fastify((app) => app.register(fastifyPolicy, policy)),
    PUT_COOKIES,
  ),
  healthy(
    'Express with cors, a list',
    (t) => serve(t, createServer(express().use(expressCors({ origin: [APP] }), json))),
    PUT_JSON,
  ),
  healthy(
    'Fastify with @fastify/cors',
    fastify((app) => app.register(fastifyCors, { origin: [APP], methods: ['PUT', 'GET'] })),
    PUT_JSON,
  ),
  healthy('everybody', apps(everybody), GET),
  healthy(
    'everybody, from a CDN that has it in store',
    apps(() => [200, { [ORIGIN]: '*', Age: '60', 'X-Cache': 'HIT', Server: 'cloudflare' }]),
    GET,
  ),
  healthy(
    'one origin, whoever asks',
    apps(() => [200, { [ORIGIN]: APP }]),
    GET,
  ),
  healthy(
    'cookies of an app that logs in',
    apps((asked) => good(asked, { 'Set-Cookie': 'sid=1; SameSite=None; Secure' })),
    GET_COOKIES,
    { at: API },
  ),
  healthy(
    'nginx in front',
    behind((t, target) => startNginx(t, '', `location / { proxy_pass http://127.0.0.1:${target}; }`)),
    PUT_COOKIES,
    { programs: ['nginx'] },
  ),
  healthy('HAProxy in front', behind(startHaproxy), PUT_COOKIES, { programs: ['haproxy'] }),
  healthy(
    'Apache in front',
    behind((t, target) => startApache(t, `ProxyPass / http://127.0.0.1:${target}/`)),
    PUT_COOKIES,
    { programs: ['apache2'] },
  ),
  healthy(
    'Caddy in front',
    behind((t, target) => startCaddy(t, `reverse_proxy 127.0.0.1:${target}`)),
    PUT_COOKIES,
    { programs: ['caddy'] },
  ),
  healthy('nginx by itself', (t) => startNginx(t, NGINX_MAP, NGINX), PUT_JSON, { programs: ['nginx'] }),
  healthy(
    'a redirect within the server',
    apps((asked) =>
      asked.path === '/things' && asked.kind === 'actual'
        ? [302, fields(asked, [APP], { Location: '/x' })]
        : good(asked),
    ),
    GET,
  ),
  healthy(
    'Origin null is refused with 403',
    apps((asked) => (asked.origin === 'null' ? [403, { Vary: 'Origin' }] : good(asked))),
    PUT_COOKIES,
  ),
  healthy(
    'strangers get 403',
    apps((asked) => (asked.origin !== undefined && asked.origin !== APP ? [403, { Vary: 'Origin' }] : good(asked))),
    PUT_COOKIES,
  ),
  healthy(
    'a page of localhost, in development',
    apps(() => [200, { [ORIGIN]: 'http://localhost:3000', Vary: 'Origin' }]),
    { ...GET, origin: 'http://localhost:3000' },
  ),
  healthy(
    'the own origin',
    apps(() => [200]),
    GET,
    { at: `${APP}/things` },
  ),
  healthy(
    'an app in a shell',
    apps((asked) => [200, fields(asked, ['capacitor://localhost'])]),
    { ...GET, origin: 'capacitor://localhost' },
  ),
]
