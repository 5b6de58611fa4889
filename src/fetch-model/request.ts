import type { HeaderFields } from './header-list.js'

/**
 * https://fetch.spec.whatwg.org/#concept-request-mode. `navigate` and `websocket` are those of {@link formRequest} and
 * {@link webSocketRequest}; no script can ask for them.
 */
export type RequestMode = 'cors' | 'no-cors' | 'same-origin' | 'navigate' | 'websocket'

/** https://fetch.spec.whatwg.org/#concept-request-credentials-mode: cookies, client certificates, HTTP authentication. */
export type CredentialsMode = 'omit' | 'same-origin' | 'include'

/** https://fetch.spec.whatwg.org/#concept-request-redirect-mode */
export type RedirectMode = 'follow' | 'error' | 'manual'

/** https://fetch.spec.whatwg.org/#concept-request-destination, as far as it is modelled. `''`: a script's own request. */
export type Destination = '' | 'image' | 'font' | 'script' | 'style' | 'audio' | 'video'

/** What starts the request. `xhr` is XMLHttpRequest. */
export type Initiator = 'fetch' | 'xhr' | 'element' | 'eventsource' | 'form' | 'beacon' | 'websocket'

/** https://html.spec.whatwg.org/#embedder-policy-value */
export type EmbedderPolicy = 'unsafe-none' | 'require-corp' | 'credentialless'

/**
 * The kind of body: it decides the Content-Type that the browser adds if the script sets none
 * (https://fetch.spec.whatwg.org/#concept-bodyinit-extract). A string is `text` even if it holds JSON; `bytes` is an
 * ArrayBuffer, or a Blob without a type; `stream` is a ReadableStream, which always needs a preflight.
 */
export type BodyKind = 'text' | 'urlencoded' | 'form-data' | 'bytes' | 'stream'

/** The `crossorigin` attribute of an element; undefined if it has none. */
export type CrossOrigin = 'anonymous' | 'use-credentials' | undefined

/** A request of a page: the options of `fetch()`, and the page's origin. */
export interface BrowserRequest {
  /**
   * The page's origin, `https://app.example.com`. `null` for a sandboxed frame. A URL is reduced to its origin, which
   * is `null` for a `file:` or `data:` page; text that is not a URL is used unchanged.
   */
  readonly origin: string
  /** Absolute, or relative to the page's origin. */
  readonly url: string
  /** As the script writes it. Default: `GET`. */
  readonly method?: string | undefined
  /** As the script sets them. The browser adds its own. A number is written as text, as `fetch()` does. */
  readonly headers?: HeaderFields | undefined
  /** Default: `cors`, as for `fetch()` and XMLHttpRequest. */
  readonly mode?: RequestMode | undefined
  /** Default: `same-origin`. XMLHttpRequest's `withCredentials` is `include`. */
  readonly credentials?: CredentialsMode | undefined
  /** Default: `follow`. */
  readonly redirect?: RedirectMode | undefined
  /** Default: none. */
  readonly body?: BodyKind | undefined
  /** Whether the script listens for upload events of an XMLHttpRequest. Default: false. */
  readonly uploadListeners?: boolean | undefined
  /** The use of the response; see {@link imageRequest} and its siblings. Default: `''`. */
  readonly destination?: Destination | undefined
  /** Whether the element has an `integrity` attribute. Default: false. */
  readonly integrity?: boolean | undefined
  /** Default: `xhr` with `uploadListeners`, `element` with a destination, else `fetch`. */
  readonly initiator?: Initiator | undefined
  /** The page's Cross-Origin-Embedder-Policy. Default: `unsafe-none`. */
  readonly embedderPolicy?: EmbedderPolicy | undefined
}
