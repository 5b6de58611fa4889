import { exposedHeaderNames, isSafelistedResponseHeader } from '../../fetch-model/filtered-response.js'
import { getHeader, type HeaderList, hasHeader, headerLines, sortedNames } from '../../fetch-model/header-list.js'
import { isRedirectStatus } from '../../fetch-model/redirect.js'
import { isCookieForOtherSites } from '../../fetch-model/remarks.js'
import { ALLOW_ORIGIN, EXPOSE_HEADERS } from '../../http/field-names.js'
import { isLoopbackHost } from '../../sites/loopback.js'
import { isSameSite } from '../../sites/site.js'
import { fieldsOf, isOk, statusOf } from '../exchange.js'
import { credentialsMode, get, hasCorsFields, isReadable, isStandIn, unanswered } from '../facts.js'
import type { FindingItem } from '../finding.js'
import type { Draft, Inspect } from './draft.js'

/** Errors without the headers: the page then sees a CORS failure in place of the error. */
export const inspectErrors: Inspect = (facts) => {
  const actual = get(facts, 'actual')
  const missing = get(facts, 'not-found')
  if (actual !== undefined && statusOf(actual) >= 400 && !hasCorsFields(actual) && !isStandIn(facts)) {
    if (hasCorsFields(get(facts, 'preflight'))) {
      return [
        {
          item: { code: 'error-without-cors', status: statusOf(actual) },
          shown: [actual],
          names: [ALLOW_ORIGIN],
          severity: 'error',
        },
      ]
    }
  }
  if (missing === undefined || statusOf(missing) < 400) return []
  if (!isReadable(actual, facts) || !isOk(actual) || isReadable(missing, facts)) return []
  return [{ item: { code: 'error-without-cors', status: statusOf(missing) }, shown: [missing], names: [ALLOW_ORIGIN] }]
}

/** Headers that scripts often need, in addition to the app's own. */
const OF_USE =
  /^(content-disposition|content-range|link|location|mcp-session-id|ratelimit(-.*)?|retry-after|www-authenticate|x-.*)$/
/** What matters to browsers, caches and operators only. */
const OF_NO_USE =
  /^x-(powered-by|frame-options|content-type-options|xss-protection|dns-prefetch-control|download-options|permitted-cross-domain-policies|robots-tag|ua-compatible|cache.*|served-by|timer|varnish|amz-.*|amzn-.*|envoy-.*|runtime|via|azure-ref|proxy-.*|fastly-.*|vercel-.*|nf-.*|kong-.*|goog-.*|guploader-.*|ms-.*)$/

/** What the response says and no script gets to see; of what the page reads, if that is known. */
export const inspectExposed: Inspect = (facts) => {
  const { settings, plan } = facts
  const { reads = [] } = settings
  const actual = get(facts, 'actual')
  if (actual?.response === undefined || plan.preflight === undefined || !isReadable(actual, facts)) return []
  const { status, headers } = actual.response
  if (isRedirectStatus(status)) return []
  // `*` exposes what this response does not have as well.
  const lines: HeaderList = [...headers, ...reads.map((name): [string, string] => [name, ''])]
  const exposed = exposedHeaderNames(lines, credentialsMode(settings))
  // A weak ETag is the framework's; a strong one names a part of an upload.
  const isTag = (name: string) => name === 'etag' && getHeader(headers, 'etag')?.startsWith('"') === true
  const isOfUse = (name: string) => (isTag(name) || OF_USE.test(name)) && !OF_NO_USE.test(name)
  const wanted = reads.length > 0 ? reads : sortedNames(headers.map(([name]) => name)).filter(isOfUse)
  const names = wanted.filter((name) => !exposed.has(name) && !isSafelistedResponseHeader(name))
  if (names.length === 0) return []
  const isWildcard = settings.credentials && getHeader(headers, EXPOSE_HEADERS)?.includes('*') === true
  const item: FindingItem = isWildcard
    ? { code: 'expose-wildcard-credentials', names }
    : { code: 'expose-headers-missing', names, absent: names.filter((name) => !hasHeader(headers, name)) }
  // What the page is known to read is more than good to know.
  const severity = reads.length > 0 ? ({ severity: 'warning' } as const) : {}
  return [{ item, shown: [actual], names: [EXPOSE_HEADERS, ...names], ...severity }]
}

/** Cookies that the browser does not keep, does not send, or sends in the open. */
export const inspectCookies: Inspect = (facts) => {
  const { url, origin, credentials } = facts.settings
  const actual = get(facts, 'actual')
  if (actual?.response === undefined || facts.plan.preflight === undefined) return []
  const cookies = headerLines(fieldsOf(actual), 'set-cookie')
  const names = cookies.map(nameOf)
  if (!credentials) {
    return names.length === 0
      ? []
      : [{ item: { code: 'cookie-ignored', names }, shown: [actual], names: ['Set-Cookie'] }]
  }
  const drafts: Draft[] = []
  if (url.protocol === 'http:' && !isLoopbackHost(url.hostname)) {
    drafts.push({ item: { code: 'cookie-over-http' }, shown: [actual], names: names.length > 0 ? ['Set-Cookie'] : [] })
  }
  const lost = cookies.filter((cookie) => !isCookieForOtherSites(cookie)).map(nameOf)
  if (lost.length > 0 && !isSameSite(origin, url.href)) {
    drafts.push({
      item: { code: 'cookie-not-cross-site', names: lost, origin },
      shown: [actual],
      names: ['Set-Cookie'],
    })
  }
  return drafts
}

/** A cookie without `=` has a value and no name. */
function nameOf(cookie: string): string {
  return /^([^=;]+)=/.exec(cookie)?.[1]?.trim() ?? '(no name)'
}

/** What was planned and has no answer: nothing is known about it. */
export const inspectLeftOut: Inspect = (facts) => {
  const probes = unanswered(facts)
  if (probes.length === 0) return []
  const why = facts.leftOut.some((each) => each.why === 'private') ? 'private' : 'time'
  return [{ item: { code: 'incomplete', probes, why }, shown: facts.exchanges.slice(-1) }]
}
