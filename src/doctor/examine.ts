import { corsCheck } from '../fetch-model/cors-check.js'
import type { Evaluation } from '../fetch-model/evaluate.js'
import { getHeader, type HeaderList } from '../fetch-model/header-list.js'
import type { CredentialsMode } from '../fetch-model/request.js'
import { type Check, firstFailure } from '../fetch-model/step.js'
import { browse } from './browse.js'
import { FOREIGN_ORIGIN, nearMisses } from './near-miss.js'
import type { Settings } from './options.js'
import { type Plan, planRequests, standIn } from './plan.js'
import { type Exchange, type Probe, type Session, startSession } from './session.js'
import type { TransportResponse } from './transport.js'

/** All that is known of a server: what the findings are drawn from. */
export interface Facts {
  readonly settings: Settings
  readonly plan: Plan
  /** What a browser makes of it. */
  readonly evaluation: Evaluation
  readonly exchanges: readonly Exchange[]
  /** The exchange of that probe, if it was sent. */
  get(probe: Probe): Exchange | undefined
}

const ACCEPT: HeaderList = [['Accept', '*/*']]

/**
 * Sends what browsers send, and what they do not.
 *
 * @throws DoctorError if no script can send the request
 */
export async function examine(settings: Settings): Promise<Facts> {
  const plan = planRequests(settings)
  const session = startSession(settings)
  const get = (probe: Probe) => session.exchanges.find((exchange) => exchange.probe === probe)
  const evaluation = await browse(settings, session)
  const facts: Facts = { settings, plan, evaluation, exchanges: session.exchanges, get }
  // Going round in a circle has taken requests enough.
  if (firstFailure(evaluation.steps)?.reason !== 'redirect-count') await askOn(facts, session)
  return facts
}

async function askOn({ settings, plan, get }: Facts, session: Session): Promise<void> {
  const { href } = settings.url
  const actual = standIn(plan.actual)
  // A preflight that failed keeps the browser from the request; to know what it would get is of use all the same.
  if (get('actual') === undefined) await session.send('actual', actual)
  await session.send('plain', { method: 'GET', url: href, headers: ACCEPT })
  // Nobody is there: the rest would take as long, and say as much.
  if (get('actual')?.response === undefined) return
  if (plan.preflight !== undefined && get('preflight') === undefined) await session.send('preflight', plan.preflight)
  await session.send('again', actual)
  if (![get('actual'), get('again')].every((exchange) => isReadable(exchange, settings))) {
    await session.send('fresh', { ...actual, url: withQuery(settings.url) })
  }
  await session.send('not-found', { ...actual, url: missingPath(settings.url) })
  await askOrigins(settings, plan, get('preflight'), session)
}

/** Asks as the pages of other origins: with a preflight where the page's own request has one. */
async function askOrigins(settings: Settings, plan: Plan, preflight: Exchange | undefined, session: Session) {
  const askAs = async (probe: Probe, origin: string, asks: boolean) => {
    const other = planRequests(settings, origin)
    const request = asks ? other.preflight : standIn(other.actual)
    if (request !== undefined) await session.send(probe, request)
  }
  const answered = preflight?.response !== undefined
  await askAs('foreign', FOREIGN_ORIGIN, false)
  if (answered) await askAs('preflight-foreign', FOREIGN_ORIGIN, true)
  const asks = plan.needsPreflight && answered
  await askAs('null', 'null', asks)
  for (const { probe, origin } of nearMisses(settings.origin)) await askAs(probe, origin, asks)
}

function withQuery(url: URL): string {
  const fresh = new URL(url)
  fresh.searchParams.append('cors-policy-doctor', Date.now().toString(36))
  return fresh.href
}

/** Next to the URL, since another folder may be another app. */
function missingPath(url: URL): string {
  return new URL('cors-policy-doctor-404', new URL(url.pathname, url)).href
}

/** The response's field lines; none where there is no response. */
export function headersOf(exchange: Exchange | undefined): HeaderList {
  return exchange?.response?.headers ?? []
}

/** The response's status; 0 where there is no response. */
export function statusOf(exchange: Exchange | undefined): number {
  return exchange?.response?.status ?? 0
}

/** The Origin that was sent; `''` if none was. */
export function originOf({ request }: Exchange): string {
  return getHeader(request.headers, 'origin') ?? ''
}

/** Whether that response may be read by the page that asked: the CORS check alone. */
export function isReadable(exchange: Exchange | undefined, settings: Settings): boolean {
  return exchange?.response !== undefined && checkOf(exchange, exchange.response, settings).ok
}

/** @returns the CORS check of a response, for the Origin that its request had */
export function checkOf(exchange: Exchange, response: TransportResponse, settings: Settings): Check {
  const origin = originOf(exchange)
  if (origin === '') return { ok: true, fact: { code: 'allow-origin-any' } }
  return corsCheck(response.headers, origin, credentialsMode(settings))
}

export function credentialsMode({ credentials }: Settings): CredentialsMode {
  return credentials ? 'include' : 'same-origin'
}
