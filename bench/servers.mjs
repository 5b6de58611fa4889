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

/** @returns {Promise<Record<string, Listener>>} */
export async function fastifyServers() {
  const route = async (/** @type {import('fastify').FastifyInstance} */ app) => {
    app.get('/', (_, reply) => {
      reply.send({ ok: true })
    })
  }
  return {
    bare: await fastify(async (app) => {
      await route(app)
      app.options('/', (_, reply) => {
        reply.code(204).send()
      })
    }),
    floor: await fastify(async (app) => {
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
    ours: await fastify(async (app) => {
      await app.register(fastifyCors, config)
      await route(app)
    }),
    'ours, 10,000 origins': await fastify(async (app) => {
      await app.register(fastifyCors, manyOrigins)
      await route(app)
    }),
    '@fastify/cors': await fastify(async (app) => {
      await app.register(fastifyPeer, peerOptions)
      await route(app)
    }),
  }
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

/** @returns {Record<string, Listener>} */
export function nodeServers() {
  /** @type {Listener} */
  const handler = (request, response) =>
    request.method === 'OPTIONS'
      ? response.writeHead(204).end()
      : response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': BODY.length }).end(BODY)
  const peerMiddleware = peer(peerOptions)
  return {
    bare: handler,
    floor: (request, response) => {
      const allowed = request.headers.origin === APP
      response.setHeader('Vary', 'Origin')
      if (request.method === 'OPTIONS') {
        if (allowed) for (const [name, value] of Object.entries(PREFLIGHT)) response.setHeader(name, value)
        response.writeHead(allowed ? 204 : 403).end()
      } else {
        if (allowed) for (const [name, value] of Object.entries(ACTUAL)) response.setHeader(name, value)
        handler(request, response)
      }
    },
    ours: withCors(config, handler),
    'ours, 10,000 origins': withCors(manyOrigins, handler),
    cors: (request, response) => peerMiddleware(request, response, () => handler(request, response)),
  }
}
