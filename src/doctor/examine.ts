import { isRedirectStatus } from '../fetch-model/redirect.js'
import { firstFailure } from '../fetch-model/step.js'
import { FOREIGN_ORIGIN, nearMisses } from '../sites/near-miss.js'
import { browse } from './browse.js'
import { fieldsOf, statusOf } from './exchange.js'
import { type Facts, failsAnyway, get, isReadable, isReadableForPage } from './facts.js'
import type { Settings } from './options.js'
import { asSafeRequest, type Plan, planRequests } from './plan.js'
import type { Probe } from './probe.js'
import { type Message, type Session, startSession } from './session.js'
import { cacheProof, challengeOf, isUnreachable, loginLocation } from './signs.js'

/** How often a request is repeated back to back: instances behind a load balancer take turns. */
const REPEATS = 3
const PREFLIGHT_REPEATS = 2

/**
 * Asks a server in the order in which causes hide their consequences: what a browser asks, then whether the answers
 * depend on the page at all, then repeats, caches and other pages. Where a cause leaves no sense in the rest, the rest
 * is not asked.
 *
 * @throws DoctorError if no script can send the request
 */
export async function examine(settings: Settings): Promise<Facts> {
  const plan = planRequests(settings)
  const session = startSession(settings)
  const evaluation = await browse(settings, session)
  const { exchanges, leftOut } = session
  const facts: Facts = { settings, plan, evaluation, exchanges, leftOut, live: true }
  const actual: Message = { ...asSafeRequest(plan.actual), credentials: settings.credentials }
  if (await isHopeless(facts, session, actual)) return facts
  if (plan.preflight !== undefined && get(facts, 'preflight') === undefined) {
    await session.send('preflight', plan.preflight)
  }
  await repeat(facts, session, actual)
  await askOrigins(facts, settings, session)
  await askCaches(facts, session, actual)
  await session.send('not-found', { ...actual, url: missingPath(settings.url) })
  return facts
}

/** Whether there is a cause that has nothing to do with CORS, so that all else would only add to the noise. */
async function isHopeless(facts: Facts, session: Session, actual: Message): Promise<boolean> {
  if (isUnreachable(facts.exchanges[0])) return true
  // A preflight that failed keeps the browser from the request; to know what it would get is of use all the same.
  if (get(facts, 'actual') === undefined) await session.send('actual', actual)
  if (facts.exchanges.every(({ failure }) => failure !== undefined)) return true
  await session.send('plain', { method: 'GET', url: actual.url, headers: [['Accept', '*/*']] })
  if (get(facts, 'actual')?.response === undefined) return true
  const status = statusOf(get(facts, 'actual'))
  if (status >= 400) {
    const headers = actual.headers.filter(([name]) => name.toLowerCase() !== 'origin')
    await session.send('without-origin', { ...actual, headers })
  }
  if (firstFailure(facts.evaluation.steps)?.reason === 'redirect-count') return true
  if (isRedirectStatus(status) && loginLocation(get(facts, 'actual')) !== undefined) return true
  return (
    challengeOf(get(facts, 'actual')) !== undefined || (failsAnyway(facts) && !isReadable(get(facts, 'actual'), facts))
  )
}

async function repeat(facts: Facts, session: Session, actual: Message): Promise<void> {
  for (let i = 0; i < REPEATS; i++) await session.send('again', actual)
  const { preflight, needsPreflight } = facts.plan
  if (preflight === undefined || !needsPreflight || get(facts, 'preflight')?.response === undefined) return
  for (let i = 0; i < PREFLIGHT_REPEATS; i++) await session.send('preflight-again', preflight)
}

/** Looks for copies that are handed to the wrong page, at URLs that nobody else has asked for. */
async function askCaches(facts: Facts, session: Session, actual: Message): Promise<void> {
  const repeats = facts.exchanges.filter(({ probe }) => probe === 'actual' || probe === 'again')
  if (!repeats.every((exchange) => isReadable(exchange, facts))) {
    await session.send('fresh', { ...actual, url: withQuery(actual.url, 'f') })
    return
  }
  // Where the same answer is right for everybody, nothing can be mixed up; but a cache may have filled itself just now.
  const plain = get(facts, 'plain')
  const isForAll = isReadableForPage(plain, facts) && cacheProof(fieldsOf(plain)) === ''
  if (isForAll || statusOf(get(facts, 'actual')) !== 200) return
  const url = withQuery(actual.url, 'c')
  await session.send('cold-plain', {
    method: 'GET',
    url,
    headers: [['Accept', '*/*']],
  })
  await session.send('cold-page', { ...actual, url })
}

/** Asks as the pages of other origins: with a preflight where the page's own request has one. */
async function askOrigins({ plan, exchanges }: Facts, settings: Settings, session: Session): Promise<void> {
  const answered = get({ exchanges }, 'preflight')?.response !== undefined
  const asks = plan.needsPreflight && answered
  const askAs = async (probe: Probe, origin: string, isPreflight: boolean) => {
    const other: Plan = planRequests(settings, origin)
    const request = isPreflight ? other.preflight : asSafeRequest(other.actual)
    if (request !== undefined) await session.send(probe, { ...request, credentials: false })
  }
  await askAs('foreign', FOREIGN_ORIGIN, false)
  if (answered) await askAs('preflight-foreign', FOREIGN_ORIGIN, true)
  await askAs('null', 'null', asks)
  for (const { probe, origin } of nearMisses(settings.origin)) await askAs(probe, origin, asks)
}

function withQuery(address: string, prefix: string): string {
  const fresh = new URL(address)
  fresh.searchParams.append('cors-policy-doctor', `${prefix}${Date.now().toString(36)}`)
  return fresh.href
}

/** Next to the URL, since another folder may be another app. */
function missingPath(url: URL): string {
  return new URL('cors-policy-doctor-404', new URL(url.pathname, url)).href
}
