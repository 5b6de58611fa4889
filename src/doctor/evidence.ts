import { getHeader, hasHeader } from '../fetch-model/header-list.js'
import type { Exchange } from './exchange.js'
import type { Evidence } from './finding.js'
import { isUnknownOrigin } from './inspect/unknown.js'
import type { Redactor } from './redact.js'
import type { TransportResponse } from './transport.js'

/** Request lines that decide what CORS makes of it. */
const REQUEST_LINES: ReadonlySet<string> = new Set([
  'origin',
  'access-control-request-method',
  'access-control-request-headers',
])
/** Response lines that say who answered. */
const HOP_LINES: ReadonlySet<string> = new Set(['server', 'via', 'age', 'x-cache', 'cf-cache-status', 'x-powered-by'])
/** A line beyond that (characters) is cut: the wire decides on its length, and a report is for people. */
const MAX_LINE = 400
/** Characters of a body: enough for the sentence that states the cause. */
const MAX_BODY = 120

/**
 * The lines of an exchange that show a fault.
 *
 * @param names the response headers that count; one that is not there is named as absent
 */
export function evidenceOf(exchange: Exchange, redact: Redactor, names: readonly string[] = []): Evidence {
  return toLines(
    exchange,
    redact,
    (name) => REQUEST_LINES.has(name),
    (name) => HOP_LINES.has(name) || names.some((shown) => shown.toLowerCase() === name),
    (response) => [
      ...names.filter((name) => !hasHeader(response.headers, name)).map((name) => `<no ${name}>`),
      ...bodyLine(response),
    ],
  )
}

/** Every line of an exchange, with nothing left out but secrets. */
export function allLines(exchange: Exchange, redact: Redactor): Evidence {
  return toLines(
    exchange,
    redact,
    () => true,
    () => true,
    bodyLine,
  )
}

function toLines(
  { probe, request, response, failure }: Exchange,
  redact: Redactor,
  isAsked: (lowerCase: string) => boolean,
  isAnswered: (lowerCase: string) => boolean,
  more: (response: TransportResponse) => readonly string[],
): Evidence {
  const { pathname, search } = new URL(request.url)
  const url = redact.text(request.url)
  const line =
    (side: 'sent' | 'received') =>
    ([name, value]: readonly [string, string]) =>
      `${name}: ${redact[side](name, value)}`
  const version = response?.httpVersion ?? '1.1'
  const sent = request.headers.filter(([name, value]) => isAsked(name.toLowerCase()) && !isUnknownOrigin(value))
  const lines = [redact.text(`${request.method} ${pathname}${search} HTTP/${version}`), ...sent.map(line('sent'))].map(
    cut,
  )
  if (response === undefined) return { probe, url, request: lines, response: [redact.text(`<${failure?.message}>`)] }
  const { httpVersion, status, statusText, headers } = response
  const received = headers.filter(([name]) => isAnswered(name.toLowerCase()))
  const answer = [
    `HTTP/${httpVersion} ${status} ${statusText}`.trim(),
    ...received.map(line('received')),
    ...more(response).map(redact.text),
  ]
  return { probe, url, request: lines, response: answer.map(cut) }
}

function bodyLine(response: TransportResponse): string[] {
  const text = errorText(response)
  if (text === '') return []
  return [`<body: ${text.slice(0, MAX_BODY)}${text.length > MAX_BODY ? '…' : ''}>`]
}

/** What an error says, without its markup: often it states the cause. `''` if it says nothing. */
export function errorText({ status, headers, bodyStart = '' }: TransportResponse): string {
  if (status < 400 || !/text|json|xml|^$/i.test(getHeader(headers, 'content-type') ?? '')) return ''
  return bodyStart
    .replace(/<(style|script)[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

function cut(text: string): string {
  return text.length > MAX_LINE ? `${text.slice(0, MAX_LINE)}…` : text
}
