import { getHeader, type HeaderFields, type HeaderList, hasHeader, toHeaderList } from '../fetch-model/header-list.js'
import type { OutgoingRequest, ServerResponse } from '../fetch-model/messages.js'
import { isTrustworthy } from '../fetch-model/mixed-content.js'
import type { BrowserRequest, Initiator } from '../fetch-model/request.js'
import { CORS_RESPONSE_FIELDS, REQUEST_HEADERS, REQUEST_METHOD } from '../http/field-names.js'
import { mergeVary } from '../http/vary.js'
import type { CompiledPolicy } from '../policy/compiled-policy.js'
import type { Decision, RequestFacts } from '../policy/decision.js'
import { optionPath } from './config-levels.js'

/** What the app's own handler answers, before the policy adds to it. */
export interface HandlerResponse {
  /** Default: 200. */
  readonly status?: number | undefined
  readonly headers?: HeaderFields | undefined
}

/** What a policy decided on a request, and which of its configs that is from. */
export interface ExplainedDecision extends Decision {
  /** The option that lets the origin in, `origins` or `otherwise.origins`; undefined if none does. */
  readonly matchedBy: string | undefined
}

/** A server that does what the policy says. */
export interface PolicyResponder {
  readonly respond: (request: OutgoingRequest) => ServerResponse
  /** What was decided on each request, in order. */
  readonly decisions: readonly ExplainedDecision[]
}

const OWN_FIELDS: ReadonlySet<string> = new Set([...CORS_RESPONSE_FIELDS, 'vary'])

/**
 * Answers requests as an adapter does: every URL is one of this server's, and the handler's own CORS fields are
 * replaced.
 *
 * @param handler the answer to the first request that reaches a handler; later ones, after a redirect, get a bare 200
 */
export function policyResponder(policy: CompiledPolicy, handler: HandlerResponse): PolicyResponder {
  const decisions: ExplainedDecision[] = []
  let next = handler
  const respond = (request: OutgoingRequest) => {
    const facts = factsOf(request)
    const decision = policy.decide(facts)
    const depth = policy.depthOf(facts.origin)
    decisions.push({ ...decision, matchedBy: depth === undefined ? undefined : optionPath(depth, 'origins') })
    if (decision.kind !== 'actual') return answer(decision, {})
    const response = answer(decision, next)
    next = {}
    return response
  }
  return { respond, decisions }
}

function answer(decision: Decision, handler: HandlerResponse): ServerResponse {
  const own = toHeaderList(handler.headers ?? {}, 'response.headers')
  const vary = mergeVary(getHeader(own, 'vary') ?? '', decision.vary)
  const headers: HeaderList = [
    ...own.filter(([name]) => !OWN_FIELDS.has(name.toLowerCase())),
    ...Object.entries(decision.headers),
    ['Vary', vary],
  ]
  return { status: decision.status ?? handler.status ?? 200, headers }
}

function factsOf(request: OutgoingRequest): RequestFacts {
  const url = new URL(request.url)
  return {
    method: request.method,
    origin: getHeader(request.headers, 'origin'),
    requestMethod: getHeader(request.headers, REQUEST_METHOD),
    requestHeaders: getHeader(request.headers, REQUEST_HEADERS),
    // It is sent nowhere else: https://w3c.github.io/webappsec-fetch-metadata/#abstract-opdef-set-site.
    fetchSite: isTrustworthy(url) ? request.site : undefined,
    host: url.host,
  }
}

/** What a handler answers by default to those that need something else than a plain 200. */
export function handlerFor({ initiator }: BrowserRequest, response: HandlerResponse): HandlerResponse {
  const own = initiator === undefined ? undefined : DEFAULTS[initiator]
  return { ...own, ...response }
}

const DEFAULTS: Readonly<Partial<Record<Initiator, HandlerResponse>>> = {
  websocket: { status: 101 },
  eventsource: { headers: { 'Content-Type': 'text/event-stream' } },
}

/** The handler's answer with the headers that the script wants to read, where it does not name them itself. */
export function withHeaders(handler: HandlerResponse, names: readonly string[]): HandlerResponse {
  const headers = toHeaderList(handler.headers ?? {}, 'response.headers')
  const missing = names.filter((name) => !hasHeader(headers, name))
  return { ...handler, headers: [...headers, ...missing.map((name): [string, string] => [name, '?'])] }
}
