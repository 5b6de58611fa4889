import { headerLines } from '../../fetch-model/header-list.js'
import { isCrossSite, isLoopback } from '../near-miss.js'
import type { Draft, Inspect } from './draft.js'

/** What has nothing to do with CORS, and looks like it. */
export const inspectSchemes: Inspect = ({ get, settings, plan }) => {
  const { url, origin, credentials } = settings
  const actual = get('actual')
  if (actual?.response === undefined) return []
  const drafts: Draft[] = []
  if (plan.preflight === undefined) drafts.push({ code: 'same-origin', shown: [actual], values: { origin } })
  const insecure = url.protocol === 'http:' && !isLoopback(url.hostname)
  if (insecure && origin.startsWith('https:'))
    drafts.push({ code: 'mixed-content', shown: [actual], values: { origin } })
  const cookies = headerLines(actual.response.headers, 'set-cookie')
  if (insecure && (credentials || cookies.length > 0)) {
    drafts.push({ code: 'cookie-over-http', shown: [actual], names: cookies.length > 0 ? ['Set-Cookie'] : [] })
  }
  const lost = cookies.filter((cookie) => !isForOtherSites(cookie))
  if (credentials && lost.length > 0 && isCrossSite(origin, url)) {
    const names = lost.map((cookie) => cookie.split('=', 1)[0]).join(', ')
    drafts.push({ code: 'cookie-not-cross-site', shown: [actual], names: ['Set-Cookie'], values: { names, origin } })
  }
  return drafts
}

/** https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-storage-model: None counts with Secure alone. */
function isForOtherSites(cookie: string): boolean {
  const attributes = cookie
    .toLowerCase()
    .split(';')
    .map((part) => part.replaceAll(' ', ''))
  return attributes.includes('samesite=none') && attributes.includes('secure')
}
