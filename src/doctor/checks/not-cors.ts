import { getHeader } from '../../fetch-model/header-list.js'
import { isMixedContent } from '../../fetch-model/mixed-content.js'
import { isRedirectStatus } from '../../fetch-model/redirect.js'
import { firstFailure } from '../../fetch-model/step.js'
import { ALLOW_ORIGIN } from '../../http/field-names.js'
import { isSameSite } from '../../sites/site.js'
import { fieldsOf, statusOf } from '../exchange.js'
import { all, type Facts, failsAnyway, get, isReadable, isStandIn, isUnknownMethod, withoutOrigin } from '../facts.js'
import { isUnknownOrigin } from '../inspect/unknown.js'
import { challengeOf, locationOf, loginLocation } from '../signs.js'
import { type Draft, type Inspect, made } from './draft.js'

/** Pages in front of the server: somebody is to prove that they are human, or to log in. */
export const inspectGates: Inspect = (facts) => {
  const shown = made(get(facts, 'actual'), get(facts, 'preflight'))
  const challenged = shown.find((exchange) => challengeOf(exchange) !== undefined)
  if (challenged !== undefined && !isReadable(challenged, facts)) {
    const by = challengeOf(challenged) as NonNullable<ReturnType<typeof challengeOf>>
    return [
      {
        item: { code: 'challenge-page', by },
        shown: [challenged],
        names: ['Content-Type', 'cf-mitigated', 'ngrok-error-code', 'x-amzn-waf-action'].filter(
          (name) => getHeader(fieldsOf(challenged), name) !== undefined,
        ),
      },
    ]
  }
  const led = all(facts, 'actual', 'preflight', 'redirect').find((exchange) => loginLocation(exchange) !== undefined)
  // A page that may read the login as well has a login that is made for it.
  if (led === undefined || firstFailure(facts.evaluation.steps) === undefined) return []
  const location = loginLocation(led) as string
  return [{ item: { code: 'login-redirect', status: statusOf(led), location }, shown: [led], names: ['Location'] }]
}

/** Redirects that lead back to where they come from. */
export const inspectLoops: Inspect = (facts) => {
  const hop = all(facts, 'actual', 'preflight').find((exchange) => locationOf(exchange) === exchange.request.url)
  const loops = firstFailure(facts.evaluation.steps)?.reason === 'redirect-count'
  const shown = made(hop ?? (loops ? get(facts, 'actual') : undefined))
  const [first] = shown
  return first === undefined
    ? []
    : [{ item: { code: 'redirect-loop', url: first.request.url }, shown, names: ['Location'] }]
}

/** Whether browsers send the request at all, as the model of the browser has it. */
export const inspectSchemes: Inspect = (facts) => {
  const { url, origin } = facts.settings
  const [first] = facts.exchanges
  if (first === undefined) return []
  const drafts: Draft[] = []
  if (isMixedContent(origin, url)) drafts.push({ item: { code: 'mixed-content', origin }, shown: [first] })
  const local = facts.evaluation.notes.find((note) => note.code === 'local-network-access')
  if (local !== undefined && !isUnknownOrigin(origin)) {
    const item = { code: 'local-network-access', host: url.hostname, secure: local.secure } as const
    drafts.push({ item, shown: [first], severity: local.secure ? 'note' : 'warning' })
  }
  if (facts.plan.preflight === undefined && first.response !== undefined) {
    drafts.push({ item: { code: 'same-origin', origin }, shown: [first] })
  }
  return drafts
}

/** What elements load without CORS, and Cross-Origin-Resource-Policy keeps from them. */
const OF_ELEMENTS = /^(image|audio|video|font)\/|^(text\/css|text\/javascript|application\/javascript)\b/i

/** https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header: it counts for elements without `crossorigin`. */
export const inspectResourcePolicy: Inspect = (facts) => {
  const { origin, url } = facts.settings
  const plain = get(facts, 'plain') ?? get(facts, 'actual')
  const policy = getHeader(fieldsOf(plain), 'cross-origin-resource-policy')?.toLowerCase()
  if (plain === undefined || url.origin === origin) return []
  if (!OF_ELEMENTS.test(getHeader(fieldsOf(plain), 'content-type') ?? '')) return []
  const blocks = policy === 'same-origin' || (policy === 'same-site' && !isSameSite(origin, url.href))
  if (!blocks) return []
  const severity = isReadable(get(facts, 'actual'), facts) ? 'warning' : 'error'
  const names = ['Cross-Origin-Resource-Policy', 'Content-Type']
  return [{ item: { code: 'resource-policy', policy, origin }, shown: [plain], names, severity }]
}

