import type { Answer } from '../policy/answer.js'
import { shared } from '../policy/shared.js'
import { PENDING, type Pending } from './pending-answer.js'

/** What a policy says to one request: the fields to set, and what else an adapter has to know. */
export interface Said {
  answer: Answer
  fields: Readonly<Record<string, string>>
}

/**
 * What the innermost policy says to a request. Several may be around a handler: the one that has the request first
 * applies what the last one says. It tells which request a response was made for, as well as that can be told when the
 * request was copied on its way.
 */
export interface PendingAnswer {
  readonly origin: string | undefined
  readonly said: Said
  readonly turn: number
}

interface FetchState {
  /** Requests that a wrapped handler has, and what its policy, or one further in, says to them. */
  readonly requests: WeakMap<Request, Said>
  /**
   * The headers of responses that have been given to a client. A response that a handler returns again is not its own
   * any more, and two of @hono/node-server may have one Headers object.
   */
  readonly responses: WeakMap<Headers, PendingAnswer>
  /** Counts requests. */
  turn: number
}

const state = shared(
  'cors-policy.fetch/v2',
  // Nobody else uses the name, and its version says what is there.
  (value): value is FetchState => value !== undefined,
  (): FetchState => ({ requests: new WeakMap(), responses: new WeakMap(), turn: 0 }),
)

/** @returns undefined where a policy around this one applies what this one says */
export function begin(request: Request, origin: string | undefined, said: Said): PendingAnswer | undefined {
  const outer = state.requests.get(request)
  if (outer !== undefined) {
    Object.assign(outer, said)
    return undefined
  }
  state.requests.set(request, said)
  return { origin, said, turn: state.turn++ }
}

export function end(request: Request): void {
  state.requests.delete(request)
}

/**
 * Whether a policy further in has already set the headers for a copy of this request, and allows no more than this one.
 * If it is unclear whose response it is, only what both allow is allowed.
 */
export function isDone({ headers }: Response, { origin, said, turn }: PendingAnswer): boolean {
  const inner = state.responses.get(headers)
  if (inner === undefined || inner.turn < turn || inner.origin !== origin) return false
  return inner.said.answer.allowOrigin === undefined || said.answer.allowOrigin !== undefined
}

export function mark({ headers }: Response, pending: PendingAnswer): void {
  state.responses.set(headers, pending)
}

/** Whether the response, or another one with its headers, has been given to a client before. */
export function isMarked({ headers }: Response): boolean {
  return state.responses.has(headers)
}

/**
 * A policy of node:http around this one applies what this one says, where the server passes its own response on:
 * @hono/node-server to the handler, srvx (and so H3) with the request. An app that asks itself (`app.request('/other', {},
 * env)`) passes it on too. So all that this one says counts only for the URL that was asked for. For any other, such as that
 * of a mounted app, it counts if it allows no more than the policy around it. That the one URL ends with the other proves
 * nothing: anybody can end a path or a query with the path of an open route.
 */
export function tellNode(request: Request, rest: readonly unknown[], answer: Answer, origin: string | undefined): void {
  const outgoing = outgoingOf(rest)
  const response = property(outgoing, PENDING) ? outgoing : property(request, 'runtime', 'node', 'res')
  const pending = property(response, PENDING) as Pending | undefined
  if (pending === undefined || pending.origin !== origin) return
  const { allowOrigin, fixed } = pending.answer
  // Where any origin is allowed, one may be.
  const allowed = [undefined, allowOrigin, allowOrigin && 'request', ...fixed]
  if (
    request.url.slice(request.url.indexOf('/', 'https://'.length)) === property(response, 'req', 'url') ||
    [answer.allowOrigin, ...answer.fixed].every((text) => allowed.includes(text))
  ) {
    pending.answer = answer
    pending.incoming = {}
  }
}

/** Node's own response, if @hono/node-server runs the handler: it may have been sent already. */
export function outgoingOf(rest: readonly unknown[]): unknown {
  return property(rest[0], 'outgoing')
}

function property(value: unknown, ...names: readonly (string | symbol)[]): unknown {
  return names.reduce(
    (owner, name) => (owner as Partial<Record<typeof name, unknown>> | null | undefined)?.[name],
    value,
  )
}
