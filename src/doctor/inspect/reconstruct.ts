import { evaluate } from '../../fetch-model/evaluate.js'
import type { ServerResponse } from '../../fetch-model/exchange.js'
import { isForbiddenRequestHeader } from '../../fetch-model/forbidden-request-header.js'
import { getHeader, type HeaderList, hasHeader } from '../../fetch-model/header-list.js'
import type { OutgoingRequest } from '../../fetch-model/messages.js'
import { isRedirectStatus } from '../../fetch-model/redirect.js'
import { REQUEST_HEADERS, REQUEST_METHOD } from '../../http/field-names.js'
import { parseUrl } from '../../http/parse-url.js'
import type { Exchange } from '../exchange.js'
import type { Facts } from '../facts.js'
import { allowAll, browserRequest, planRequests } from '../plan.js'
import type { Probe } from '../probe.js'
import { TransportError } from '../transport.js'
import { MAX_FIELDS, type Recorded } from './recorded.js'
import { UNKNOWN_URL, type UnknownCode, unknownOriginFor } from './unknown.js'

/** What is known about the question, beyond the record. */
export interface Question {
  readonly origin: string | undefined
  readonly url: string | undefined
  readonly credentials: boolean | undefined
}

export interface Reconstruction {
  readonly facts: Facts
  /** The headers that the page set: their values are in no report. */
  readonly passed: HeaderList
  readonly unknown: readonly UnknownCode[]
}

/** Puts together what a browser did from what was recorded of it. */
export function reconstruct(records: readonly Recorded[], question: Question): Reconstruction {
  const bare = records.filter(isBareOptions)
  const { preflight, actual, redirects } = pick(records.filter((record) => !isBareOptions(record)))
  const shown = actual ?? preflight ?? bare[0]
  const known = shown?.url ?? question.url
  const pageOrigin = getHeader(shown?.requestHeaders ?? [], 'origin') ?? question.origin
  const credentials = question.credentials ?? hasHeader(actual?.requestHeaders ?? [], 'cookie')
  const passed = pageHeaders(preflight, actual)
  const method = getHeader(preflight?.requestHeaders ?? [], REQUEST_METHOD) ?? actual?.method ?? 'GET'
  const url = parseUrl(known ?? '') ?? new URL(UNKNOWN_URL)
  const settings = {
    url,
    origin: pageOrigin ?? unknownOriginFor(url),
    method,
    headers: passed,
    credentials,
  }
  const plan = planRequests(settings)
  const exchanges = [
    ...toExchange('preflight', preflight, plan.preflight),
    ...toExchange('actual', actual, plan.actual),
    ...redirects.flatMap((record) => toExchange('redirect', record, plan.actual)),
    ...bare.slice(0, 1).flatMap((record) => toExchange('without-origin', record, plan.actual)),
  ]
  const answers = [actual, ...redirects].map(toResponse)
  const evaluation = evaluate(browserRequest(settings), (request) =>
    request.kind === 'preflight' ? preflightAnswer(request, preflight, actual) : answers.shift(),
  )
  const unknown: UnknownCode[] = []
  if (known === undefined) unknown.push('url')
  const isAsked = shown !== undefined && !isBareOptions(shown)
  if (isAsked && lacksOrigin(shown) && plan.preflight !== undefined) unknown.push('request-origin')
  else if (pageOrigin === undefined) unknown.push('origin')
  if (bare.length > 0 && preflight === undefined) unknown.push('not-preflight')
  else if (plan.needsPreflight && preflight === undefined) unknown.push('preflight')
  if (actual === undefined && bare.length === 0 && evaluation.steps.some(({ step }) => step === 'network'))
    unknown.push('actual')
  return { facts: { settings, plan, evaluation, exchanges, leftOut: [], live: false }, passed, unknown }
}

/** Whether it was no page that asked: `curl`, say, without a header of that name. */
function lacksOrigin(record: Recorded | undefined): boolean {
  return record?.status !== undefined && record.requestHeaders.length > 0 && !hasHeader(record.requestHeaders, 'origin')
}

/** The request that failed, else the first one that a page made to another origin, with its preflight and redirects. */
function pick(records: readonly Recorded[]) {
  const preflights = records.filter(isPreflight)
  const others = records.filter((record) => !isPreflight(record))
  const crossing = others.filter(({ requestHeaders }) => hasHeader(requestHeaders, 'origin'))
  const candidates = crossing.length > 0 ? crossing : others
  const failing = candidates.find(isSuspect) ?? preflights.find(isSuspect)
  const last = failing ?? candidates[0] ?? preflights[0]
  const chosen = last && startOf(last, others)
  if (chosen === undefined || isPreflight(chosen)) {
    const actual = others.find(({ url }) => url === chosen?.url)
    return { preflight: chosen, actual, redirects: [] }
  }
  const preflight = preflights.find(({ url }) => url === chosen.url)
  return { preflight, actual: chosen, redirects: redirectsOf(chosen, others) }
}

