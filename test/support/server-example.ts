import { join } from 'node:path'
import type { Test } from 'tap'
import { corsFields } from './cors-fields.js'
import { exchange, type Sent } from './exchange.js'
import { startNode } from './start.js'

/** A request to an example's server, and what comes back: the status, every CORS field, and Vary. */
export type Row = readonly [
  name: string,
  path: string,
  sent: Sent,
  status: number,
  cors: Readonly<Record<string, string>>,
]

export const NONE = { vary: 'Origin' }

/** The fields of an answer to an allowed origin, by a policy with credentials. */
export function allowed(origin: string) {
  return { vary: 'Origin', 'allow-origin': origin, 'allow-credentials': 'true' }
}

export function from(origin: string, method = 'GET'): Sent {
  return { method, headers: { origin } }
}

export function put(origin: string): Sent {
  return { method: 'PUT', headers: { origin, 'content-type': 'application/json' }, body: '{"name":"new"}' }
}

export function preflight(origin: string, method: string, names?: string): Sent {
  const headers = { origin, 'access-control-request-method': method }
  return {
    method: 'OPTIONS',
    headers: names === undefined ? headers : { ...headers, 'access-control-request-headers': names },
  }
}

/** Checks that the example, run as a program, listens and answers as the rows say. */
export function serves(file: string, env: NodeJS.ProcessEnv, rows: readonly Row[]) {
  return async (t: Test, folder: string): Promise<string> => {
    const { url } = await startNode(t, [join(folder, file)], { env })
    for (const [name, path, sent, status, cors] of rows) {
      const received = await exchange(url + path, sent)
      t.strictSame([received.status, corsFields(received.headers)], [status, cors], `${file}: ${name}`)
    }
    return url
  }
}
