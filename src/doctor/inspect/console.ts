import { parseUrl } from '../../http/parse-url.js'
import type { FindingItem } from '../finding.js'
import { netFailure } from './failures.js'

/** What a console message tells. */
export interface Claim {
  readonly item: FindingItem
  readonly during: 'preflight' | 'actual'
  readonly url?: string | undefined
  readonly origin?: string | undefined
  readonly method?: string | undefined
  /** Whether the message leaves open what the response was. */
  readonly hidesStatus: boolean
  /** The line itself. */
  readonly says: string
}

interface Context {
  readonly origin: string
  readonly url: string
  readonly preflight: boolean
  readonly status: number | undefined
}

type MessageRule = readonly [RegExp, (match: RegExpExecArray, context: Context) => FindingItem]

const allowed = (value: string, { origin }: Context) => ({ value, origin })

/** The messages of Chromium (`cors_error_string.cc`), Firefox (`security.properties`) and WebKit, each for its finding. */
const RULES: readonly MessageRule[] = [
  [
    /Permission was denied for this request to access the|more-private address space/i,
    (_, { url }) => ({ code: 'local-network-access', host: hostOf(url), secure: true }),
  ],
  [/mixed (active )?content/i, (_, { origin }) => ({ code: 'mixed-content', origin })],
  [
    /No 'Access-Control-Allow-Origin' header is present|‘Access-Control-Allow-Origin’ missing/,
    (_, { origin }) => ({ code: 'allow-origin-missing', origin, everywhere: false }),
  ],
  [/contains multiple values '(.*?)', but only one/, (match, context) => manyItem(match[1] as string, context)],
  [
    /Multiple CORS header ‘Access-Control-Allow-Origin’|cannot contain more than one origin/,
    () => ({ code: 'allow-origin-doubled', names: ['Access-Control-Allow-Origin'], value: '…' }),
  ],
  [/contains the invalid value '(.*?)'/, (match, context) => invalidItem(match[1] as string, context)],
  [
    /has a value '(.*?)' that is not equal|does not match ‘(.*?)’/,
    (match, context) => otherItem(match[1] ?? (match[2] as string), context),
  ],
  [
    /must not be the wildcard|Credential is not supported if|Cannot use wildcard in Access-Control-Allow-Origin/,
    (_, context) => ({ code: 'allow-origin-wildcard-credentials', ...allowed('*', context) }),
  ],
  [
    /Access-Control-Allow-Credentials' header in the response is '(.*?)'/,
    (match) =>
      match[1] === ''
        ? { code: 'allow-credentials-missing' }
        : { code: 'allow-credentials-not-true', value: match[1] as string },
  ],
  [
    /expected ‘true’ in CORS header|Access-Control-Allow-Credentials is not "true"/,
    () => ({ code: 'allow-credentials-missing' }),
  ],
  [
    /Redirect is not allowed for a preflight request|external redirect not allowed/,
    (_, { status = 0 }) => ({ code: 'preflight-redirect', status, location: '…' }),
  ],
  [
    /does not have HTTP ok status|preflight response did not succeed|Preflight response is not successful/,
    (_, { status = 0 }) => statusItem(status),
  ],
  [
    /header field (\S+) is not allowed by|header ‘(.*?)’ is not allowed according/,
    (match) => headerItem((match[1] ?? match[2]) as string),
  ],
  [
    /Method (\S+) is not allowed by/,
    (match) => ({
      code: 'method-not-covered',
      method: match[1] as string,
      wildcard: false,
      isPatch: match[1] === 'patch',
    }),
  ],
  [
    /Did not find method in CORS header/,
    () => ({ code: 'method-not-covered', method: 'of the request', wildcard: false, isPatch: false }),
  ],
  [
    /Cannot parse Access-Control-Allow-Methods|invalid token ‘(.*?)’ in CORS header ‘Access-Control-Allow-Methods’/,
    (match) => ({ code: 'allow-methods-invalid', part: match[1] ?? '…' }),
  ],
  [
    /Cannot parse Access-Control-Allow-Headers|invalid token ‘(.*?)’ in CORS header ‘Access-Control-Allow-Headers’/,
    (match) => ({ code: 'allow-headers-invalid', part: match[1] ?? '…' }),
  ],
  [
    /Origin (\S+) is not allowed by Access-Control-Allow-Origin/,
    (match) => ({ code: 'allow-origin-missing', origin: match[1] as string, everywhere: false }),
  ],
  [/TOO_MANY_REDIRECTS|more than 20 redirections/, (_, { url }) => ({ code: 'redirect-loop', url })],
  [
    /ERR_BLOCKED_BY_RESPONSE\.NotSame(Origin|Site)|Cross-Origin-Resource-Policy/,
    (match, { origin }) => ({
      code: 'resource-policy',
      policy: match[1] === 'Site' ? 'same-site' : 'same-origin',
      origin,
    }),
  ],
]

