// @ts-check
import fastifyPeer from '@fastify/cors'
import peer from 'cors'
import fastifyCors from 'cors-policy/fastify'
import { withCors } from 'cors-policy/node'
import Fastify from 'fastify'

/**
 * The same small API with each contestant in front: nothing (`bare`), headers written by hand (`floor`), this library
 * (`ours`, and with ten thousand origins), and the peer that people use there.
 *
 * @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown} Listener
 */

const APP = 'https://app.example.com'
const BODY = JSON.stringify({ ok: true })

/** @type {import('cors-policy').CorsConfig} */
const config = {
  origins: [APP, 'https://admin.example.com', 'https://www.example.com'],
  methods: ['PUT', 'PATCH', 'DELETE'],
  headers: ['content-type', 'authorization'],
  exposeHeaders: ['x-total'],
  credentials: true,
  maxAge: 600,
}

/** @type {import('cors-policy').CorsConfig} */
const manyOrigins = {
  ...config,
  origins: [APP, ...Array.from({ length: 10_000 }, (_, i) => /** @type {const} */ (`https://site-${i}.example.com`))],
}

const peerOptions = {
  origin: [APP, 'https://admin.example.com', 'https://www.example.com'],
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowedHeaders: ['content-type', 'authorization'],
  exposedHeaders: ['x-total'],
  credentials: true,
  maxAge: 600,
}

const ACTUAL = {
  'access-control-allow-origin': APP,
  'access-control-allow-credentials': 'true',
  'access-control-expose-headers': 'x-total',
}
const PREFLIGHT = {
  'access-control-allow-origin': APP,
  'access-control-allow-credentials': 'true',
  'access-control-allow-methods': 'PUT, PATCH, DELETE',
  'access-control-allow-headers': 'content-type, authorization',
  'access-control-max-age': '600',
}

/** @param {import('fastify').FastifyInstance} app */
function addRoute(app) {
  app.get('/', (_, reply) => {
    reply.send({ ok: true })
  })
}

const fastifyServers = {
  bare: () =>
    fastify(async (app) => {
      addRoute(app)
      app.options('/', (_, reply) => {
        reply.code(204).send()
      })
    }),
  floor: () =>
    fastify(async (app) => {
      app.get('/', (request, reply) => {
        reply.header('vary', 'Origin')
        if (request.headers.origin === APP) reply.headers(ACTUAL)
        reply.send({ ok: true })
      })
      app.options('/', (request, reply) => {
        reply.header('vary', 'Origin')
        if (request.headers.origin === APP) reply.headers(PREFLIGHT).code(204).send()
        else reply.code(403).send()
      })
    }),
  ours: () => fastifyWith(fastifyCors, config),
  'ours, 10,000 origins': () => fastifyWith(fastifyCors, manyOrigins),
  '@fastify/cors': () => fastifyWith(fastifyPeer, peerOptions),
}

/** @param {import('fastify').FastifyPluginCallback<any> | import('fastify').FastifyPluginAsync<any>} plugin @param {object} options */
function fastifyWith(plugin, options) {
  return fastify(async (app) => {
    await app.register(/** @type {import('fastify').FastifyPluginAsync<any>} */ (plugin), options)
    addRoute(app)
  })
}

/**
 * @param {(app: import('fastify').FastifyInstance) => Promise<void>} build
 * @returns {Promise<Listener>}
 */
async function fastify(build) {
  const app = Fastify()
  await build(app)
  await app.ready()
  return (request, response) => app.routing(request, response)
}

/** @type {Listener} */
function handler(request, response) {
  return request.method === 'OPTIONS'
    ? response.writeHead(204).end()
    : response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': BODY.length }).end(BODY)
}

/** @type {Record<string, () => Listener>} */
const nodeServers = {
  bare: () => handler,
  floor: () => (request, response) => {
    const allowed = request.headers.origin === APP
    response.setHeader('Vary', 'Origin')
    if (request.method === 'OPTIONS') {
      if (allowed) for (const name in PREFLIGHT) response.setHeader(name, Reflect.get(PREFLIGHT, name))
      response.writeHead(allowed ? 204 : 403).end()
    } else {
      if (allowed) for (const name in ACTUAL) response.setHeader(name, Reflect.get(ACTUAL, name))
      handler(request, response)
    }
  },
  ours: () => withCors(config, handler),
  'ours, 10,000 origins': () => withCors(manyOrigins, handler),
  cors: () => {
    const middleware = peer(peerOptions)
    return (request, response) => middleware(request, response, () => handler(request, response))
  },
}

/** @type {Record<string, Record<string, () => Listener | Promise<Listener>>>} */
export const servers = { Fastify: fastifyServers, 'node:http': nodeServers }
