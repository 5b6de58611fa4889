import { isRedirectStatus } from '../../../src/fetch-model/redirect.js'
import { parsePath } from '../answers.js'
import type { Case, Hop } from '../case.js'
import type { Observation, WireRequest } from '../observation.js'
import { predict } from '../predict.js'
import { type KnownDifference, withMethods } from './known-difference.js'

/** Where browsers follow a redirect in another way than the standard does. */

const preflightAgain: KnownDifference = {
  name: 'preflight-again-after-redirect',
  engines: ['firefox'],
  reason: 'A request that needed a preflight is preflighted at each further URL, even when it has become a simple one.',
  spec: 'https://fetch.spec.whatwg.org/#http-redirect-fetch',
  amend: (asked) => {
    const { wire } = predict(asked, SOMEWHERE)
    if (asked.uploadListeners || !wire.some(({ kind }) => kind === 'preflight')) return asked
    // Upload listeners make each request one that needs a preflight. They also stand in for the list of methods where
    // there is none, so there has to be one.
    return withMethods({ ...asked, uploadListeners: true })
  },
}

/** Where a case runs does not matter to whether it needs a preflight. */
const SOMEWHERE = { id: '0', ports: [1, 2, 3] }

const authorizationKept: KnownDifference = {
  name: 'authorization-kept-across-origins',
  engines: ['webkit'],
  reason: 'Authorization stays in a request that is redirected to another origin.',
  spec: 'https://fetch.spec.whatwg.org/#http-redirect-fetch',
  limit: (asked, predicted) =>
    asked.headers.some(([name]) => name.toLowerCase() === 'authorization')
      ? countUntilRedirect(asked, predicted, ({ from, to }) => from.server !== to.server)
      : undefined,
}

const becomesGet: KnownDifference = {
  name: 'redirect-changes-method',
  engines: ['webkit'],
  reason:
    'A redirect with 301, 302 or 303 makes every method GET, not POST alone, and any redirect does so to DELETE; the Content-Type of the body that is gone stays, and so does the Origin.',
  spec: 'https://fetch.spec.whatwg.org/#http-redirect-fetch',
  limit: (asked, predicted) =>
    countUntilRedirect(asked, predicted, ({ from: { actual }, request: { method } }) => {
      const isMeant = [301, 302, 303].includes(actual.status) || method === 'DELETE'
      return isMeant && method !== 'GET' && method !== 'HEAD'
    }),
}

const joinedLocation: KnownDifference = {
  name: 'location-twice-is-one',
  engines: ['webkit'],
  reason: 'Two Location lines are joined, and the text that comes of it is taken for one URL.',
  spec: 'https://fetch.spec.whatwg.org/#concept-response-location-url',
  limit: (asked, predicted) => countUntilRedirect(asked, predicted, ({ to }) => to.location === 'double'),
}

const userAfterPreflight: KnownDifference = {
  name: 'location-with-user-preflighted',
  engines: ['webkit'],
  reason: 'A redirect to another origin with a user name is refused after a preflight, and not before it.',
  spec: 'https://fetch.spec.whatwg.org/#http-redirect-fetch',
  limit: (asked, predicted) =>
    countUntilRedirect(asked, predicted, ({ to }) => to.location === 'user' || to.location === 'password'),
}

const twoRedirects: KnownDifference = {
  name: 'foreign-redirect-after-own',
  engines: ['webkit'],
  reason: 'Where the page’s own server redirects to a foreign one, and that redirects again, the response is refused.',
  spec: 'https://fetch.spec.whatwg.org/#http-redirect-fetch',
  limit: (asked, predicted) =>
    countUntilRedirect(asked, predicted, ({ from, index }) => from.server !== 0 && asked.hops[index - 1]?.server === 0),
}

const authorizationLost: KnownDifference = {
  name: 'authorization-lost-at-redirect',
  engines: ['firefox'],
  reason:
    'A request that loses its Authorization at a redirect is refused if the page’s own server sent it, and asks for Authorization once more at the next redirect otherwise.',
  spec: 'https://fetch.spec.whatwg.org/#http-redirect-fetch',
  limit: (asked, predicted) =>
    asked.headers.some(([name]) => name.toLowerCase() === 'authorization')
      ? countUntilRedirect(asked, predicted, ({ from, to, index }) => {
          const before = asked.hops[index - 1] ?? from
          return from.server === 0 ? to.server !== 0 : before.server !== from.server
        })
      : undefined,
}

const bodyHeaders: KnownDifference = {
  name: 'body-headers-after-redirect',
  engines: ['firefox'],
  reason:
    'When a redirect makes a request GET, the next preflight still asks for the headers of the body that is gone, and Content-Type comes back at the next redirect.',
  spec: 'https://fetch.spec.whatwg.org/#http-redirect-fetch',
  limit: (asked, predicted) => {
    const isScripts = asked.headers.some(([name]) => BODY_HEADERS.includes(name.toLowerCase()))
    if (!isScripts && asked.body === null) return undefined
    return countUntilRedirect(asked, predicted, ({ from: { actual }, request: { method } }) =>
      isScripts ? [301, 302, 303].includes(actual.status) && method !== 'GET' : method !== asked.method.toUpperCase(),
    )
  },
}

const BODY_HEADERS = ['content-encoding', 'content-language', 'content-location', 'content-type']

interface Redirect {
  readonly from: Hop
  readonly to: Hop
  /** Of `from` among the hops. */
  readonly index: number
  readonly request: WireRequest
}

/**
 * @returns how many requests there are until a redirect of that kind has been answered; undefined if there is none
 */
function countUntilRedirect(
  { hops }: Case,
  { wire }: Observation,
  isMeant: (redirect: Redirect) => boolean,
): number | undefined {
  const found = wire.findIndex((request) => {
    const index = parsePath(new URL(request.url).pathname)?.index ?? 0
    const [from, to] = [hops[index], hops[index + 1]]
    if (request.kind !== 'actual' || from === undefined || to === undefined) return false
    return isRedirectStatus(from.actual.status) && isMeant({ from, to, index, request })
  })
  return found < 0 ? undefined : found + 1
}

export const REDIRECT_DIFFERENCES: readonly KnownDifference[] = [
  preflightAgain,
  authorizationKept,
  becomesGet,
  joinedLocation,
  userAfterPreflight,
  twoRedirects,
  authorizationLost,
  bodyHeaders,
]
