import { checkPostgres, checkRedis, checkTenants } from '../examples/checks/data-origins.js'
import {
  checkDiagnostics,
  checkLiveReload,
  checkRoutePolicies,
  checkServerSentEvents,
} from '../examples/checks/fastify.js'
import { checkExpress, checkFetch, checkHono, checkHttp2, checkNodeHttp } from '../examples/checks/http.js'
import { checkWebSocket } from '../examples/checks/websocket.js'
import type { ExampleCheck } from './examples.js'

/** An example of an adapter, or of something to be done with one. */
export interface AdapterExample {
  readonly file: string
  /** The packages that it needs beside this one. */
  readonly needs: readonly string[]
  readonly check: ExampleCheck
}

/** They run from the repository, and once more from the packed package. */
export const ADAPTER_EXAMPLES: readonly AdapterExample[] = [
  { file: 'express.mjs', needs: ['express'], check: checkExpress },
  { file: 'node-http.mjs', needs: [], check: checkNodeHttp },
  { file: 'http2.mjs', needs: [], check: checkHttp2 },
  { file: 'fetch.mjs', needs: ['@hono/node-server', 'hono'], check: checkFetch },
  { file: 'hono.mjs', needs: ['@hono/node-server', 'hono'], check: checkHono },
  { file: 'route-policies.mjs', needs: ['fastify'], check: checkRoutePolicies },
  { file: 'live-reload.mjs', needs: ['fastify'], check: checkLiveReload },
  { file: 'websocket.mjs', needs: ['ws'], check: checkWebSocket },
  { file: 'server-sent-events.mjs', needs: ['fastify'], check: checkServerSentEvents },
  { file: 'tenants.mjs', needs: [], check: checkTenants },
  { file: 'data-origins-postgres.mjs', needs: ['pg'], check: checkPostgres },
  { file: 'data-origins-redis.mjs', needs: ['fastify', 'redis'], check: checkRedis },
  { file: 'diagnostics.mjs', needs: ['fastify'], check: checkDiagnostics },
]
