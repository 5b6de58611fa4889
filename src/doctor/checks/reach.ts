import { bodyOf, type Exchange, statusOf } from '../exchange.js'
import { get } from '../facts.js'
import type { FindingItem } from '../finding.js'
import { isUnreachable } from '../signs.js'
import type { TransportError } from '../transport.js'
import { type Draft, type Inspect, made } from './draft.js'

/** Is anybody there? */
export const inspectReach: Inspect = (facts) => {
  const [first] = facts.exchanges
  if (first?.failure === undefined) return inspectCertificate(facts)
  const isSilent = facts.exchanges.every(({ failure }) => failure !== undefined)
  if (!isUnreachable(first) && !isSilent) return []
  return [{ item: failureItem(first, first.failure), shown: [first] }]
}

function failureItem({ request }: Exchange, { code, fault }: TransportError): FindingItem {
  const { hostname, host } = new URL(request.url)
  return { code, host: hostname, where: host, fault }
}

/** nginx asks for a certificate in HTTP, where the handshake did not: `400 No required SSL certificate was sent`. */
const inspectCertificate: Inspect = (facts) => {
  const actual = get(facts, 'actual')
  const says = bodyOf(actual)
  if (
    actual === undefined ||
    statusOf(actual) !== 400 ||
    !/no required ssl certificate|client certificate/i.test(says)
  ) {
    return []
  }
  const { hostname, host } = new URL(actual.request.url)
  return [
    { item: { code: 'client-certificate-required', host: hostname, where: host, fault: 'http' }, shown: [actual] },
  ]
}

/** Some requests are answered, and this one is not. */
export const inspectSilence: Inspect = (facts) => {
  if (facts.exchanges.every(({ failure }) => failure !== undefined)) return []
  const drafts: Draft[] = []
  const preflight = get(facts, 'preflight')
  if (preflight?.failure !== undefined) {
    const code = preflight.failure.code === 'timeout' ? 'preflight-timeout' : 'preflight-no-response'
    drafts.push({
      item: { code },
      shown: [preflight],
      ...(!facts.plan.needsPreflight && { severity: 'note' as const }),
    })
  }
  const last = made(get(facts, 'actual'), ...facts.exchanges.filter(({ probe }) => probe === 'redirect')).at(-1)
  if (last?.failure !== undefined) {
    drafts.push({ item: { code: 'no-response', detail: last.failure.message }, shown: [last] })
  }
  return drafts
}
