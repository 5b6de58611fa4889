import { originOf } from '../answers.js'
import { type Case, type Lines, ORIGIN } from '../case.js'
import type { Observation, WireRequest } from '../observation.js'
import { type KnownDifference, mapAnswers, mapWire } from './known-difference.js'

/** Where browsers send another Origin, or other credentials, than the standard says. */

const APPEND_ORIGIN = 'https://fetch.spec.whatwg.org/#append-a-request-origin-header'

const nullOrigin: KnownDifference = {
  name: 'opaque-origin-without-cors',
  engines: ['chromium'],
  reason:
    'A page whose origin is opaque sends Origin: null with GET and HEAD in no-cors mode, if credentials are included.',
  spec: APPEND_ORIGIN,
  adjust: (predicted, asked) => withNullOrigin(predicted, asked, (first, { method }) => first.method === method),
}

const nullOriginAtFirst: KnownDifference = {
  name: 'opaque-origin-without-cors-at-first',
  engines: ['firefox'],
  reason: 'The same, until a redirect leads to another origin.',
  spec: APPEND_ORIGIN,
  adjust: (predicted, asked) =>
    withNullOrigin(predicted, asked, (_, { url }, before) =>
      before.every((earlier) => serverOf(earlier.url) === serverOf(url)),
    ),
}

function withNullOrigin(
  predicted: Observation,
  { via, mode, credentials }: Case,
  isLike: (first: WireRequest, request: WireRequest, before: readonly WireRequest[]) => boolean,
): Observation {
  const [first] = predicted.wire
  if (via !== 'frame' || mode !== 'no-cors' || credentials !== 'include' || first === undefined) return predicted
  return mapWire(predicted, (request, i) =>
    isLike(first, request, predicted.wire.slice(0, i)) ? { ...request, origin: 'null' } : request,
  )
}

const imageOrigin: KnownDifference = {
  name: 'image-same-origin',
  engines: ['chromium', 'webkit'],
  reason: 'An img element with the crossorigin attribute sends an Origin to its own origin as well.',
  spec: APPEND_ORIGIN,
  adjust: (predicted, { via, mode }, place) =>
    via !== 'image' || mode !== 'cors'
      ? predicted
      : mapWire(predicted, (request) => ({ ...request, origin: request.origin ?? originOf(place, 0) })),
}

/** Hops that a foreign server's redirect to another origin leads to: https://fetch.spec.whatwg.org/#serializing-a-request-origin. */
function taintedHops({ hops, via }: Case): ReadonlySet<number> {
  const tainted = new Set<number>()
  hops.forEach((hop, i) => {
    const before = hops[i - 1]
    if (before === undefined) return
    const crossed = before.server !== hop.server && (via === 'frame' || before.server !== 0)
    if (crossed || tainted.has(i - 1)) tainted.add(i)
  })
  return tainted
}

const preflightOrigin: KnownDifference = {
  name: 'preflight-after-redirect-names-page',
  engines: ['firefox'],
  reason:
    'The preflight of a request that was redirected from one foreign origin to another has the origin of the page, not null; and if that leads back to the page, its answer need not allow any.',
  spec: 'https://fetch.spec.whatwg.org/#serializing-a-request-origin',
  // What the preflight's answer says of the page then counts, as if it said so of null.
  amend: (asked) => {
    const tainted = taintedHops(asked)
    if (tainted.size === 0 || asked.via === 'frame') return asked
    return mapAnswers(asked, (lines, i, kind) => {
      if (kind !== 'preflight' || !tainted.has(i)) return lines
      if (asked.hops[i]?.server === 0) return [...lines.filter(([name]) => !isSharing(name)), ...ALLOW_NULL]
      return lines.map(([name, value]) => (isAllowOrigin(name) ? [name, swap(value)] : [name, value]))
    })
  },
  adjust: (predicted, { via }, place) =>
    via === 'frame'
      ? predicted
      : mapWire(predicted, (request) =>
          request.kind === 'preflight' ? { ...request, origin: originOf(place, 0) } : request,
        ),
}

const ALLOW_NULL: Lines = [
  ['Access-Control-Allow-Origin', 'null'],
  ['Access-Control-Allow-Credentials', 'true'],
]

function isSharing(name: string): boolean {
  return ALLOW_NULL.some(([field]) => field.toLowerCase() === name.toLowerCase())
}

const redirectedPost: KnownDifference = {
  name: 'redirect-without-cors-names-null',
  engines: ['chromium'],
  reason:
    'A POST in no-cors mode that is redirected to another origin has Origin: null, even if the page’s own server sent it there.',
  spec: APPEND_ORIGIN,
  adjust: (predicted, { mode }) =>
    mode !== 'no-cors'
      ? predicted
      : mapWire(predicted, (request, i) => {
          const crossed = predicted.wire.slice(0, i).some((before) => serverOf(before.url) !== serverOf(request.url))
          return crossed && request.origin !== null ? { ...request, origin: 'null' } : request
        }),
}

function serverOf(url: string): string {
  return new URL(url).origin
}

function isAllowOrigin(name: string): boolean {
  return name.toLowerCase() === 'access-control-allow-origin'
}

function swap(value: string): string {
  const trimmed = value.trim()
  if (trimmed === ORIGIN) return 'null'
  return trimmed === 'null' ? ORIGIN : value
}

const cookieKept: KnownDifference = {
  name: 'cookies-after-redirect-without-cors',
  engines: ['webkit'],
  reason:
    'In no-cors mode cookies go along to a foreign origin, although credentials are for the same one, if the page’s own server redirects there.',
  spec: 'https://fetch.spec.whatwg.org/#concept-http-network-or-cache-fetch',
  adjust: (predicted, { mode, credentials }) =>
    mode !== 'no-cors' || credentials !== 'same-origin' || predicted.wire[0]?.cookie !== true
      ? predicted
      : mapWire(predicted, (request) => ({ ...request, cookie: true })),
}

export const ORIGIN_DIFFERENCES: readonly KnownDifference[] = [
  nullOrigin,
  nullOriginAtFirst,
  imageOrigin,
  preflightOrigin,
  redirectedPost,
  cookieKept,
]
