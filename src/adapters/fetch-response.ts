import { ALLOW_ORIGIN, CORS_RESPONSE_FIELDS, isAccessControlField } from '../http/field-names.js'
import { mergeVary } from '../http/vary.js'
import { isDone, isMarked, mark, type PendingAnswer } from './fetch-state.js'

/** Below it are a network error, an opaque response (0), and a switch of protocols (101). They go to no client. */
const LOWEST_STATUS = 200

/** Classes by their prototype, and whether each of their responses has headers of its own. */
const classes = new WeakMap<object, boolean>()

/** In place where that is safe: a copy of a response has a stream for a body, and so no known length. */
export function finish(response: Response, pending: PendingAnswer): Response {
  if (response.status < LOWEST_STATUS || isDone(response, pending)) return response
  try {
    if (isOwn(response) && apply(response, pending)) return response
  } catch {
    // The headers of `fetch` and of `Response.redirect` are immutable, and of some classes nothing can be known.
  }
  const copy = copyOf(response)
  apply(copy, pending)
  return copy
}

/** Whether nothing else can be sent with these headers: what is set for one client would go to others. */
function isOwn(response: Response): boolean {
  if (isMarked(response) || !hasOwnHeaders(response)) return false
  // A response without a body can be sent any number of times, by a route without a policy too. Those of Bun and of srvx
  // (H3, Nitro) lose their headers when they are sent. To ask for a body costs Bun its type, srvx its speed, and Deno its
  // length: there a type tells that there is one.
  if ('Bun' in globalThis || '_toNodeResponse' in response) return true
  return ('Deno' in globalThis && response.headers.has('content-type')) || response.body !== null
}

/**
 * The Fetch standard copies the headers that a response is made with. The classes of @hono/node-server, srvx 0.8 and
 * @whatwg-node/fetch keep them, so that all responses that are made with one Headers object share it.
 */
function hasOwnHeaders(response: Response): boolean {
  let holder: object = response
  while (!Object.hasOwn(holder, 'headers')) holder = Object.getPrototypeOf(holder)
  if (holder === response) return false
  let isKnown = classes.get(holder)
  if (isKnown === undefined) {
    const headers = new Headers()
    const Class = holder.constructor as typeof Response
    const made = new Class(null, { headers }).headers
    isKnown = made !== headers && made !== response.headers
    classes.set(holder, isKnown)
  }
  return isKnown
}

/** Responses of @hono/node-server keep status, body and headers in an array, and are slow once one asks for the body. */
function copyOf(response: Response): Response {
  const { headers, status } = response
  const values = Object.getOwnPropertySymbols(response).map((key) => Reflect.get(response, key))
  const kept = values.find((value) => value?.[2] === headers)
  return kept === undefined
    ? new Response(response.body, response)
    : new Response(kept[1], { status, headers: new Headers(headers) })
}

/** @returns whether the headers have taken what was set: those of other classes may not, and say nothing */
function apply(response: Response, pending: PendingAnswer): boolean {
  const { answer, fields } = pending.said
  const { headers } = response
  const vary = mergeVary(headers.get('vary') ?? '', answer.vary)
  headers.set('Vary', vary)
  for (const name of CORS_RESPONSE_FIELDS) headers.delete(name)
  if (answer.allowOrigin === undefined) {
    for (const name of [...headers.keys()]) if (isAccessControlField(name)) headers.delete(name)
  }
  for (const [name, value] of Object.entries(fields)) headers.set(name, value)
  mark(response, pending)
  const set = response.headers
  return set.get('vary') === vary && (set.get(ALLOW_ORIGIN) ?? undefined) === fields[ALLOW_ORIGIN]
}
