// @ts-check
import * as express from './express.mjs'
import * as fastify from './fastify.mjs'
import * as h3 from './h3.mjs'
import * as hono from './hono.mjs'
import * as koa from './koa.mjs'
import * as node from './node.mjs'

/**
 * On each framework the same small API, with each contestant in front: nothing (`bare`), the same headers written by
 * hand (`floor`), this library (`ours`, and with ten thousand origins), and the peer that people use there.
 *
 * @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => unknown} Listener
 * @typedef {(request: Request) => Response | Promise<Response>} FetchHandler
 * @typedef {Record<string, () => Listener | Promise<Listener>>} Contestants
 */

/** @type {Record<string, Contestants>} */
export const nodeServers = {
  Fastify: fastify.contestants,
  'node:http': node.contestants,
  Express: express.contestants,
  Koa: koa.contestants,
}

/** @type {Record<string, Record<string, () => FetchHandler>>} */
export const fetchServers = { Hono: hono.contestants, H3: h3.contestants }

export const FLOOR = 'floor'
export const OURS = 'ours'
export const BARE = 'bare'

/** The contestants that are not ours, nor what all are measured by. @param {string} framework */
export function peersOf(framework) {
  const names = Object.keys(nodeServers[framework] ?? fetchServers[framework] ?? {})
  return names.filter((name) => name !== BARE && name !== FLOOR && !name.startsWith(OURS))
}
