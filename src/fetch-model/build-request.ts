import { isForbiddenMethod, isSafelistedMethod } from '../http/methods.js'
import { parseUrl } from '../http/parse-url.js'
import { isToken } from '../http/token.js'
import { note, type Trace } from './exchange.js'
import type { FailedFact } from './facts.js'
import { type FetchState, urlHasCredentials } from './fetch-state.js'
import { isForbiddenRequestHeader } from './forbidden-request-header.js'
import { getHeader, type HeaderList, hasHeader, toHeaderList } from './header-list.js'
import { normalizeMethod } from './method.js'
import { pageOrigin } from './page-origin.js'
import type { BodyKind, BrowserRequest, Destination, Initiator, RequestMode } from './request.js'
import { isNoCorsSafelistedRequestHeader } from './safelisted-request-header.js'
import { fail, pass } from './step.js'

/** The Content-Type that a body brings along: https://fetch.spec.whatwg.org/#concept-bodyinit-extract. */
const BODY_TYPES: Readonly<Record<BodyKind, string | undefined>> = {
  text: 'text/plain;charset=UTF-8',
  urlencoded: 'application/x-www-form-urlencoded;charset=UTF-8',
  'form-data': 'multipart/form-data; boundary=----formdata',
  bytes: undefined,
  stream: undefined,
}

/** https://fetch.spec.whatwg.org/#concept-fetch, the step that adds Accept; a script or media takes anything. */
const ACCEPT: Readonly<Partial<Record<Destination, string>>> = {
  image: 'image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5',
  style: 'text/css,*/*;q=0.1',
}

const ACCEPT_DOCUMENT = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

/** https://websockets.spec.whatwg.org/#establish-a-websocket-connection: the handshake is a request of HTTP. */
const HANDSHAKE_SCHEMES: Readonly<Record<string, string>> = {
  'ws:': 'http:',
  'wss:': 'https:',
  'http:': 'http:',
  'https:': 'https:',
}

/**
 * What `new Request()` does with the script's options (https://fetch.spec.whatwg.org/#dom-request), and what `fetch`
 * adds before anything is decided.
 *
 * @returns undefined where the script gets a TypeError at once
 * @throws TypeError for headers of a wrong type
 */
export function buildRequest(request: BrowserRequest, trace: Trace): FetchState | undefined {
  const origin = pageOrigin(request.origin)
  const mode = request.mode ?? 'cors'
  const initiator = request.initiator ?? defaultInitiator(request)
  const url = targetUrl(request, origin)
  const method = normalizeMethod(request.method ?? 'GET')
  const fields = combineNames(toHeaderList(request.headers === undefined ? {} : request.headers))
  const body = initiator === 'xhr' && isBodiless(method) ? undefined : request.body
  if (url === undefined) return refuse(trace, 'request-url', { code: 'url-invalid', subject: request.url })
  const failure = firstFault(request, url, method, fields, body)
  if (failure !== undefined) return refuse(trace, ...failure)
  noteChanges(request, method, body, trace)
  return {
    origin,
    mode,
    credentials: request.credentials ?? 'same-origin',
    redirect: request.redirect ?? 'follow',
    destination: request.destination ?? '',
    initiator,
    integrity: request.integrity === true,
    embedderPolicy: request.embedderPolicy ?? 'unsafe-none',
    method,
    headers: buildHeaders(fields, request, body, mode, trace),
    body,
    useCorsPreflight: body === 'stream' || request.uploadListeners === true,
    pastUrls: [],
    url,
    tainting: 'basic',
  }
}

function defaultInitiator({ uploadListeners, destination }: BrowserRequest): Initiator {
  if (uploadListeners === true) return 'xhr'
  return (destination ?? '') === '' ? 'fetch' : 'element'
}

type RequestStep = 'request-url' | 'request-method' | 'request-headers' | 'request-body'

function refuse(trace: Trace, step: RequestStep, fact: FailedFact): undefined {
  note(trace, step, fail(fact))
}

function targetUrl({ url, initiator }: BrowserRequest, origin: string): URL | undefined {
  const target = parseUrl(url) ?? parseUrl(url, origin)
  if (initiator !== 'websocket' || target === undefined) return target
  const scheme = HANDSHAKE_SCHEMES[target.protocol]
  return scheme === undefined ? undefined : new URL(scheme + target.href.slice(target.protocol.length))
}

