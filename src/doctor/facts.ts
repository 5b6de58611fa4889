import type { Evaluation } from '../fetch-model/evaluate.js'
import { getHeader, hasHeader } from '../fetch-model/header-list.js'
import type { CredentialsMode } from '../fetch-model/request.js'
import { type Exchange, fieldsOf, isOk, isReadableBy, originOf, statusOf } from './exchange.js'
import type { Settings } from './options.js'
import type { Plan } from './plan.js'
import type { Probe } from './probe.js'
import type { LeftOut } from './session.js'

/** All that is known about a server: what the findings are drawn from. */
export interface Facts {
  readonly settings: Pick<Settings, 'url' | 'origin' | 'credentials'> & Partial<Pick<Settings, 'reads'>>
  readonly plan: Plan
  /** What a browser makes of it. */
  readonly evaluation: Evaluation
  readonly exchanges: readonly Exchange[]
  readonly leftOut: readonly LeftOut[]
  /** Whether there was a server to ask, or only a record of what it answered. */
  readonly live: boolean
}

/** The first exchange of that probe, if it was sent. */
export function get({ exchanges }: Pick<Facts, 'exchanges'>, probe: Probe): Exchange | undefined {
  return exchanges.find((exchange) => exchange.probe === probe)
}

export function all({ exchanges }: Pick<Facts, 'exchanges'>, ...probes: readonly Probe[]): Exchange[] {
  return exchanges.filter(({ probe }) => probes.includes(probe))
}

export function credentialsMode({ credentials }: Facts['settings']): CredentialsMode {
  return credentials ? 'include' : 'same-origin'
}

/** Whether the page that asked may read that response: the CORS check, and nothing else. */
export function isReadable(exchange: Exchange | undefined, { settings }: Pick<Facts, 'settings'>): boolean {
  if (exchange?.response === undefined) return false
  return isReadableBy(exchange, originOf(exchange) || settings.origin, credentialsMode(settings))
}

/** Whether the page could read it, whatever the requested origin. */
export function isReadableForPage(exchange: Exchange | undefined, { settings }: Pick<Facts, 'settings'>): boolean {
  return isReadableBy(exchange, settings.origin, credentialsMode(settings))
}

/** Whether a GET was sent in place of the request. */
export function isStandIn(facts: Pick<Facts, 'plan' | 'exchanges'>): boolean {
  const actual = get(facts, 'actual')
  return actual !== undefined && actual.request.method !== facts.plan.actual.method
}

/** Whether a GET in place of the request got no further than the router: what the request would get is not known. */
export function isUnknownMethod(facts: Pick<Facts, 'plan' | 'exchanges'>): boolean {
  const status = statusOf(get(facts, 'actual'))
  return isStandIn(facts) && (status === 404 || status === 405 || status === 501)
}

/** The request itself without an Origin, as far as it was sent. */
export function withoutOrigin(facts: Pick<Facts, 'exchanges'>): Exchange | undefined {
  return get(facts, 'without-origin') ?? get(facts, 'plain')
}

/** Whether the server fails by itself: with and without Origin, and with every method that was sent. */
export function failsAnyway(facts: Pick<Facts, 'plan' | 'exchanges' | 'settings' | 'live'>): boolean {
  const actual = get(facts, 'actual')
  const status = statusOf(actual)
  if (status < 400 || (facts.live && statusOf(withoutOrigin(facts)) !== status)) return false
  // Of the method that the page uses, nothing is known then.
  if (isStandIn(facts) && (status === 405 || status === 501)) return false
  const preflight = get(facts, 'preflight')
  if (preflight?.response === undefined || !facts.plan.needsPreflight) return preflight?.failure === undefined
  if (isOk(preflight) && isReadable(preflight, facts)) return true
  // A preflight never carries a token: that it is refused for want of one is a fault of its own.
  if (status === 401 || status === 403) return isOk(preflight)
  return statusOf(preflight) === status
}

/** Whether a response tells that somebody decides by Origin, or by what a preflight asks. */
export function decidesByOrigin(exchange: Exchange | undefined): boolean {
  const fields = fieldsOf(exchange)
  if (/\borigin\b/i.test(getHeader(fields, 'vary') ?? '')) return true
  return fields.some(([name]) => /^access-control-(allow|expose|max)-/i.test(name))
}

export function hasCorsFields(exchange: Exchange | undefined): boolean {
  return hasHeader(fieldsOf(exchange), 'access-control-allow-origin')
}

const OF_BROWSER: ReadonlySet<Probe> = new Set(['preflight', 'actual', 'redirect'])

/** The probes of which nothing is known: they were not sent, or not answered in time. */
export function unanswered({ leftOut, exchanges }: Pick<Facts, 'leftOut' | 'exchanges'>): Probe[] {
  // That a browser's own request is not answered is a finding by itself.
  const late = exchanges.filter(({ probe, failure }) => failure?.code === 'timeout' && !OF_BROWSER.has(probe))
  return [...new Set([...late, ...leftOut].map(({ probe }) => probe))]
}
