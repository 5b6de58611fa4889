import type { HeaderList } from '../fetch-model/header-list.js'
import { HIDDEN, standInValue } from '../fetch-model/stand-in-value.js'
import { parseUrl } from '../http/parse-url.js'
import type { Diagnosis } from './diagnosis.js'
import { errorText } from './evidence.js'
import type { Exchange } from './exchange.js'
import { curlFailure } from './inspect/failures.js'
import { isUnknownOrigin, UNKNOWN_URL } from './inspect/unknown.js'
import type { Redactor } from './redact.js'
import { shareableText, shareableUrl } from './share-text.js'
import type { TransportResponse } from './transport.js'

/** What was found, and the exchanges that show it as text for `inspect`. */
export interface Examined {
  readonly diagnosis: Diagnosis
  /** Without anything secret. `''` if there is nothing to be read. */
  readonly transcript: (detail: Detail) => string
}

/** What is known of the question. */
export interface TranscriptContext {
  /** The headers that the page sets. */
  readonly passed: HeaderList
  readonly credentials: boolean
  readonly redact: Redactor
}

/**
 * How much a transcript says. `cors`: of a response's headers, those that CORS and caches look at. `headers`: the names
 * of all, with the values that tell something about the server. `bodies`: also the start of error pages.
 */
export type Detail = 'cors' | 'headers' | 'bodies'

/** Characters of an error page. */
const MAX_BODY = 500
/** A longer value is not the name of a product. */
const MAX_VALUE = 200
/** A list of names may be long, and what is missing from it is the cause. */
const MAX_LIST = 4000

/** In the place of text that is not a URL: this is none either. */
const NO_URL = `https://[${HIDDEN}]/`

const REQUEST_FIELDS = /^(origin|access-control-request-(method|headers))$/i
const CORS_FIELDS =
  /^(access-control-(allow|expose|max)-.*|vary|location|server|age|cache-control|content-type|set-cookie)$/i
/** Every server sends them, and they tell nothing. */
const OF_CONNECTIONS = /^(date|connection|keep-alive)$/i
/** Their values say who answered and how, and nothing about who asked. */
const SHARED_FIELDS =
  /^(vary|age|cache-control|content-(type|length|encoding)|transfer-encoding|server|via|allow|retry-after|x-cache(-status)?|x-(proxy|vercel)-cache|cf-cache-status|cache-status|x-varnish|cross-origin-resource-policy|ngrok-error-code)$/i

/**
 * The exchanges as `curl -v` prints them, for `inspect`, without anything that is secret: of headers that the page sets,
 * a value that browsers treat alike, and of those of the response only values that are known to be harmless.
 */
export function transcriptOf(exchanges: readonly Exchange[], context: TranscriptContext, detail: Detail): string {
  return exchanges.flatMap((exchange) => linesOf(exchange, context, detail)).join('\n')
}

/** Where the URL is not known, it is what `curl -i` prints. */
function linesOf(exchange: Exchange, context: TranscriptContext, detail: Detail): string[] {
  const { request, response, failure } = exchange
  const isKnown = request.url !== UNKNOWN_URL
  const fields = requestFields(exchange, context)
  const target = isKnown ? targetOf(request.url, request.url, context) : '/'
  const head = isKnown || fields.length > 0 ? [`${request.method} ${target} HTTP/1.1`, ...fields, ''] : []
  const answer = response === undefined ? [] : responseHead(response, request.url, context, detail)
  const marked = (mark: string, lines: readonly string[]) =>
    isKnown ? lines.map((line) => `${mark} ${line}`.trimEnd()) : lines
  return [
    ...marked('>', head),
    ...marked('<', answer),
    ...(response !== undefined && detail === 'bodies' ? bodyLines(response, context) : []),
    ...(failure === undefined ? [] : [curlFailure(failure)]),
  ]
}

/** The same for a URL and for the redirect to it. */
function targetOf(url: string, base: string, { redact }: TranscriptContext): string {
  return shareableUrl(parseUrl(redact.text(url), base)?.href ?? NO_URL)
}

function requestFields({ request, probe }: Exchange, { passed, credentials }: TranscriptContext): string[] {
  const names = new Set(passed.map(([name]) => name.toLowerCase()))
  const fields = request.headers.flatMap(([name, value]) => {
    if (REQUEST_FIELDS.test(name)) return isUnknownOrigin(value) ? [] : [`${name}: ${value}`]
    return names.has(name.toLowerCase()) ? [`${name}: ${standInValue(name, value)}`] : []
  })
  // That cookies went along is what tells `inspect` of the credentials mode.
  return credentials && probe !== 'preflight' ? [...fields, `Cookie: ${HIDDEN}`] : fields
}

function responseHead(
  { httpVersion, status, headers }: TransportResponse,
  url: string,
  context: TranscriptContext,
  detail: Detail,
): string[] {
  const kept = headers.filter(([name]) => (detail === 'cors' ? CORS_FIELDS.test(name) : !OF_CONNECTIONS.test(name)))
  return [
    `HTTP/${httpVersion} ${status}`,
    ...kept.map(([name, value]) => `${name}: ${fieldValue(name, value, url, context)}`),
    '',
  ]
}

function fieldValue(name: string, value: string, base: string, context: TranscriptContext): string {
  const lowerCase = name.toLowerCase()
  // Names and origins, all of which count.
  if (lowerCase.startsWith('access-control-')) return value.slice(0, MAX_LIST)
  switch (lowerCase) {
    case 'location':
      return targetOf(value, base, context)
    case 'set-cookie':
      return shareableCookie(value)
    case 'www-authenticate':
      return /^[A-Za-z]+/.exec(value)?.[0] ?? HIDDEN
    case 'etag':
      // A strong one says that the response may be asked for in parts.
      return value.startsWith('"') ? `"${HIDDEN}"` : `W/"${HIDDEN}"`
    default:
      return SHARED_FIELDS.test(name) ? context.redact.text(value).slice(0, MAX_VALUE) : HIDDEN
  }
}

/** The name, and the attributes that say when a browser sends it. */
function shareableCookie(line: string): string {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
  const name = pair.includes('=') ? `${pair.split('=', 1)[0]}=` : ''
  const kept = attributes.filter((each) => /^(secure|httponly|partitioned|samesite=(strict|lax|none))$/i.test(each))
  return [`${name}${HIDDEN}`, ...kept].join('; ')
}

function bodyLines(response: TransportResponse, { redact }: TranscriptContext): string[] {
  const text = errorText(response).slice(0, MAX_BODY)
  // `inspect` takes a line that starts with a brace for one of curl's own.
  return text === '' ? [] : [` ${shareableText(redact.text(text))}`]
}
