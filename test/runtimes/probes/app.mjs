// What the servers of all runtimes do for a path. Each app counts the runs of its own code, and tells the count at /runs.

/** @import { Behaviours, FetchInput } from '../probe-input.js' */
/** @import { Behaviour } from '../../contract/table.js' */

/** @typedef {(path: string) => Behaviour | string | undefined} App what to do for a path; undefined if nothing is there */

const SPECIAL = ['throws', 'throws-later', 'stream']

/** @type {(behaviours: Behaviours) => App} */
export const makeApp = (behaviours) => {
  let runs = 0
  return (path) => {
    if (path === '/runs') return { status: 200, headers: {}, body: String(runs) }
    const name = path.slice(1)
    const behaviour = SPECIAL.includes(name) ? name : behaviours[path]
    if (behaviour !== undefined) runs++
    return behaviour
  }
}

/**
 * The same as a fetch handler.
 *
 * @template {unknown[]} Rest
 * @template {Response | undefined} Result
 * @param {FetchInput} input
 * @param {(request: Request, ...rest: Rest) => Result} openSocket answers a WebSocket handshake in the runtime's own way
 * @returns {(request: Request, ...rest: Rest) => Promise<Response | Result>}
 */
export function makeHandler({ behaviours, upstream }, openSocket) {
  const behaviourOf = makeApp(behaviours)
  return async (request, ...rest) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/socket') return openSocket(request, ...rest)
    if (pathname === '/proxied') return fetch(upstream)
    const behaviour = behaviourOf(pathname)
    if (behaviour === undefined) return new Response('not found', { status: 404 })
    if (behaviour === 'stream') return new Response(new Blob(['a', 'b']).stream())
    if (typeof behaviour === 'string') return new Response('broken', { status: 500 })
    const { status, headers, body } = behaviour
    return new Response(body === '' ? null : body, { status, headers })
  }
}