/** The first reason for which the script's own call throws. */
function firstFault(
  request: BrowserRequest,
  url: URL,
  method: string,
  fields: HeaderList,
  body: BodyKind | undefined,
): [RequestStep, FailedFact] | undefined {
  if (urlHasCredentials(url) && request.mode !== 'navigate') {
    return ['request-url', { code: 'url-credentials', subject: request.url }]
  }
  const mode = request.mode ?? 'cors'
  const methodFault = checkMethod(request.method ?? 'GET', mode)
  if (methodFault !== undefined) return ['request-method', methodFault]
  const headersFault = checkHeaders(fields)
  if (headersFault !== undefined) return ['request-headers', headersFault]
  const bodyFault = checkBody(body, method, mode)
  return bodyFault && ['request-body', bodyFault]
}

function checkMethod(method: string, mode: RequestMode): FailedFact | undefined {
  if (!isToken(method)) return { code: 'method-invalid', subject: method }
  if (isForbiddenMethod(method)) return { code: 'method-forbidden', subject: method }
  if (mode === 'no-cors' && !isSafelistedMethod(normalizeMethod(method))) {
    return { code: 'method-not-safelisted', subject: method }
  }
  return undefined
}

/** What the browser does to the script's options without an error. */
function noteChanges(request: BrowserRequest, method: string, body: BodyKind | undefined, trace: Trace): void {
  if (request.method !== undefined && request.method !== method) {
    note(trace, 'request-method', pass({ code: 'method-normalized', from: request.method, to: method }))
  }
  if (request.body !== body) note(trace, 'request-body', pass({ code: 'body-dropped', method }))
}

/** https://fetch.spec.whatwg.org/#headers-validate, step 1; a ByteString has no character above U+00FF. */
function checkHeaders(fields: HeaderList): FailedFact | undefined {
  for (const [name, value] of fields) {
    if (!isToken(name)) return { code: 'header-invalid', subject: name, part: 'name' }
    if (/[\0\r\n\u0100-\uffff]/.test(value)) return { code: 'header-invalid', subject: name, part: 'value' }
  }
  return undefined
}

function checkBody(body: BodyKind | undefined, method: string, mode: RequestMode): FailedFact | undefined {
  if (body !== undefined && isBodiless(method)) return { code: 'body-with-get', subject: method }
  return body === 'stream' && mode === 'no-cors' ? { code: 'stream-mode' } : undefined
}

function isBodiless(method: string): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** https://fetch.spec.whatwg.org/#concept-header-list-append: a name that comes again is written as the first time. */
function combineNames(fields: HeaderList): HeaderList {
  const names = new Map<string, string>()
  return fields.map(([name, value]) => {
    const first = names.get(name.toLowerCase()) ?? name
    names.set(name.toLowerCase(), first)
    return [first, value]
  })
}

function buildHeaders(
  fields: HeaderList,
  request: BrowserRequest,
  body: BodyKind | undefined,
  mode: RequestMode,
  trace: Trace,
): HeaderList {
  const headers: [string, string][] = []
  const dropped: string[] = []
  const append = (name: string, value: string) => {
    if (isAppendable(headers, name, value, mode)) headers.push([name, value])
    else dropped.push(name)
  }
  for (const [name, value] of fields) append(name, value)
  const type = body && BODY_TYPES[body]
  if (type !== undefined && !hasHeader(headers, 'content-type')) append('Content-Type', type)
  if (dropped.length > 0) {
    note(trace, 'request-headers', pass({ code: 'headers-dropped', names: dropped, noCors: mode === 'no-cors' }))
  }
  if (!hasHeader(headers, 'accept')) headers.push(['Accept', acceptOf(request)])
  return headers
}

function acceptOf({ destination = '', mode }: BrowserRequest): string {
  return mode === 'navigate' ? ACCEPT_DOCUMENT : (ACCEPT[destination] ?? '*/*')
}

/** https://fetch.spec.whatwg.org/#concept-headers-append */
function isAppendable(headers: HeaderList, name: string, value: string, mode: RequestMode): boolean {
  if (mode !== 'no-cors') return !isForbiddenRequestHeader(name, value)
  const current = getHeader(headers, name)
  return isNoCorsSafelistedRequestHeader(name, current === undefined ? value : `${current}, ${value}`)
}
