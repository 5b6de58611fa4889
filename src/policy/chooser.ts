import { readConfig } from '../config/parse-config.js'
import { CHOOSER_TEXTS } from '../text/chooser.js'
import type { AnyPolicy } from './any-policy.js'
import { CompiledPolicy } from './compiled-policy.js'
import { isLivePolicy } from './is-live-policy.js'
import type { LivePolicy } from './live-policy.js'

/**
 * Chooses the policy for a request, once for each. It should look at the host and the path: a preflight carries
 * neither cookies nor tokens. Undefined or an exception means that no other origin may read or write.
 */
export type PolicyChooser<Request> = (request: Request) => AnyPolicy | undefined

/** Where an adapter finds the policy for the next request. */
export interface PolicySource {
  /** The policy for a request about which nothing is known. */
  readonly current: CompiledPolicy
  /** Present where the policy depends on the request. Never throws. */
  readonly choose?: (request: unknown, log?: ChooserLog) => CompiledPolicy
}

/** Where it is said that a chooser has failed. */
export type ChooserLog = (message: string, error: unknown) => void

/** Milliseconds. A chooser that fails does so for each request. */
const LOG_INTERVAL = 60_000

/** For requests that no policy was chosen for. Most programs have no chooser, so it is made with the first. */
let closed: CompiledPolicy | undefined

function closedPolicy(): CompiledPolicy {
  closed ??= new CompiledPolicy(readConfig({ origins: 'none', enforce: true }))
  return closed
}

/** The policy that a request gets. */
export function policyFor(source: PolicySource, request: unknown, log?: ChooserLog): CompiledPolicy {
  return source.choose === undefined ? source.current : source.choose(request, log)
}

export function chooserSource(chooser: PolicyChooser<unknown>): PolicySource {
  let nextLog = 0
  const current = closedPolicy()
  return Object.freeze({
    current,
    choose: (request: unknown, log: ChooserLog = console.error) => {
      try {
        const policy = chooser(request)
        if (policy === undefined) return current
        if (isPolicy(policy)) return sourceOf(policy).current
        throw new TypeError(faultOf(policy))
      } catch (error) {
        const now = Date.now()
        if (now >= nextLog) {
          nextLog = now + LOG_INTERVAL
          log(CHOOSER_TEXTS.failed, error)
        }
        return current
      }
    },
  })
}

export function isPolicy(value: unknown): value is CompiledPolicy | LivePolicy {
  return CompiledPolicy.is(value) || isLivePolicy(value)
}

export function sourceOf(policy: CompiledPolicy | LivePolicy): PolicySource {
  // What a live policy holds, it has compiled.
  return isLivePolicy(policy) ? (policy as LivePolicy & PolicySource) : Object.freeze({ current: policy })
}

function faultOf(value: unknown): string {
  if (!isThenable(value)) return CHOOSER_TEXTS.notPolicy(value)
  // Nobody waits for it, and its rejection must not end the process.
  Promise.resolve(value).catch(() => {})
  return CHOOSER_TEXTS.promised
}

/** What `await` would wait for: a promise of this realm or another, or the query of a database client. */
function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as Partial<PromiseLike<unknown>> | null)?.then === 'function'
}
