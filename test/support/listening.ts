import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Test } from 'tap'
import { type Address, type ClientRequest, type ClientResponse, connect } from './client.js'
import { fieldsOf } from './fields-of.js'
import { APP, asking, EVIL, type Fields, NONE } from './policy.js'

/** A Fastify app that listens on a real socket for as long as a test runs, and a client of it. */
export interface Listening {
  readonly address: Address
  /** Sends a request, by default GET from the allowed origin. */
  ask(request: Partial<ClientRequest>): Promise<ClientResponse>
  /** Sends a preflight. */
  preflight(path: string, method?: string, origin?: string): Promise<ClientResponse>
  /** Asks, and checks the status and every CORS field. */
  expect(request: Partial<ClientRequest>, status: number, fields: Fields, name?: string): Promise<ClientResponse>
  /** Checks what an allowed origin gets, what another one does, and what a request without Origin does. */
  expectAll(request: Partial<ClientRequest>, status: number, allowed: Fields, name?: string): Promise<ClientResponse>
}

export async function listening(
  t: Test,
  app: FastifyInstance,
  protocol: Address['protocol'] = 'http',
): Promise<Listening> {
  await app.listen({ host: '127.0.0.1', port: 0 })
  const address = { protocol, port: (app.server.address() as AddressInfo).port }
  const client = connect(address)
  t.teardown(async () => {
    client.close()
    await app.close()
  })
  const ask = (request: Partial<ClientRequest>) =>
    client.send({ method: 'GET', path: '/', ...request, headers: { origin: APP, ...request.headers } })
  const preflight = (path: string, method?: string, origin?: string) =>
    client.send({ method: 'OPTIONS', path, headers: asking(method, origin) })
  const check = (response: ClientResponse, status: number, fields: Fields, name: string) => {
    t.strictSame([response.status, fieldsOf(response)], [status, fields], name)
    return response
  }
  const nameOf = ({ method, path }: Partial<ClientRequest>, name?: string) =>
    name ?? `${method ?? 'GET'} ${path ?? '/'}`
  return {
    address,
    ask,
    preflight,
    expect: async (request, status, fields, name) => check(await ask(request), status, fields, nameOf(request, name)),
    expectAll: async (request, status, allowed, name) => {
      const title = nameOf(request, name)
      const none = { ...NONE, vary: allowed['vary'] }
      const { origin: _, ...headers } = request.headers ?? {}
      const rest = { method: 'GET', path: '/', ...request, headers }
      check(
        await client.send({ ...rest, headers: { ...headers, origin: EVIL } }),
        status,
        none,
        `${title}, another origin`,
      )
      check(await client.send(rest), status, none, `${title}, no origin`)
      return check(await ask(request), status, allowed, title)
    },
  }
}
