import { isRedirectStatus } from '../../fetch-model/redirect.js'
import { parseUrl } from '../../http/parse-url.js'
import type { FindingFacts, FindingItem } from '../finding.js'
import { netFailure } from './failures.js'
import { firefoxItem } from './firefox.js'
import {
  credentialsItem,
  type Found,
  headerItem,
  invalidItem,
  type MessageContext,
  manyItem,
  methodItem,
  missingItem,
  otherItem,
  statusItem,
} from './message-items.js'
import { UNKNOWN_URL } from './unknown.js'

type ContextAt = (at: number, isAfterUrl?: boolean) => MessageContext
type MessageRule = readonly [RegExp, (match: RegExpExecArray, context: MessageContext) => FindingItem]

/** The messages of Chromium of all ages (`cors_error_string.cc`), WebKit and old Edge, each for its finding. */
const RULES: readonly MessageRule[] = [
  [
    /Permission was denied for this request to access the|more-private address space/i,
    (_, { url }) => ({ code: 'local-network-access', host: hostOf(url), secure: true }),
  ],
  [
    /mixed (active )?content|was not allowed to (?:run|display) insecure content/i,
    (_, { origin }) => ({ code: 'mixed-content', origin }),
  ],
  [
    /requests are only supported for (?:protocol schemes|HTTP)|Cannot make any requests from null/i,
    (_, { url }) => ({ code: 'not-http', kind: /^file:\/\/\//.test(url) || url === UNKNOWN_URL ? 'file' : 'scheme' }),
  ],
  [
    /Redirect from '?([^\s']+)'? to '?([^\s']+)'? has been blocked by CORS policy: No|Cross-origin redirection to (\S+) denied/,
    (match, { status = 0 }) => ({
      code: 'redirect-without-cors',
      status: isRedirectStatus(status) ? status : 0,
      location: match[2] ?? (match[3] as string),
    }),
  ],
  [
    /No 'Access-Control-Allow-Origin' header is present|'Access-Control-Allow-Origin' missing|not found in Access-Control-Allow-Origin|did not find '[^']*' in the Access-Control-Allow-Origin/,
    (_, context) => missingItem(context),
  ],
  [/contains multiple values '(.*?)', but only one/, (match, context) => manyItem(match[1] as string, context)],
  [
    /cannot contain more than one origin/,
    () => ({ code: 'allow-origin-doubled', names: ['Access-Control-Allow-Origin'], value: '…' }),
  ],
  [/contains the invalid value '(.*?)'/, (match, context) => invalidItem(match[1] as string, context)],
  [/has a value '(.*?)' that is not equal/, (match, context) => otherItem(match[1] as string, context)],
  [
    /must not be the wildcard|A wildcard '.' cannot be used|Cannot use wildcard in Access-Control-Allow-Origin/,
    (_, context) => credentialsItem(context),
  ],
  [
    /Access-Control-Allow-Credentials' header (?:in the response )?is '(.*?)'/,
    (match) =>
      match[1] === ''
        ? { code: 'allow-credentials-missing' }
        : { code: 'allow-credentials-not-true', value: match[1] as string },
  ],
  [/Access-Control-Allow-Credentials is not "true"/, () => ({ code: 'allow-credentials-missing' })],
  [
    /Redirect is not allowed for a preflight request|preflight is invalid \(redirect\)|disallowed for cross-origin requests that require preflight/,
    (_, { status = 0 }) => ({ code: 'preflight-redirect', status, location: '…' }),
  ],
  [
    /does not have HTTP ok status|Preflight response is not successful|[Ii]nvalid HTTP status code \d/,
    (_, { status }) => statusItem(status),
  ],
  [
    /header field (\S+) is not allowed by|header '?([\w-]+)'? was not present in the Access-Control-Allow-Headers/,
    (match) => headerItem((match[1] ?? match[2]) as string),
  ],
  [
    /[Mm]ethod (\S+) (?:is not allowed by|was not present in the) Access-Control-Allow-Methods/,
    (match) => methodItem(match[1] as string),
  ],
  [
    /Cannot parse Access-Control-Allow-(Methods|Headers)/,
    (match) => ({ code: match[1] === 'Methods' ? 'allow-methods-invalid' : 'allow-headers-invalid', part: '…' }),
  ],
  [/Origin \S+ is not allowed by Access-Control-Allow-Origin/, (_, context) => missingItem(context)],
  // A server's log, or the console's line of a request.
  [/\bOPTIONS \S+(?: HTTP\/[\d.]+)?['"]?:? ['"]?([345]\d\d)\b/, (match) => statusItem(Number(match[1]))],
  [/TOO_MANY_REDIRECTS|more than 20 redirections/, (_, { url }) => ({ code: 'redirect-loop', url })],
  [
    /ERR_BLOCKED_BY_RESPONSE\.NotSame(Origin|Site)|Cross-Origin-Resource-Policy/,
    (match, { origin }) => ({
      code: 'resource-policy',
      policy: match[1] === 'Site' ? 'same-site' : 'same-origin',
      origin,
    }),
  ],
  ...rulesOf(
    'csp',
    /violates the following Content Security Policy|Content[- ]Security[- ]Policy: The page.s settings/,
  ),
  ...rulesOf('worker', /Failed to construct '(?:Shared)?Worker'/),
  ...rulesOf('frame', /Blocked a frame with origin|in a frame because|cross-origin object|execute 'postMessage'/),
  ...rulesOf('canvas', /Tainted canvas|tainted by cross-origin|contains cross-origin data|The cross-origin image at/),
  ...rulesOf('opaque', /an opaque Response|an "opaque" response/),
  ...rulesOf('extension', /ERR_BLOCKED_BY_CLIENT/),
  ...rulesOf(
    'element',
    /Read Blocking|ERR_BLOCKED_BY_ORB|OpaqueResponseBlocking|denied by Cross-Origin Resource Sharing/,
  ),
]

/** What people take for CORS, where nothing else is found, and then what tells no cause. */
const LAST: readonly MessageRule[] = [
  ...rulesOf('websocket', /WebSocket connection to|WebSocket handshake|connection to the server at wss?:/),
  [/due to access control checks/, () => ({ code: 'cause-hidden', by: 'safari' })],
  [
    /Failed to fetch|TypeError: Load failed|NetworkError when|Error: Network Error|XMLHttpRequest error|Network Error 0x|net::ERR_FAILED|blocked by CORS policy|(?:cross-origin|跨源|クロスオリジン|교차 출처|постороннего источника)[^()]{0,300}CORS/i,
    () => ({ code: 'cause-hidden', by: 'other' }),
  ],
]

function rulesOf(what: FindingFacts['not-cors']['what'], pattern: RegExp): MessageRule[] {
  return [[pattern, () => ({ code: 'not-cors', what })]]
}

/** The first that fits, where causes come before what tells none. */
export function findMessage(line: string, contextAt: ContextAt): Found | undefined {
  return (
    firstOf(RULES.slice(0, 4), line, contextAt) ??
    firefoxItem(line, contextAt) ??
    firstOf(RULES.slice(4), line, contextAt) ??
    failureIn(line, contextAt) ??
    firstOf(LAST, line, contextAt)
  )
}

function firstOf(rules: readonly MessageRule[], line: string, contextAt: ContextAt): Found | undefined {
  for (const [pattern, toItem] of rules) {
    const match = pattern.exec(line)
    if (match !== null) return { item: toItem(match, contextAt(match.index)), at: match.index }
  }
  return undefined
}

function failureIn(line: string, contextAt: ContextAt): Found | undefined {
  const at = line.search(/net::ERR_|NS_ERROR_|SSL_ERROR_/)
  const failure = at < 0 ? undefined : netFailure(line)
  if (failure === undefined) return undefined
  const host = hostOf(contextAt(at).url)
  return { item: { code: failure.code, host, where: host, fault: failure.fault ?? 'other' }, at }
}

function hostOf(url: string): string {
  return parseUrl(url)?.hostname ?? url
}
