import { parseUrl } from '../http/parse-url.js'
import { registrableDomain } from '../sites/site.js'
import { type FetchState, includesCredentials, isSameOrigin } from './fetch-state.js'
import { getHeader, type HeaderList } from './header-list.js'
import { type Check, fail, pass } from './step.js'

const HEADER = 'Cross-Origin-Resource-Policy'

/**
 * https://fetch.spec.whatwg.org/#cross-origin-resource-policy-internal-check: a server can keep even opaque responses
 * from other origins, as Helmet does by default, and a page can ask for nothing without a server's consent.
 */
export function resourcePolicyCheck(headers: HeaderList, state: FetchState): Check {
  const { origin, url } = state
  const own = getHeader(headers, HEADER)
  const stated = own === 'same-origin' || own === 'same-site' || own === 'cross-origin' ? own : undefined
  const policy = stated ?? embedderDefault(state)
  const blocked =
    (policy === 'same-origin' && !isSameOrigin(origin, url.origin)) ||
    (policy === 'same-site' && !mayShare(origin, url))
  if (!blocked) return pass({ code: 'resource-policy-passed', policy: own ?? null })
  const embedder = stated === undefined ? state.embedderPolicy : null
  return fail({ code: 'resource-policy', subject: policy, origin, embedder })
}

/** What holds for a response that says nothing. */
function embedderDefault(state: FetchState): 'same-origin' | undefined {
  if (state.embedderPolicy === 'require-corp') return 'same-origin'
  return state.embedderPolicy === 'credentialless' && includesCredentials(state) ? 'same-origin' : undefined
}

/** The same site, and not an http page that gets what came over https. */
function mayShare(origin: string, url: URL): boolean {
  const page = parseUrl(origin)
  if (page === undefined || (page.protocol !== 'https:' && url.protocol === 'https:')) return false
  return siteHost(page) === siteHost(url)
}

function siteHost({ hostname }: URL): string {
  return registrableDomain(hostname) ?? hostname
}