/** Failures that do not depend on the page, and statuses that are not ok. */
export const inspectStatus: Inspect = (facts) => {
  const actual = get(facts, 'actual')
  const status = statusOf(actual)
  const drafts: Draft[] = []
  if (actual === undefined || actual.response === undefined) return drafts
  const readable = isReadable(actual, facts)
  const names = ['Content-Type', 'ngrok-error-code', 'Retry-After', ALLOW_ORIGIN].filter(
    (name) => name === ALLOW_ORIGIN || getHeader(fieldsOf(actual), name) !== undefined,
  )
  const shown = made(actual, withoutOrigin(facts))
  if (failsAnyway(facts) && (!readable || status >= 500)) {
    const server = getHeader(fieldsOf(actual), 'ngrok-error-code') ?? getHeader(fieldsOf(actual), 'server') ?? ''
    const recorded = facts.live ? {} : ({ recorded: true } as const)
    const item = { code: 'server-failing', status, readable, standIn: isStandIn(facts), server, ...recorded } as const
    drafts.push({ item, shown, names })
  } else if (readable && status >= 400 && !isStandIn(facts) && failsAnyway(facts)) {
    drafts.push({ item: { code: 'status-not-ok', status }, shown: [actual], names })
  }
  return [...drafts, ...notSent(facts, readable)]
}

/** The GET that was sent instead tells little, or nothing if the server has no GET. */
function notSent(facts: Facts, readable: boolean): Draft[] {
  const actual = get(facts, 'actual')
  if (actual === undefined || !isStandIn(facts)) return []
  const status = statusOf(actual)
  const isUnknown = isUnknownMethod(facts)
  const { method } = facts.plan.actual
  if (!isUnknown && !readable) return []
  const severity = isUnknown ? 'warning' : 'note'
  return [
    { item: { code: 'method-not-sent', method, status }, shown: [actual], names: ['Allow', ALLOW_ORIGIN], severity },
  ]
}

/** Redirects that browsers do not follow, or not with the page's Origin. */
export const inspectRedirects: Inspect = (facts) => {
  const hops = made(get(facts, 'actual'), ...all(facts, 'redirect'))
  const failed = firstFailure(facts.evaluation.steps)
  const last = hops.at(-1)
  const names = ['Location', ALLOW_ORIGIN]
  if (last === undefined) return []
  const location = getHeader(fieldsOf(last), 'location')
  if (
    isRedirectStatus(statusOf(last)) &&
    location !== undefined &&
    !isReadable(last, facts) &&
    facts.plan.preflight !== undefined
  ) {
    return [{ item: { code: 'redirect-without-cors', status: statusOf(last), location }, shown: [last], names }]
  }
  if (failed?.step.startsWith('redirect-') && failed.reason !== 'redirect-count') {
    return [{ item: { code: 'redirect-refused', detail: failed.detail }, shown: [last], names }]
  }
  const crossing = hops.findIndex(({ request }, i) => {
    const next = hops[i + 1]
    return next !== undefined && new URL(request.url).origin !== new URL(next.request.url).origin
  })
  // What fails at the same origin does so for a reason that has nothing to do with the way there.
  if (crossing < 0) {
    const isRefused =
      hops.length > 1 && failed !== undefined && failed.step !== 'network' && failed.reason !== 'redirect-count'
    return isRefused ? [{ item: { code: 'redirect-refused', detail: failed.detail }, shown: [last], names }] : []
  }
  const shown = hops.slice(crossing, crossing + 2)
  const [from, to] = shown.map(({ request }) => new URL(request.url).origin) as [string, string]
  const severity = failed === undefined ? ({ severity: 'note' } as const) : {}
  return [{ item: { code: 'redirect-cross-origin', from, to }, shown, names, ...severity }]
}
