import { getHeader, type HeaderList, hasHeader } from '../fetch-model/header-list.js'
import { isRedirectStatus } from '../fetch-model/redirect.js'
import { parseUrl } from '../http/parse-url.js'
import { bodyOf, type Exchange, fieldsOf, statusOf } from './exchange.js'
import type { FindingFacts } from './finding.js'
import type { TransportErrorCode } from './transport.js'

/** What keeps every request from being answered: to try another would say the same. */
const UNREACHABLE: ReadonlySet<TransportErrorCode> = new Set([
  'dns-failed',
  'connection-refused',
  'tls-untrusted',
  'tls-name-mismatch',
  'tls-expired',
  'tls-failed',
  'client-certificate-required',
])

export function isUnreachable(exchange: Exchange | undefined): boolean {
  return exchange?.failure !== undefined && UNREACHABLE.has(exchange.failure.code)
}

type Challenge = FindingFacts['challenge-page']['by']

/** Whose challenge page comes before the server, to tell people from programs: a script gets it instead of the answer. */
export function challengeOf(exchange: Exchange | undefined): Challenge | undefined {
  const fields = fieldsOf(exchange)
  if (hasHeader(fields, 'cf-mitigated')) return 'cloudflare'
  if (hasHeader(fields, 'x-amzn-waf-action')) return 'aws-waf'
  // https://ngrok.com/docs/errors/err_ngrok_6024: the page that warns visitors of free tunnels.
  if (getHeader(fields, 'ngrok-error-code') === 'ERR_NGROK_6024') return 'ngrok'
  const isPage = /html/i.test(getHeader(fields, 'content-type') ?? '')
  const text = bodyOf(exchange)
  if (
    !isPage ||
    !/just a moment|attention required!|captcha|verify you are human|_incapsula_|ddos protection/i.test(text)
  ) {
    return hasHeader(fields, 'x-vercel-mitigated') ? 'other' : undefined
  }
  return /cloudflare/i.test(getHeader(fields, 'server') ?? '') ? 'cloudflare' : 'other'
}

const LOGIN_PATH =
  /(^|[/._-])(log-?in|sign-?in|sso|saml2?|oauth2?|authorize|authenticate|cas|openid-connect)([/._?-]|$)/i
const LOGIN_HOST = /(^|\.)(login|auth|sso|accounts|idp|signin)\.|\.(okta|auth0|cloudflareaccess|onelogin)\.com$/i

/** Where a login is, if the response leads there. */
export function loginLocation(exchange: Exchange | undefined): string | undefined {
  const location = locationOf(exchange)
  if (location === undefined) return undefined
  const { pathname, hostname } = new URL(location)
  return LOGIN_PATH.test(pathname) || LOGIN_HOST.test(hostname) ? location : undefined
}

/** The absolute URL that a response redirects to. */
export function locationOf(exchange: Exchange | undefined): string | undefined {
  const location = getHeader(fieldsOf(exchange), 'location')
  if (exchange === undefined || location === undefined || !isRedirectStatus(statusOf(exchange))) return undefined
  return parseUrl(location, exchange.request.url)?.href
}

/** What a response out of a cache says of itself; `''` if it says nothing. */
export function cacheProof(fields: HeaderList): string {
  const age = getHeader(fields, 'age')
  if (age !== undefined && Number(age) > 0) return `Age: ${age}`
  for (const name of [
    'x-cache',
    'cf-cache-status',
    'x-cache-status',
    'x-proxy-cache',
    'x-vercel-cache',
    'cache-status',
  ]) {
    const value = getHeader(fields, name) ?? ''
    if (/\bhit\b/i.test(value)) return `${name}: ${value}`
  }
  // The number of the request, and of the one that filled the cache.
  const varnish = getHeader(fields, 'x-varnish') ?? ''
  return /^\d+ \d+$/.test(varnish) ? `x-varnish: ${varnish}` : ''
}

/** Whether a cache may store the response and use it again: RFC 9111 sections 3 and 4.2. */
export function isStorable(exchange: Exchange | undefined): boolean {
  const fields = fieldsOf(exchange)
  const control = getHeader(fields, 'cache-control') ?? ''
  if (statusOf(exchange) !== 200 || /no-store/i.test(control)) return false
  const lifetime = /(?:^|[\s,])(?:s-maxage|max-age)\s*=\s*"?(\d+)/i.exec(control)?.[1]
  if (lifetime !== undefined) return Number(lifetime) > 0
  if (/no-cache/i.test(control)) return false
  // Without a lifetime, caches choose one by the date of the last change.
  return hasHeader(fields, 'expires') || hasHeader(fields, 'last-modified')
}