/** A browser's OPTIONS of which only the response was copied is a preflight too. */
function isPreflight({ method, requestHeaders }: Recorded): boolean {
  return method === 'OPTIONS' && (requestHeaders.length === 0 || hasHeader(requestHeaders, REQUEST_METHOD))
}

/** Sent by hand, without what makes it a preflight: https://fetch.spec.whatwg.org/#cors-preflight-request. */
function isBareOptions(record: Recorded): boolean {
  const { method, requestHeaders } = record
  return (
    method === 'OPTIONS' &&
    !(isPreflight(record) && (requestHeaders.length === 0 || hasHeader(requestHeaders, 'origin')))
  )
}

/** No response, an error, or nothing that lets a page read it. */
function isSuspect({ status = 0, responseHeaders, requestHeaders }: Recorded): boolean {
  if (status === 0 || status >= 400) return true
  return hasHeader(requestHeaders, 'origin') && !hasHeader(responseHeaders, 'access-control-allow-origin')
}

/** Where a request began that has been led on. */
function startOf(last: Recorded, others: readonly Recorded[]): Recorded {
  let start = last
  // Each step goes back in the list, so that there is an end.
  for (let i = others.indexOf(last) - 1; i >= 0; i--) {
    const earlier = others[i] as Recorded
    if (targetOf(earlier) === start.url) start = earlier
  }
  return start
}

function redirectsOf(first: Recorded, others: readonly Recorded[]): Recorded[] {
  const chain: Recorded[] = []
  let last = first
  for (const record of others.slice(others.indexOf(first) + 1)) {
    if (record.url === undefined || record.url !== targetOf(last)) continue
    chain.push(record)
    last = record
  }
  return chain
}

/** The URL that a response redirects to. */
function targetOf({ status = 0, responseHeaders, url = UNKNOWN_URL }: Recorded): string | undefined {
  const location = getHeader(responseHeaders, 'location')
  return location === undefined || !isRedirectStatus(status) ? undefined : parseUrl(location, url)?.href
}

/** What the page set: all that a preflight asked for, and what a browser does not set by itself. */
function pageHeaders(preflight: Recorded | undefined, actual: Recorded | undefined): HeaderList {
  const names = (getHeader(preflight?.requestHeaders ?? [], REQUEST_HEADERS) ?? '')
    .split(',', MAX_FIELDS)
    .map((name) => name.trim())
  const set = (actual?.requestHeaders ?? []).filter(
    ([name, value]) => !OF_BROWSER.test(name) && !isForbiddenRequestHeader(name, value),
  )
  const missing = names.filter((name) => name !== '' && !hasHeader(set, name))
  return [...set, ...missing.map((name): [string, string] => [name, PREFLIGHTED[name.toLowerCase()] ?? 'x'])]
}

const OF_BROWSER =
  /^(accept|accept-(encoding|language)|user-agent|referer|pragma|cache-control|priority|dnt|sec-.*|x-client-data|if-(none-match|modified-since)|content-length|host|cookie)$/i
/** A value that makes the header need a preflight, as it did. */
const PREFLIGHTED: Readonly<Record<string, string>> = { 'content-type': 'application/json', range: 'bytes=-1' }

function toExchange(probe: Probe, record: Recorded | undefined, planned: OutgoingRequest | undefined): Exchange[] {
  if (record === undefined || planned === undefined) return []
  const headers = record.requestHeaders.length > 0 ? record.requestHeaders : planned.headers
  const request = { method: record.method ?? planned.method, url: record.url ?? planned.url, headers }
  const { status, statusText = '', httpVersion = '1.1', responseHeaders, bodyStart, failure } = record
  if (status !== undefined) {
    const response = { status, statusText, httpVersion, headers: responseHeaders, bodyBytes: 0, bodyStart }
    return [{ probe, request, response }]
  }
  if (failure === undefined) return []
  return [{ probe, request, failure: new TransportError(failure.code, failure.says, failure.fault) }]
}

function toResponse(record: Recorded | undefined): ServerResponse | undefined {
  return record?.status === undefined ? undefined : { status: record.status, headers: record.responseHeaders }
}

/** A preflight that nobody has recorded has passed, or there would be no response to the request. */
function preflightAnswer(request: OutgoingRequest, preflight: Recorded | undefined, actual: Recorded | undefined) {
  return preflight === undefined && actual !== undefined ? allowAll(request) : toResponse(preflight)
}
