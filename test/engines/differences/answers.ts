import { isRedirectStatus } from '../../../src/fetch-model/redirect.js'
import { ALLOW_HEADERS, ALLOW_ORIGIN } from '../../../src/http/field-names.js'
import type { Case, Lines, LocationForm } from '../case.js'
import { type KnownDifference, mapAnswers } from './known-difference.js'

/** Where browsers read an answer in another way than the standard does. */

const doubleLocation: KnownDifference = {
  name: 'location-twice',
  engines: ['chromium', 'firefox'],
  reason: 'Two Location lines that say the same are followed; in the standard they are no URL.',
  spec: 'https://fetch.spec.whatwg.org/#concept-response-location-url',
  amend: (asked) => replaceLocations(asked, ['double'], 'url'),
}

const userInLocation: KnownDifference = {
  name: 'location-with-user',
  engines: ['chromium'],
  reason:
    'A redirect to a URL with a user name is followed for XMLHttpRequest alone; in the standard, within an origin and in no-cors mode it always is.',
  spec: 'https://fetch.spec.whatwg.org/#http-redirect-fetch',
  amend: (asked) => (asked.via === 'xhr' ? asked : replaceLocations(asked, ['user', 'password'], 'invalid')),
}

function replaceLocations(asked: Case, from: readonly LocationForm[], to: LocationForm): Case {
  return {
    ...asked,
    hops: asked.hops.map((hop) => (from.includes(hop.location) ? { ...hop, location: to } : hop)),
  }
}

const CORP = 'cross-origin-resource-policy'

const sameSiteAddress: KnownDifference = {
  name: 'same-site-of-an-address',
  engines: ['chromium'],
  reason:
    'An IP address is not of the same site as itself at another port, for Cross-Origin-Resource-Policy: same-site.',
  spec: 'https://fetch.spec.whatwg.org/#cross-origin-resource-policy-internal-check',
  amend: (asked) => {
    if (asked.mode !== 'no-cors') return asked
    return mapAnswers(asked, (lines, i, kind) =>
      kind === 'preflight' || (asked.hops[i]?.server === 0 && asked.via !== 'frame') ? lines : sameOriginInstead(lines),
    )
  },
}

function sameOriginInstead(lines: Lines): Lines {
  if (lines.filter(([name]) => name.toLowerCase() === CORP).length !== 1) return lines
  return lines.map(([name, value]) =>
    name.toLowerCase() === CORP && value === 'same-site' ? [name, 'same-origin'] : [name, value],
  )
}

const emptyLines: KnownDifference = {
  name: 'empty-lines-ignored',
  engines: ['firefox'],
  reason:
    'A field line without a value is not there for a field that has another line; Access-Control-Allow-Origin is an exception if it is written just so.',
  spec: 'https://fetch.spec.whatwg.org/#concept-header-list-get',
  amend: (asked) =>
    mapAnswers(asked, (lines, hop) => {
      const isOwn = asked.via !== 'frame' && asked.hops.slice(0, hop + 1).every(({ server }) => server === 0)
      return lines.filter((line) => !isEmptyOfSeveral(line, lines) || (line[0] === ALLOW_ORIGIN && !isOwn))
    }),
}

function isEmptyOfSeveral([name, value]: readonly [string, string], lines: Lines): boolean {
  return value.trim() === '' && lines.filter(([other]) => other.toLowerCase() === name.toLowerCase()).length > 1
}

const wildcardAuthorization: KnownDifference = {
  name: 'wildcard-covers-authorization',
  engines: ['chromium', 'firefox', 'webkit'],
  reason:
    'Access-Control-Allow-Headers: * allows Authorization too, without credentials; in the standard it has to be named.',
  spec: 'https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name',
  amend: (asked) => {
    if (asked.credentials === 'include') return asked
    return mapAnswers(asked, (lines) => (lines.some(isWildcard) ? [...lines, [ALLOW_HEADERS, 'authorization']] : lines))
  },
}

function isWildcard([name, value]: readonly [string, string]): boolean {
  return name === ALLOW_HEADERS && value.split(',').some((element) => element.trim() === '*')
}

/** A request in no-cors mode to another origin is refused at once if its redirect mode is not `follow`. */
function isSent({ mode, via, hops }: Case): boolean {
  return mode !== 'no-cors' || (hops[0]?.server === 0 && via !== 'frame')
}

const absentLocation: KnownDifference = {
  name: 'redirect-mode-without-location',
  engines: ['chromium', 'webkit'],
  reason: 'With the redirect mode error, a redirect without a Location is a response like any other.',
  spec: 'https://fetch.spec.whatwg.org/#concept-http-fetch',
  amend: (asked) => {
    const [first, second] = asked.hops
    const isFinal = second === undefined || second.location === 'absent'
    const isMeant =
      isSent(asked) && asked.redirect === 'error' && isFinal && isRedirectStatus(Number(first?.actual.status))
    return isMeant ? { ...asked, redirect: 'follow' } : asked
  },
}

const manualScheme: KnownDifference = {
  name: 'manual-redirect-to-other-scheme',
  engines: ['webkit'],
  reason: 'With the redirect mode manual, a redirect to a URL that is not of HTTP is an error at once.',
  spec: 'https://fetch.spec.whatwg.org/#concept-http-fetch',
  amend: (asked) =>
    isSent(asked) && asked.redirect === 'manual' && asked.hops[1]?.location === 'scheme'
      ? { ...asked, redirect: 'follow' }
      : asked,
}

const manualInvalid: KnownDifference = {
  name: 'manual-redirect-to-no-url',
  engines: ['chromium'],
  reason: 'With the redirect mode manual, a redirect to what is no URL is an error at once.',
  spec: 'https://fetch.spec.whatwg.org/#concept-http-fetch',
  amend: (asked) =>
    isSent(asked) && asked.redirect === 'manual' && asked.hops[1]?.location === 'invalid'
      ? { ...asked, redirect: 'follow' }
      : asked,
}

const unfollowedImage: KnownDifference = {
  name: 'image-redirected-to-other-scheme',
  engines: ['firefox'],
  reason:
    'An image that is redirected to a scheme that nobody knows is shown, if the redirect came with a picture; and a canvas may read it, if that came from the own server.',
  spec: 'https://fetch.spec.whatwg.org/#http-redirect-fetch',
  amend: (asked) => (isImageWithoutCors(asked) ? replaceLocations(asked, ['scheme'], 'absent') : asked),
  adjust: (predicted, asked) => {
    const [from, to] = asked.hops.slice(predicted.wire.length - 1)
    const isOwn = from?.server === 0 && isRedirectStatus(from.actual.status) && to?.location === 'scheme'
    return isImageWithoutCors(asked) && predicted.seen.outcome === 'opaque' && isOwn
      ? { ...predicted, seen: { outcome: 'readable' } }
      : predicted
  },
}

function isImageWithoutCors({ via, mode }: Case): boolean {
  return via === 'image' && mode === 'no-cors'
}

export const ANSWER_DIFFERENCES: readonly KnownDifference[] = [
  manualInvalid,
  doubleLocation,
  userInLocation,
  sameSiteAddress,
  emptyLines,
  wildcardAuthorization,
  absentLocation,
  manualScheme,
  unfollowedImage,
]
