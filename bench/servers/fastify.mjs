// @ts-check
import peer from '@fastify/cors'
import cors from 'cors-policy/fastify'
import Fastify from 'fastify'
import { ACTUAL, APP, config, manyOrigins, PREFLIGHT, peerOptions } from './headers.mjs'

/** @param {import('fastify').FastifyInstance} app */
function addRoute(app) {
  app.get('/', (_, reply) => {
    reply.send({ ok: true })
  })
}

/**
 * @param {(app: import('fastify').FastifyInstance) => unknown} build
 * @returns {Promise<import('./index.mjs').Listener>}
 */
async function fastify(build) {
  const app = Fastify()
  await build(app)
  await app.ready()
  return (request, response) => app.routing(request, response)
}

/** @param {any} plugin @param {object} options */
function fastifyWith(plugin, options) {
  return fastify(async (app) => {
    await app.register(plugin, options)
    addRoute(app)
  })
}

export const contestants = {
  bare: () =>
    fastify((app) => {
      addRoute(app)
      app.options('/', (_, reply) => {
        reply.code(204).send()
      })
    }),
  floor: () =>
    fastify((app) => {
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
  ours: () => fastifyWith(cors, config),
  'ours, 10,000 origins': () => fastifyWith(cors, manyOrigins),
  '@fastify/cors': () => fastifyWith(peer, peerOptions),
}
