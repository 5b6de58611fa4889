import type { FindingItem } from '../finding.js'
import {
  credentialsItem,
  type Found,
  headerItem,
  type MessageContext,
  manyItem,
  methodItem,
  missingItem,
  otherItem,
  statusItem,
} from './message-items.js'

/**
 * `(Reason: …)` in any of Firefox's languages: names of headers and values stay as they are, and words in between are
 * translated (`security.properties`). French has neither brackets nor a space before the colon in some versions.
 */
const REASON = /(?:[(（][^()（）:：]{1,14}|Raison ?|Reason ?|Motivo)[:：] ?([^()（）]{0,200}?CORS[^()（）]{0,300})/
const QUOTED = /'([^']{0,400})'/g
const OF_CORS = /^ ?(Access-Control-[\w-]+|Origin) ?$/
/** Words of the reasons that name no header. */
const PREFLIGHT = /pre-?flight|pré|previa|预检|預檢|プリフライト|사전|предвар|предпол/i
const REDIRECT = /redire|weiterleit|umleit|リダイレクト|重定向|重新導向|перенаправ|리디렉션|redirig/i
const MULTIPLE = /multi|mehrfach|mehrere|plusieurs|複数|多[个個]|여러|несколько|múltipl|più/i
const NOT_HTTP = /http/i

/** Firefox's messages, told by the names and values in them. */
export function firefoxItem(
  line: string,
  contextAt: (at: number, isAfterUrl: boolean) => MessageContext,
): Found | undefined {
  const match = REASON.exec(line)
  if (match === null) return undefined
  // An apostrophe between letters is not a quote.
  const reason = (match[1] as string).replace(/(?<=\p{L})'(?=\p{L})/gu, ' ')
  const quoted = [...reason.matchAll(QUOTED)].map(([, value]) => value as string)
  const header = quoted.map((value) => OF_CORS.exec(value)?.[1]).find((name) => name !== undefined)
  const value = quoted.find((each) => !OF_CORS.test(each))?.trim()
  return { item: itemFor(header, value, reason, contextAt(match.index, true)), at: match.index, isAfterUrl: true }
}

function itemFor(
  header: string | undefined,
  value: string | undefined,
  reason: string,
  context: MessageContext,
): FindingItem {
  switch (header) {
    case 'Access-Control-Allow-Methods':
      return value === undefined ? methodItem('of the request') : { code: 'allow-methods-invalid', part: value }
    case 'Access-Control-Allow-Headers':
      if (value !== undefined && PREFLIGHT.test(reason)) return headerItem(value)
      return { code: 'allow-headers-invalid', part: value ?? '…' }
    case 'Access-Control-Allow-Credentials':
      return { code: 'allow-credentials-missing' }
    case 'Access-Control-Allow-Origin':
      return originItem(value, reason, context)
    default:
      if (PREFLIGHT.test(reason)) {
        return context.status === 0 ? { code: 'preflight-no-response' } : statusItem(context.status)
      }
      if (REDIRECT.test(reason)) return { code: 'preflight-redirect', status: context.status ?? 0, location: '…' }
      if (NOT_HTTP.test(reason)) return { code: 'not-http', kind: 'file' }
      return { code: 'cause-hidden', by: 'other' }
  }
}

function originItem(value: string | undefined, reason: string, context: MessageContext): FindingItem {
  if (value === '*') return credentialsItem(context)
  if (value === '(null)' || (value === undefined && !MULTIPLE.test(reason))) return missingItem(context)
  if (value === undefined) return { code: 'allow-origin-doubled', names: ['Access-Control-Allow-Origin'], value: '…' }
  return value.includes(',') ? manyItem(value, context) : otherItem(value, context)
}
