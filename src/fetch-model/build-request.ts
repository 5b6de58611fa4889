import { isToken } from '../http/token.js'
import { note, type Trace } from './exchange.js'
import { type FetchState, urlHasCredentials } from './fetch-state.js'
import { isForbiddenRequestHeader } from './forbidden-request-header.js'
import { getHeader, type HeaderList, hasHeader, toHeaderList } from './header-list.js'
import { isForbiddenMethod, isSafelistedMethod, normalizeMethod } from './method.js'
import type { BodyKind, BrowserRequest, RequestMode } from './request.js'
import { isNoCorsSafelistedRequestHeader } from './safelisted-request-header.js'
import { type Check, fail, pass } from './step.js'

/** The Content-Type that a body brings along: https://fetch.spec.whatwg.org/#concept-bodyinit-extract. */
const BODY_TYPES: Readonly<Record<BodyKind, string | undefined>> = {
  text: 'text/plain;charset=UTF-8',
  urlencoded: 'application/x-www-form-urlencoded;charset=UTF-8',
  'form-data': 'multipart/form-data; boundary=----formdata',
  bytes: undefined,
  stream: undefined,
}

/** https://fetch.spec.whatwg.org/#concept-fetch, the step that adds Accept. */
const ACCEPT = { '': '*/*', image: 'image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5' }

/**
 * What `new Request()` does with the script's options (https://fetch.spec.whatwg.org/#dom-request), and what `fetch`
 * adds before anything is decided.
 *
 * @returns undefined where the script gets a TypeError at once
 */
export function buildRequest(request: BrowserRequest, trace: Trace): FetchState | undefined {
  const origin = canonicalOrigin(request.origin)
  const url = parseUrl(request.url, origin)
  const urlCheck = checkUrl(url, request.url)
  const mode = request.mode ?? 'cors'
  const method = request.method ?? 'GET'
  const methodCheck = checkMethod(method, mode)
  const fields = toHeaderList(request.headers ?? {})
  const headersCheck = checkHeaders(fields)
  const bodyCheck = checkBody(request.body, normalizeMethod(method), mode)
  if (url === undefined || !urlCheck.ok) return refuse(trace, 'request-url', urlCheck)
  if (!methodCheck.ok) return refuse(trace, 'request-method', methodCheck)
  if (normalizeMethod(method) !== method) note(trace, 'request-method', methodCheck)
  if (!headersCheck.ok) return refuse(trace, 'request-headers', headersCheck)
  if (!bodyCheck.ok) return refuse(trace, 'request-body', bodyCheck)
  return {
    origin,
    mode,
    credentials: request.credentials ?? 'same-origin',
    redirect: request.redirect ?? 'follow',
    method: normalizeMethod(method),
    headers: buildHeaders(fields, request, mode, trace),
    body: request.body,
    useCorsPreflight: request.body === 'stream' || request.uploadListeners === true,
    pastUrls: [],
    url,
    tainting: 'basic',
  }
}

function refuse(
  trace: Trace,
  step: 'request-url' | 'request-method' | 'request-headers' | 'request-body',
  check: Check,
) {
  note(trace, step, check)
  return undefined
}

/** A page's origin is always canonical; what a person writes may not be. */
function canonicalOrigin(text: string): string {
  const origin = URL.canParse(text) ? new URL(text).origin : 'null'
  return origin === 'null' ? text : origin
}

function parseUrl(text: string, origin: string): URL | undefined {
  if (URL.canParse(text)) return new URL(text)
  return URL.canParse(text, origin) ? new URL(text, origin) : undefined
}

function checkUrl(url: URL | undefined, text: string): Check {
  if (url === undefined) return fail('url-invalid', `'${text}' is not a URL`, text)
  if (!urlHasCredentials(url)) return pass('')
  return fail(
    'url-credentials',
    'The URL holds a user name or a password, and a script may not ask for such a one',
    text,
  )
}

function checkMethod(method: string, mode: RequestMode): Check {
  if (!isToken(method)) return fail('method-invalid', `'${method}' is not a method`, method)
  if (isForbiddenMethod(method)) return fail('method-forbidden', `No script may use the method ${method}`, method)
  const normalized = normalizeMethod(method)
  if (mode === 'no-cors' && !isSafelistedMethod(normalized)) {
    return fail('method-not-safelisted', `In no-cors mode a script may use GET, HEAD and POST, not ${method}`, method)
  }
  return pass(`The browser writes ${method} as ${normalized}`)
}

/** https://fetch.spec.whatwg.org/#headers-validate, step 1; a ByteString has no character above U+00FF. */
function checkHeaders(fields: HeaderList): Check {
  for (const [name, value] of fields) {
    if (!isToken(name)) return fail('header-invalid', `'${name}' is not the name of a header`, name)
    if (/[\0\r\n\u0100-\uffff]/.test(value)) {
      return fail('header-invalid', `The value of ${name} has a character that no header can carry`, name)
    }
  }
  return pass('')
}

function checkBody(body: BodyKind | undefined, method: string, mode: RequestMode): Check {
  if (body !== undefined && (method === 'GET' || method === 'HEAD')) {
    return fail('body-with-get', `A request with the method ${method} has no body`, method)
  }
  if (body === 'stream' && mode === 'no-cors') return fail('stream-mode', 'A stream cannot be sent in no-cors mode')
  return pass('')
}

function buildHeaders(fields: HeaderList, request: BrowserRequest, mode: RequestMode, trace: Trace): HeaderList {
  const headers: [string, string][] = []
  const dropped: string[] = []
  const append = (name: string, value: string) => {
    if (isAppendable(headers, name, value, mode)) headers.push([name, value])
    else dropped.push(name)
  }
  for (const [name, value] of fields) append(name, value)
  const type = request.body && BODY_TYPES[request.body]
  if (type !== undefined && !hasHeader(headers, 'content-type')) append('Content-Type', type)
  if (dropped.length > 0) {
    const why = mode === 'no-cors' ? 'in no-cors mode' : 'from any script'
    note(trace, 'request-headers', pass(`The browser drops ${dropped.join(', ')}, which it does not take ${why}`))
  }
  if (!hasHeader(headers, 'accept')) headers.push(['Accept', ACCEPT[request.destination ?? '']])
  return headers
}

/** https://fetch.spec.whatwg.org/#concept-headers-append */
function isAppendable(headers: HeaderList, name: string, value: string, mode: RequestMode): boolean {
  if (mode !== 'no-cors') return !isForbiddenRequestHeader(name, value)
  const current = getHeader(headers, name)
  return isNoCorsSafelistedRequestHeader(name, current === undefined ? value : `${current}, ${value}`)
}
