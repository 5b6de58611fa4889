import { parseUrl } from '../http/parse-url.js'

/** Schemes whose pages have an opaque origin: https://html.spec.whatwg.org/#concept-origin-opaque. */
const OPAQUE: ReadonlySet<string> = new Set(['file:', 'data:', 'about:', 'javascript:'])

/**
 * A page's origin as its browser serialises it. A person may write it otherwise, or the page's URL.
 *
 * @returns `null` for pages whose origin is opaque; text that is not a URL unchanged
 */
export function pageOrigin(text: string): string {
  const url = parseUrl(text)
  if (url === undefined) return text
  if (OPAQUE.has(url.protocol)) return 'null'
  if (url.origin !== 'null') return url.origin
  // Browsers write an origin for an app's own scheme (capacitor:, chrome-extension:), which the URL standard does not.
  return url.host === '' ? text : `${url.protocol}//${url.host}`
}
