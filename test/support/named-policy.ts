import Fastify, { type FastifyInstance, type FastifyServerOptions, type RouteOptions } from 'fastify'
import type { Test } from 'tap'
import cors from '../../src/adapters/fastify.js'
import type { CorsConfig } from '../../src/index.js'
import { APP } from './policy.js'

/**
 * Which policy does a preflight get? That of the request which it asks about. So that it shows, a policy says its name
 * in what it allows and exposes.
 */

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export function named(name: string): CorsConfig {
  return { origins: '*', headers: [`x-${name}`], exposeHeaders: [`x-${name}`] }
}

/** The names of the policies that answer a request and its preflight, undefined for none, and whether a route took it. */
export async function policiesOf(app: FastifyInstance, method: Method, url: string, host = 'localhost') {
  const headers = { host, origin: APP }
  const actual = await app.inject({ method, url, headers })
  const asking = { ...headers, 'access-control-request-method': method }
  const preflight = await app.inject({ method: 'OPTIONS', url, headers: asking })
  return {
    actual: nameIn(actual.headers['access-control-expose-headers']),
    preflight: nameIn(preflight.headers['access-control-allow-headers']),
    found: actual.statusCode === 200,
    status: preflight.statusCode,
  }
}

export type Declare = (app: FastifyInstance) => unknown

/** An app with a policy called `scope`. */
export async function start(declare: Declare, options: FastifyServerOptions = {}): Promise<FastifyInstance> {
  const app = Fastify(options)
  await app.register(cors, named('scope'))
  await declare(app)
  await app.ready()
  return app
}

/** Declares a route, with a policy of that name or with that of its scope. */
export function route(
  app: FastifyInstance,
  method: string | string[],
  url: string,
  name?: string,
  constraints?: Readonly<Record<string, unknown>>,
): void {
  const options = { method, url, handler: async () => 'here' } as RouteOptions
  if (name !== undefined) options.config = { cors: named(name) }
  if (constraints !== undefined) options.constraints = { ...constraints }
  app.route(options)
}

/** A request, and the name of the policy that is to answer it and its preflight. */
export type Ask = readonly [method: Method, url: string, name: string | undefined, host?: string]

export async function check(t: Test, app: FastifyInstance, asks: readonly Ask[], label = ''): Promise<void> {
  for (const [method, url, name, host] of asks) {
    const { actual, preflight, status } = await policiesOf(app, method, url, host)
    const what = [label, method, url, host].filter(Boolean).join(' ')
    t.strictSame({ preflight, actual }, { preflight: name, actual: name }, what)
    if (name !== undefined) t.equal(status, 204, what)
  }
}

function nameIn(field: unknown): string | undefined {
  return typeof field === 'string' ? field.replace('x-', '') : undefined
}
