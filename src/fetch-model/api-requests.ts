import type { BodyKind, BrowserRequest } from './request.js'

/**
 * The first request of an EventSource, which never needs a preflight. A request after a lost connection is not modelled:
 * its Last-Event-ID is a header that needs one in the standard and in no browser.
 *
 * @see https://html.spec.whatwg.org/#the-eventsource-interface
 */
export function eventSourceRequest(
  origin: string,
  url: string,
  options: { readonly withCredentials?: boolean | undefined } = {},
): BrowserRequest {
  return {
    origin,
    url,
    initiator: 'eventsource',
    headers: { Accept: 'text/event-stream' },
    credentials: options.withCredentials === true ? 'include' : 'same-origin',
  }
}

/** The attributes of a `<form>` element. */
export interface FormAttributes {
  /** Default: `GET`. */
  readonly method?: 'GET' | 'POST' | undefined
  /** Default: `application/x-www-form-urlencoded`. */
  readonly enctype?: 'application/x-www-form-urlencoded' | 'multipart/form-data' | 'text/plain' | undefined
}

const ENCODINGS: Readonly<Record<NonNullable<FormAttributes['enctype']>, BodyKind>> = {
  'application/x-www-form-urlencoded': 'urlencoded',
  'multipart/form-data': 'form-data',
  'text/plain': 'text',
}

/**
 * A form that a page sends: a navigation with cookies, which CORS does not restrict. Only `enforce` keeps a POST out.
 *
 * @see https://html.spec.whatwg.org/#form-submission-algorithm
 */
export function formRequest(origin: string, url: string, attributes: FormAttributes = {}): BrowserRequest {
  const { method = 'GET', enctype = 'application/x-www-form-urlencoded' } = attributes
  const request: BrowserRequest = { origin, url, method, initiator: 'form', mode: 'navigate', credentials: 'include' }
  return method === 'GET' ? request : { ...request, body: ENCODINGS[enctype] }
}

/**
 * A request of `navigator.sendBeacon()`: a POST with cookies whose response is discarded.
 *
 * @param type the Content-Type of a Blob: one that is not CORS-safelisted needs a preflight. Default: that of `body`
 * @see https://w3c.github.io/beacon/#sendbeacon-method
 */
export function beaconRequest(
  origin: string,
  url: string,
  options: { readonly body?: BodyKind | undefined; readonly type?: string | undefined } = {},
): BrowserRequest {
  const { body = 'text', type } = options
  const request: BrowserRequest = { origin, url, method: 'POST', body, initiator: 'beacon', credentials: 'include' }
  return type === undefined ? { ...request, mode: 'no-cors' } : { ...request, headers: { 'Content-Type': type } }
}

/**
 * A WebSocket's opening handshake: with cookies and the page's Origin, which the server has to check by itself, since
 * CORS does not apply.
 *
 * @param url with the scheme ws, wss, http or https
 * @see https://websockets.spec.whatwg.org/#opening-handshake
 */
export function webSocketRequest(origin: string, url: string): BrowserRequest {
  return { origin, url, initiator: 'websocket', mode: 'websocket', credentials: 'include', redirect: 'error' }
}
