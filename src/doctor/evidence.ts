import { hasHeader } from '../fetch-model/header-list.js'
import type { Evidence } from './finding.js'
import type { Exchange } from './session.js'
import type { TransportResponse } from './transport.js'

/** Request lines that decide what CORS makes of it. */
const REQUEST_LINES: ReadonlySet<string> = new Set([
  'origin',
  'access-control-request-method',
  'access-control-request-headers',
])
/** Response lines that say who answered. */
const HOP_LINES: ReadonlySet<string> = new Set(['server', 'via', 'age', 'x-cache', 'cf-cache-status', 'x-powered-by'])
const SECRETS: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization', 'cookie', 'x-api-key'])
/** A line beyond that (characters) is cut: the wire decides on its length, and a report is for people. */
const MAX_LINE = 400

/**
 * The lines of an exchange that show a fault.
 *
 * @param names the response headers that count; one that is not there is named as absent
 */
export function evidenceOf(exchange: Exchange, names: readonly string[] = []): Evidence {
  const isAsked = (name: string) => REQUEST_LINES.has(name)
  const absent = (response: TransportResponse) => names.filter((name) => !hasHeader(response.headers, name))
  return toLines(exchange, isAsked, (name) => isShown(name, names), absent)
}

/** Every line of an exchange, with nothing left out but secrets. */
export function allLines(exchange: Exchange): Evidence {
  return toLines(
    exchange,
    () => true,
    () => true,
    () => [],
  )
}

/** @param absent the names of which it is said that they are not there */
function toLines(
  { probe, request, response, failure }: Exchange,
  isAsked: (lowerCase: string) => boolean,
  isAnswered: (lowerCase: string) => boolean,
  absent: (response: TransportResponse) => readonly string[],
): Evidence {
  const { pathname, search } = new URL(request.url)
  const asked = request.headers.filter(([name]) => isAsked(name.toLowerCase()))
  const lines = [`${request.method} ${pathname}${search} HTTP/1.1`, ...asked.map(line)]
  if (response === undefined) {
    return { probe, url: request.url, request: lines.map(cut), response: [`<${failure?.message}>`] }
  }
  const { httpVersion, status, statusText, headers } = response
  const answered = [
    `HTTP/${httpVersion} ${status} ${statusText}`.trim(),
    ...headers.filter(([name]) => isAnswered(name.toLowerCase())).map(line),
    ...absent(response).map((name) => `<no ${name}>`),
  ]
  return { probe, url: request.url, request: lines.map(cut), response: answered.map(cut) }
}

function isShown(name: string, names: readonly string[]): boolean {
  return HOP_LINES.has(name) || names.some((shown) => shown.toLowerCase() === name)
}

/** As it was on the wire, but for secrets: a report is passed on. */
function line([name, value]: readonly [string, string]): string {
  const lowerCase = name.toLowerCase()
  if (SECRETS.has(lowerCase)) return `${name}: …`
  return `${name}: ${lowerCase === 'set-cookie' ? value.replace(/=[^;]*/, '=…') : value}`
}

function cut(text: string): string {
  return text.length > MAX_LINE ? `${text.slice(0, MAX_LINE)}…` : text
}
