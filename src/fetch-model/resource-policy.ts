import { getHeader, type HeaderList } from './header-list.js'
import { type Check, fail, pass } from './step.js'

const HEADER = 'Cross-Origin-Resource-Policy'

/**
 * https://fetch.spec.whatwg.org/#cross-origin-resource-policy-internal-check, for a page without an embedder policy:
 * a server can keep even opaque responses from other origins. Helmet does so by default.
 *
 * `same-site` is judged without a public suffix list: hosts that have nothing but a top-level domain in common are
 * different sites, and two that share more are taken for one.
 */
export function resourcePolicyCheck(headers: HeaderList, origin: string, url: URL): Check {
  const policy = getHeader(headers, HEADER)
  const blocked = policy === 'same-origin' ? origin !== url.origin : policy === 'same-site' && !isSameSite(origin, url)
  if (!blocked) return pass(`${HEADER} is ${policy ?? 'absent'}, which keeps no page out`)
  return fail('resource-policy', `${HEADER} is ${policy}, and the page's origin is ${origin}`, policy)
}

function isSameSite(origin: string, url: URL): boolean {
  if (!URL.canParse(origin)) return false
  const page = new URL(origin)
  if (page.protocol !== 'https:' && url.protocol === 'https:') return false
  return (
    page.hostname === url.hostname || (isName(page.hostname) && siteGuess(page.hostname) === siteGuess(url.hostname))
  )
}

/** An address is no site of its neighbours. */
function isName(host: string): boolean {
  return !host.startsWith('[') && !/^[\d.]+$/.test(host)
}

function siteGuess(host: string): string {
  return host.split('.').slice(-2).join('.')
}
