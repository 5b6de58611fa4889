import type { BrowserRequest, CrossOrigin, Destination } from './request.js'

/**
 * The request of an `<img>` element.
 *
 * @param crossOrigin the element's `crossorigin` attribute: undefined where there is none, and then the image is shown
 *   whatever the server says, but taints a canvas
 * @see https://html.spec.whatwg.org/#create-a-potential-cors-request
 */
export function imageRequest(origin: string, url: string, crossOrigin?: CrossOrigin): BrowserRequest {
  return potentialCorsRequest('image', origin, url, crossOrigin)
}

/**
 * The request of a `<link rel="stylesheet">` element.
 *
 * @param crossOrigin its `crossorigin` attribute: without one the page's scripts cannot read the rules
 */
export function styleRequest(origin: string, url: string, crossOrigin?: CrossOrigin): BrowserRequest {
  return potentialCorsRequest('style', origin, url, crossOrigin)
}

/** The request of an `<audio>` or `<video>` element. @param crossOrigin its `crossorigin` attribute */
export function mediaRequest(
  destination: 'audio' | 'video',
  origin: string,
  url: string,
  crossOrigin?: CrossOrigin,
): BrowserRequest {
  return potentialCorsRequest(destination, origin, url, crossOrigin)
}

/**
 * The request of a `@font-face` rule: always in cors mode, and without credentials across origins.
 *
 * @see https://drafts.csswg.org/css-fonts/#font-fetching-requirements
 */
export function fontRequest(origin: string, url: string): BrowserRequest {
  return potentialCorsRequest('font', origin, url, 'anonymous')
}

/** The attributes of a `<script>` element. */
export interface ScriptAttributes {
  /** `module` scripts, and what they import, are always requested in cors mode. Default: a classic script. */
  readonly type?: 'classic' | 'module' | undefined
  readonly crossOrigin?: CrossOrigin
  /** Whether the element has an `integrity` attribute, which needs a response that the page may read. */
  readonly integrity?: boolean | undefined
}

/** The request of a `<script>` element. @see https://html.spec.whatwg.org/#fetch-a-classic-script */
export function scriptRequest(origin: string, url: string, attributes: ScriptAttributes = {}): BrowserRequest {
  const { type, crossOrigin, integrity } = attributes
  const request = potentialCorsRequest(
    'script',
    origin,
    url,
    type === 'module' ? (crossOrigin ?? 'anonymous') : crossOrigin,
  )
  return integrity === undefined ? request : { ...request, integrity }
}

function potentialCorsRequest(
  destination: Destination,
  origin: string,
  url: string,
  crossOrigin: CrossOrigin,
): BrowserRequest {
  return {
    origin,
    url,
    destination,
    mode: crossOrigin === undefined ? 'no-cors' : 'cors',
    credentials: crossOrigin === 'anonymous' ? 'same-origin' : 'include',
  }
}
