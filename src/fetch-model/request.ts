import type { HeaderFields } from './header-list.js'

/** https://fetch.spec.whatwg.org/#concept-request-mode, as far as scripts and elements choose it. */
export type RequestMode = 'cors' | 'no-cors' | 'same-origin'

/** https://fetch.spec.whatwg.org/#concept-request-credentials-mode: cookies, client certificates, HTTP authentication. */
export type CredentialsMode = 'omit' | 'same-origin' | 'include'

/** https://fetch.spec.whatwg.org/#concept-request-redirect-mode */
export type RedirectMode = 'follow' | 'error' | 'manual'

/**
 * What a script passes as the body: it decides the Content-Type that the browser adds where the script sets none
 * (https://fetch.spec.whatwg.org/#concept-bodyinit-extract). A string is `text` even if it holds JSON; `bytes` is an
 * ArrayBuffer, or a Blob without a type; `stream` is a ReadableStream, which always needs a preflight.
 */
export type BodyKind = 'text' | 'urlencoded' | 'form-data' | 'bytes' | 'stream'

/** What a page asks its browser to do: the options of `fetch()`, and where the page comes from. */
export interface BrowserRequest {
  /**
   * The page's origin, `https://app.example.com`. `null` for a sandboxed frame or a local file. A URL is cut down to
   * its origin; any other text is taken as it stands.
   */
  readonly origin: string
  /** Absolute, or relative to the page's origin. */
  readonly url: string
  /** As the script writes it. Default: `GET`. */
  readonly method?: string | undefined
  /** As the script sets them. What a browser adds by itself comes on top. */
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
  /** `image` for an image that may end up in a canvas; see {@link imageRequest}. Default: `''`, a script's own request. */
  readonly destination?: '' | 'image' | undefined
}

/**
 * The request of an `<img>` element.
 *
 * @param crossOrigin the element's `crossorigin` attribute: undefined where there is none, and then the image is shown
 *   whatever the server says, but taints a canvas
 * @see https://html.spec.whatwg.org/#create-a-potential-cors-request
 */
export function imageRequest(
  origin: string,
  url: string,
  crossOrigin?: 'anonymous' | 'use-credentials',
): BrowserRequest {
  return {
    origin,
    url,
    destination: 'image',
    mode: crossOrigin === undefined ? 'no-cors' : 'cors',
    credentials: crossOrigin === 'anonymous' ? 'same-origin' : 'include',
  }
}
