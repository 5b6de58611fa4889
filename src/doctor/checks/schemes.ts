import { headerLines } from '../../fetch-model/header-list.js'
import { isMixedContent } from '../../fetch-model/mixed-content.js'
import { isCookieForOtherSites } from '../../fetch-model/remarks.js'
import { isLoopbackHost } from '../../sites/loopback.js'
import { isSameSite } from '../../sites/site.js'
import type { Draft, Inspect } from './draft.js'

/** What has nothing to do with CORS, and looks like it. */
export const inspectSchemes: Inspect = ({ get, settings, plan }) => {
  const { url, origin, credentials } = settings
  const actual = get('actual')
  if (actual?.response === undefined) return []
  const drafts: Draft[] = []
  if (plan.preflight === undefined) drafts.push({ code: 'same-origin', shown: [actual], values: { origin } })
  const insecure = url.protocol === 'http:' && !isLoopbackHost(url.hostname)
  if (isMixedContent(origin, url)) drafts.push({ code: 'mixed-content', shown: [actual], values: { origin } })
  const cookies = headerLines(actual.response.headers, 'set-cookie')
  if (insecure && (credentials || cookies.length > 0)) {
    drafts.push({ code: 'cookie-over-http', shown: [actual], names: cookies.length > 0 ? ['Set-Cookie'] : [] })
  }
  const lost = cookies.filter((cookie) => !isCookieForOtherSites(cookie))
  if (credentials && lost.length > 0 && !isSameSite(origin, url.origin)) {
    const names = lost.map((cookie) => cookie.split('=', 1)[0]).join(', ')
    drafts.push({ code: 'cookie-not-cross-site', shown: [actual], names: ['Set-Cookie'], values: { names, origin } })
  }
  return drafts
}
