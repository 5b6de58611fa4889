import { channel as channelOf } from 'node:diagnostics_channel'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Answer } from '../policy/answer.js'
import type { CompiledPolicy, CorsPolicy } from '../policy/compiled-policy.js'
import type { Decision, RequestFacts } from '../policy/decision.js'

/** The adapters of node:http and of what is built on it. */
export type NodeAdapter = 'express' | 'fastify' | 'node'

/** What is published on the diagnostics channel `cors-policy:decision` for each request, if anybody listens. */
export interface DecisionMessage {
  readonly adapter: NodeAdapter
  readonly facts: RequestFacts
  readonly decision: Decision
  readonly policy: CorsPolicy
}

const channel = channelOf('cors-policy:decision')

/** The policy's answer to a request. */
export function answerTo(policy: CompiledPolicy, request: IncomingMessage, adapter: NodeAdapter): Answer {
  if (channel.hasSubscribers) publish(adapter, policy, factsOf(request))
  const { headers, method } = request
  // Each look at the headers costs as much as the look-up of the origin: no more of them than the answer depends on.
  return policy.answerFor(
    method as string,
    headers.origin,
    method === 'OPTIONS' ? headers['access-control-request-method'] : undefined,
    policy.enforces ? (headers['sec-fetch-site'] as string | undefined) : undefined,
    policy.enforces ? hostOf(headers) : undefined,
  )
}

/** Tells subscribers of a decision. By default it is the policy's own. */
export function publish(
  adapter: NodeAdapter,
  policy: CompiledPolicy,
  facts: RequestFacts,
  decision: Decision = policy.decide(facts),
): void {
  const message: DecisionMessage = { adapter, facts, decision, policy }
  // Without subscribers this does nothing.
  channel.publish(message)
}

/** What a request of node:http, https or http2 says. Node joins repeated Origin lines by `, `, which is not an origin. */
export function factsOf({ method, headers }: IncomingMessage): RequestFacts {
  return {
    method: method as string,
    origin: headers.origin,
    requestMethod: headers['access-control-request-method'],
    requestHeaders: headers['access-control-request-headers'],
    fetchSite: headers['sec-fetch-site'] as string | undefined,
    host: hostOf(headers),
  }
}

function hostOf(headers: IncomingHttpHeaders): string | undefined {
  return headers.host ?? (headers[':authority'] as string | undefined)
}

/** https://fetch.spec.whatwg.org/#cors-preflight-request */
export function isPreflight({ method, headers }: IncomingMessage): boolean {
  return method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined
}