/** A message has some hundred characters. In a long text, each start of one would be followed to the end of the text. */
const MAX_LENGTH = 50_000

/** @returns undefined for a text that no engine writes about CORS or a request */
export function parseConsole(text: string, origin: string, url: string): Claim | undefined {
  const line = text.slice(0, MAX_LENGTH).replace(/\s+/g, ' ').trim()
  const found = {
    url: /(?:\bat|requested an insecure (?:\w+ )*|cannot load|loading mixed active content|\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)) ['“‘]?(https?:\/\/[^\s'”’]+?)['”’]?[.,]?(?=\s|$)/.exec(
      line,
    )?.[1],
    origin: /from origin '(.*?)'/.exec(line)?.[1] ?? pageOf(line) ?? /Origin (\S+) is not allowed/.exec(line)?.[1],
  }
  const status = /status code:? (\d{3})/i.exec(line)?.[1]
  const preflight = /preflight|Access-Control-Allow-(Headers|Methods)/i.test(line)
  const context: Context = {
    origin: found.origin ?? origin,
    url: found.url ?? url,
    preflight,
    status: status === undefined ? undefined : Number(status),
  }
  const item = itemOf(line, context)
  if (item === undefined) return undefined
  const method =
    /\b(GET|HEAD|POST|PUT|PATCH|DELETE) https?:/.exec(line)?.[1] ??
    (item.code === 'method-not-covered' ? item.method : undefined)
  const hidesStatus =
    status === undefined && /^(allow-origin-missing|preflight-client-error|preflight-redirect)$/.test(item.code)
  return {
    item,
    during: preflight ? 'preflight' : 'actual',
    ...found,
    method: /^[A-Za-z]+$/.test(method ?? '') ? method : undefined,
    hidesStatus,
    says: line,
  }
}

function itemOf(line: string, context: Context): FindingItem | undefined {
  for (const [pattern, toItem] of RULES) {
    const match = pattern.exec(line)
    if (match !== null) return toItem(match, context)
  }
  const failure = /net::ERR_|NS_ERROR_|SSL_ERROR_/.test(line) ? netFailure(line) : undefined
  if (failure === undefined) return undefined
  const host = hostOf(context.url)
  return { code: failure.code, host, where: host, fault: failure.fault ?? 'other' }
}

/** `The page at 'https://app.example.com/x' was loaded over HTTPS` */
function pageOf(line: string): string | undefined {
  const page = /page at ['‘“](https?:\/\/[^'’”]+)/.exec(line)?.[1]
  return page && parseUrl(page)?.origin
}

function hostOf(url: string): string {
  return parseUrl(url)?.hostname ?? url
}

function manyItem(value: string, { origin }: Context): FindingItem {
  const parts = value.split(',').map((part) => part.trim())
  const isDoubled = new Set(parts).size === 1 || parts.includes('*')
  return isDoubled
    ? { code: 'allow-origin-doubled', names: ['Access-Control-Allow-Origin'], value }
    : { code: 'allow-origin-list', value, origin }
}

function invalidItem(value: string, context: Context): FindingItem {
  const code =
    value === ''
      ? 'allow-origin-empty'
      : value.includes('*')
        ? 'allow-origin-pattern'
        : /^["']/.test(value)
          ? 'allow-origin-quoted'
          : 'allow-origin-no-scheme'
  return { code, ...allowed(value, context) }
}

function otherItem(value: string, context: Context): FindingItem {
  const code =
    value === 'null'
      ? 'allow-origin-null'
      : value === `${context.origin}/`
        ? 'allow-origin-trailing-slash'
        : 'allow-origin-other'
  return { code, ...allowed(value, context) }
}

function headerItem(name: string): FindingItem {
  const lowerCase = name.toLowerCase()
  if (lowerCase === 'authorization') return { code: 'authorization-not-covered', wildcard: false }
  return {
    code: 'header-not-covered',
    names: [lowerCase],
    wildcard: false,
    ofResponses: /^access-control-(allow|expose|max)-/.test(lowerCase),
  }
}

function statusItem(status: number): FindingItem {
  if (status === 401 || status === 407) return { code: 'preflight-unauthorized', status }
  if (status === 403) return { code: 'preflight-forbidden' }
  if (status === 404) return { code: 'preflight-not-found' }
  if (status === 405 || status === 501) return { code: 'preflight-method-not-allowed', status }
  return { code: status >= 500 ? 'preflight-server-error' : 'preflight-client-error', status }
}
