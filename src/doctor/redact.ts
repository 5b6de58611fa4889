import type { Evaluation } from '../fetch-model/evaluate.js'
import { type HeaderFields, type HeaderList, headerLines, toHeaderList } from '../fetch-model/header-list.js'
import type { Exchange } from './exchange.js'

/** Shorter ones occur in many other texts, and reveal nothing. */
const MIN_SECRET_LENGTH = 6
const HIDDEN = '…'

/** Response headers, and those of a browser, that carry a secret by their name. */
const SECRET_NAME =
  /authorization|token|secret|session-?id|api-?key|csrf|xsrf|passw|signature|credential(?!s$)|^(set-)?cookie$/i

/** Keeps out of a report what somebody passed as a secret, or a server set as one. */
export interface Redactor {
  /** A text: query values, credentials in URLs, and secrets wherever they come up again. */
  text(text: string): string
  /** The value of a request's header line. */
  sent(name: string, value: string): string
  /** The value of a response's header line. */
  received(name: string, value: string): string
}

/** @param passed the headers that a person passed: their values are nobody's business */
export function redactor(passed: HeaderFields, secrets: readonly string[], exchanges: readonly Exchange[]): Redactor {
  const fields = toHeaderList(passed)
  const names = new Set(fields.map(([name]) => name.toLowerCase()))
  const hidden = [...fields.map(([, value]) => value), ...secrets, ...exchanges.flatMap(secretsOf)].flatMap(partsOf)
  const found = [...new Set(hidden)]
    .filter((secret) => secret.length >= MIN_SECRET_LENGTH)
    .sort((a, b) => b.length - a.length)
  const text = (raw: string) => hideInUrls(found.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), raw))
  return {
    text,
    sent: (name, value) => (names.has(name.toLowerCase()) || SECRET_NAME.test(name) ? HIDDEN : text(value)),
    received(name, value) {
      const lowerCase = name.toLowerCase()
      if (lowerCase === 'set-cookie') return text(hideCookie(value))
      return SECRET_NAME.test(lowerCase) && !lowerCase.startsWith('access-control-') ? HIDDEN : text(value)
    },
  }
}

/** A token with and without the scheme before it, and a cookie with and without its name. */
function partsOf(secret: string): string[] {
  if (/^[\w.+*-]+\/[\w.+*-]+$/.test(secret)) return []
  return [secret, ...secret.split(/[\s;=,]+/)].filter((part) => !/^(bearer|basic|digest|https?:\/\/\S*)$/i.test(part))
}

function secretsOf({ request, response }: Exchange): string[] {
  const query = [...new URL(request.url).searchParams.values()]
  // A cookie may have a value and no name.
  const cookies = headerLines(response?.headers ?? [], 'set-cookie').map((line) =>
    line.replace(/^(?:[^=;]*=)?([^;]*)[\s\S]*$/, '$1'),
  )
  return [...query, ...query.map(encodeURIComponent), ...cookies]
}

/** The name and the attributes stay. */
function hideCookie(line: string): string {
  return line.replace(/^([^=;]*=)?[^;]*/, `$1${HIDDEN}`)
}

function hideInUrls(text: string): string {
  return text
    .replace(/([?&][^=&#\s'"<>]+=)[^&#\s'"<>)]+/g, `$1${HIDDEN}`)
    .replace(/#[^\s'"<>)#]*=[^\s'"<>)]*/g, `#${HIDDEN}`)
    .replace(/(\/\/)[^\s/@'"<>]+@/g, `$1${HIDDEN}@`)
}

/** An evaluation in which nothing is left that a report must not have. */
export function redactEvaluation(evaluation: Evaluation, redact: Redactor): Evaluation {
  const hide = (list: HeaderList, side: 'sent' | 'received'): HeaderList =>
    list.map(([name, value]) => [name, redact[side](name, value)])
  const { request, sent, received, response, last } = evaluation
  return mapTexts(
    {
      ...evaluation,
      request: { ...request, headers: hide(toHeaderList(request.headers ?? {}), 'sent') },
      sent: sent.map((each) => ({ ...each, headers: hide(each.headers, 'sent') })),
      received: received.map((each) => each && { ...each, headers: hide(each.headers, 'received') }),
      ...(last && {
        last: {
          request: { ...last.request, headers: hide(last.request.headers, 'sent') },
          response: last.response && { ...last.response, headers: hide(last.response.headers, 'received') },
        },
      }),
      ...(response && { response: { ...response, headers: hide(response.headers, 'received') } }),
    },
    redact.text,
  )
}

/** Names of fields that hold words of ours: a secret may be one of them too. */
const OF_WORDS = /^(code|step|outcome|reason)$/

/** The same value with every text in it changed. */
export function mapTexts<Value>(value: Value, change: (text: string) => string): Value
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((each: unknown) => mapTexts(each, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]: [string, unknown]) => [
      key,
      OF_WORDS.test(key) ? each : mapTexts(each, change),
    ]),
  )
}
