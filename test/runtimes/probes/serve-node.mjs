// The Node adapters on real sockets. Prints where the servers listen.
import { readFileSync } from 'node:fs'
import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import process from 'node:process'
import { Readable } from 'node:stream'
import { cors } from 'cors-policy/express'
import fastifyCors from 'cors-policy/fastify'
import { withCors } from 'cors-policy/node'
import express from 'express'
import express4 from 'express4'
import Fastify from 'fastify'
import { makeApp } from './app.mjs'
import { WAYS } from './ways.mjs'

/** @typedef {(request: http.IncomingMessage, response: http.ServerResponse) => unknown} Listener */
/** @typedef {(request: http2.Http2ServerRequest, response: http2.Http2ServerResponse) => unknown} Http2Listener */
/** @typedef {import('node:net').Server} Server */

/** @type {import('../probe-input.js').ProbeInput} */
const input = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const { config, behaviours, certificate } = input.node

/** @returns {Listener} */
function nodeListener() {
  const behaviourOf = makeApp(behaviours)
  return withCors(config, async (request, response) => {
    const behaviour = behaviourOf(String(request.url))
    if (behaviour === undefined) response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found')
    else if (behaviour === 'stream') Readable.from(['a', 'b']).pipe(response)
    else if (typeof behaviour === 'string') {
      response.statusCode = 500
      response.end('broken')
    } else response.writeHead(behaviour.status, behaviour.headers).end(behaviour.body)
  })
}

/** @param {http.IncomingMessage} request */
function wayOf({ url }) {
  return WAYS[String(url).slice(1)] ?? ((/** @type {http.ServerResponse} */ response) => response.writeHead(404).end())
}

/** http2's compatible API has all of node:http's that is used here. */
function http2Listener() {
  return /** @type {Http2Listener} */ (/** @type {unknown} */ (nodeListener()))
}

/** @param {typeof express} framework */
function expressApp(framework) {
  const behaviourOf = makeApp(behaviours)
  const app = framework()
  app.set('env', 'test')
  app.use(cors(config))
  app.use((request, response, next) => {
    const behaviour = behaviourOf(request.path)
    if (behaviour === undefined) next()
    else if (behaviour === 'stream') Readable.from(['a', 'b']).pipe(response)
    else if (behaviour === 'throws-later') setImmediate(() => next(new Error('broken')))
    else if (typeof behaviour === 'string') throw new Error('broken')
    else response.set(behaviour.headers).status(behaviour.status).send(behaviour.body)
  })
  return app
}

/**
 * @param {import('fastify').FastifyInstance} app
 * @returns {Promise<Server>}
 */
async function fastifyServer(app) {
  const behaviourOf = makeApp(behaviours)
  await app.register(fastifyCors, config)
  for (const path of [...Object.keys(behaviours), '/throws', '/throws-later', '/stream', '/runs']) {
    app.all(path, async (_request, reply) => {
      const behaviour = behaviourOf(path)
      if (behaviour === 'stream') return Readable.from(['a', 'b'])
      if (behaviour === 'throws-later') await new Promise(setImmediate)
      if (behaviour === undefined || typeof behaviour === 'string') throw new Error('broken')
      return reply.code(behaviour.status).headers(behaviour.headers).send(behaviour.body)
    })
  }
  await app.listen({ host: '127.0.0.1', port: 0 })
  return app.server
}

/**
 * @param {Server} server
 * @returns {Promise<Server>}
 */
async function listening(server) {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  return server
}

const overHttp2 = /** @type {import('fastify').FastifyInstance} */ (/** @type {unknown} */ (Fastify({ http2: true })))
const secureHttp2 = await listening(http2.createSecureServer({ ...certificate, allowHTTP1: true }, http2Listener()))
/** @type {Record<string, [protocol: string, server: Server]>} */
const servers = {
  'node:http': ['http', await listening(http.createServer(nodeListener()))],
  ways: ['http', await listening(http.createServer(withCors(config, (request, response) => wayOf(request)(response))))],
  'node:https': ['https', await listening(https.createServer(certificate, nodeListener()))],
  'node:http2': ['h2c', await listening(http2.createServer(http2Listener()))],
  'node:http2, secure': ['h2', secureHttp2],
  'node:http2, spoken to in HTTP/1.1': ['https', secureHttp2],
  'Express 5': ['http', await listening(http.createServer(expressApp(express)))],
  'Express 4': ['http', await listening(http.createServer(expressApp(express4)))],
  Fastify: ['http', await fastifyServer(Fastify())],
  'Fastify over HTTP/2': ['h2c', await fastifyServer(overHttp2)],
}
const addresses = Object.entries(servers).map(([name, [protocol, server]]) => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return [name, { protocol, port }]
})
console.log(JSON.stringify(Object.fromEntries(addresses)))
