import { APP, actual, behaviours, config, EVIL, rows } from '../contract/table.js'
import type { FetchInput } from './probe-input.js'

/** What the fetch adapter is asked, as JSON, and what it has to say: the request table, and what its rows cannot ask. */

/** Of the server that the handler passes a response on from. */
export const UPSTREAM_HEADERS = { 'access-control-allow-origin': '*', 'access-control-allow-credentials': 'false' }

export function fetchInput(upstream: string): FetchInput {
  return { config, behaviours, rows, app: APP, other: EVIL, upstream }
}

/** A response that came from `fetch`, whose headers are immutable, and whose CORS fields were meant for others. */
export const proxied = { status: 200, fields: actual(), body: 'from upstream' }

export const fetchExpected = {
  rows: rows.map(({ name, status, fields, ran }) => ({ name, status, fields, ran })),
  proxied,
  redirect: { status: 307, fields: actual(), body: '' },
  networkError: true,
  nothing: true,
  thrown: true,
  twice: [
    { status: 200, fields: actual(APP, 'Accept, Origin'), body: '' },
    { status: 200, fields: { vary: 'Accept, Origin' }, body: '' },
  ],
  stream: ['first', true],
  live: [null, EVIL],
  enforced: [403, 200],
  rest: 'a,b',
}
