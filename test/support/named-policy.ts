import type { FastifyInstance } from 'fastify'
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

function nameIn(field: unknown): string | undefined {
  return typeof field === 'string' ? field.replace('x-', '') : undefined
}
