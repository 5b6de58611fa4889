import { display, VALUE_NAMES } from './display.js'

/**
 * What is said about a config. Each function gets a problem's own data; `src/config/problems.ts` checks that none is
 * missing. A suggestion is added by the caller, so no sentence ends in a full stop.
 */

interface Valued {
  readonly value: unknown
}

/** To whom it is said: the author of a row (a tenant) can change neither the config nor the program. */
export interface Addressed {
  readonly forRow?: boolean | undefined
}

interface Stakes {
  readonly credentials: boolean
  readonly enforce: boolean
}

type NameFault = 'wildcard' | 'separator' | 'character'
type HeaderOption = 'headers' | 'exposeHeaders'

/** Options of other libraries and of Fastify that have no counterpart, with what to do instead. */
const FOREIGN_OPTIONS: Readonly<Record<string, string>> = {
  prefix: 'A prefix has no effect here. Register cors-policy inside the plugin that has the prefix',
  logLevel: "It would have no effect: cors-policy logs through your routes' loggers",
  preflight: 'Preflights are always answered',
  preflightContinue: 'Preflights are always answered before any handler runs',
  strictPreflight: 'OPTIONS requests that are not preflights always go to your app',
  hideOptionsRoute: 'The OPTIONS routes of cors-policy are always hidden from swagger',
  delegator:
    'Give a route its own policy with config.cors. To choose a policy per request, pass a function instead of the config (on Fastify: { policy: (request) => … })',
}

/** The names of {@link FOREIGN_OPTIONS}. */
export const FOREIGN_OPTION_NAMES: ReadonlySet<string> = new Set(Object.keys(FOREIGN_OPTIONS))

type WrongType =
  | {
      readonly fault:
        | 'config'
        | 'boolean'
        | 'exemption'
        | 'number'
        | 'string'
        | 'regular-expression'
        | 'empty-string'
        | 'hole'
        | 'origin-function'
    }
  | { readonly fault: 'origin-boolean'; readonly credentials: boolean }
  | { readonly fault: 'list'; readonly entries?: readonly string[] | undefined }
  | { readonly fault: 'too-many-entries'; readonly length: number; readonly maximum: number }
  | { readonly fault: 'unreadable'; readonly thrown: unknown }
  | { readonly fault: 'too-deep'; readonly maximum: number }

type OriginSyntax =
  | { readonly fault: keyof typeof ORIGIN_SYNTAX }
  | { readonly fault: 'too-long'; readonly length: number; readonly maximum: number }
  | { readonly fault: 'keyword'; readonly keyword: '*' | 'none' }

const ORIGIN_SYNTAX = {
  'not-an-origin': 'is not an origin (scheme://host[:port]) or an origin pattern',
  several: 'contains spaces or commas. Use one origin per entry, or split the string with parseOrigins()',
  semicolon:
    'contains a semicolon. Use one origin per entry, or separate them with commas in a string for parseOrigins()',
  quoted: 'has quotation marks around it',
  'every-host': "matches every host. Use origins: '*' if you mean that; otherwise add a domain",
  'address-wildcard': 'uses a wildcard in an address. Address ranges are written with a prefix length',
  'regular-expression': 'looks like a regular expression; only patterns are supported, such as https://*.example.com',
  'scheme-wildcard': 'has a wildcard in the scheme. Use one entry for http and one for https',
  'wildcard-place':
    "has '*' in a place where it is not allowed. It may be the whole leading label (https://*.example.com), part of the first label (https://pr-*.example.com), or the port (http://localhost:*)",
  'no-scheme': 'has no scheme',
  'trailing-dot': 'has a host that ends in a dot',
  'port-zero': 'has port 0, which no page is served from',
  port: 'has a port that is not a number from 1 to 65535. Use one entry per port, or :* for every port',
  'none-in-list': "is not an origin. To allow no other origin, write origins: 'none'",
} as const

/** The same for the author of a row, where the advice above is about the config. */
const ROW_SYNTAX: Partial<Record<keyof typeof ORIGIN_SYNTAX, string>> = {
  several: 'contains spaces or commas. Enter one origin',
  semicolon: 'contains a semicolon. Enter one origin',
  'every-host': 'matches every host. Add a domain',
  'scheme-wildcard': 'has a wildcard in the scheme. Enter one origin for http and one for https',
  port: 'has a port that is not a number from 1 to 65535. Enter one port',
  'none-in-list': 'is not an origin',
}

const ORIGINS_MISSING = {
  missing: "no origins configured. List the origins that may read responses, or write 'none' or '*'",
  unset: 'no origins given: the value is undefined. Is the environment variable set?',
  empty: 'no origins given: the value is empty. Is the environment variable set?',
} as const

export const CONFIG_TEXTS = {
  'unknown-option': (
    problem:
      | { readonly fault: 'unknown'; readonly known: readonly string[] }
      | { readonly fault: 'misspelled' }
      | { readonly fault: 'foreign'; readonly option: string },
  ) => {
    if (problem.fault === 'unknown') return `unknown option. Known options: ${problem.known.join(', ')}`
    return problem.fault === 'foreign' ? `unknown option. ${FOREIGN_OPTIONS[problem.option]}` : 'unknown option'
  },
  'wrong-type': (problem: WrongType & Valued) => {
    const got = `got ${display(problem.value)}`
    switch (problem.fault) {
      case 'config':
        return `expected a plain object such as { origins: ["https://app.example.com"] }, got ${notPlain(problem.value)}`
      case 'boolean':
        return `expected true or false, ${got}`
      case 'exemption':
        return `expected true, false or an array of entries of origins, ${got}`
      case 'number':
        return `expected a number, ${got}`
      case 'string':
        return `expected a string, ${got}${problem.value === undefined ? '. Is an environment variable missing?' : ''}`
      case 'regular-expression':
        return 'regular expressions are not supported. Use a pattern such as https://*.example.com'
      case 'empty-string':
        return 'is an empty string. Is an environment variable empty?'
      case 'hole':
        return 'is an empty slot in the array'
      case 'origin-function':
        return 'expected an array of strings, got a function. For origins in a database use livePolicy() and policy.origins (docs/data-origins.md); to choose a policy per request, pass a function instead of the config (on Fastify: { policy: (request) => … })'
      case 'origin-boolean':
        return `expected an array of strings, ${got}. ${booleanHint(problem)}`
      case 'list':
        return `expected an array of strings, ${got}${listHint(problem.entries)}`
      case 'too-many-entries':
        return `too many entries: ${display(problem.length)} (limit ${problem.maximum})`
      case 'unreadable':
        return `could not be read because it threw ${display(problem.thrown)}`
      case 'too-deep':
        return `otherwise is nested too deeply (limit ${problem.maximum})`
    }
  },
  'origins-missing': ({ fault }: { readonly fault: keyof typeof ORIGINS_MISSING }) => ORIGINS_MISSING[fault],
  'wildcard-with-credentials': () =>
    "'*' cannot be combined with credentials: browsers reject it. List the origins, or remove credentials; reflecting every origin instead would let any site read your users' data",
  'expose-wildcard-with-credentials': () =>
    "'*' does not work in exposeHeaders with credentials, because browsers read it as a literal header name. List the headers",
  'origin-syntax': (problem: OriginSyntax & Valued & Addressed) => {
    if (problem.fault === 'keyword') {
      const meaning = problem.keyword === '*' ? 'every origin' : 'no other origin'
      return `parseOrigins() does not accept '${problem.keyword}'. To allow ${meaning}, write origins: '${problem.keyword}' in code`
    }
    const subject = display(problem.value)
    if (problem.fault === 'too-long') {
      return `${subject} has ${problem.length} characters; an origin has at most ${problem.maximum}`
    }
    const { [problem.fault]: says } = problem.forRow ? { ...ORIGIN_SYNTAX, ...ROW_SYNTAX } : ORIGIN_SYNTAX
    return `${subject} ${says}`
  },
  'origin-null': ({ value }: Valued) =>
    `${display(value)} is sent by any sandboxed iframe, so allowing it allows every site. List the real origins`,
  'origin-scheme': (
    problem: (
      | { readonly fault: 'file' }
      | { readonly fault: 'never'; readonly scheme: string }
      | { readonly fault: 'websocket'; readonly scheme: string; readonly meant: string }
    ) &
      Valued,
  ) => {
    const subject = display(problem.value)
    if (problem.fault === 'file') {
      return `${subject} would allow every HTML file that a user opens. Serve the app from a scheme of its own instead, such as app://. (protocol.handle in Electron, the scheme preference in Cordova), and list that`
    }
    if (problem.fault === 'never')
      return `${subject} never matches, because no page has an origin with the scheme ${problem.scheme}`
    return `${subject} never matches: the Origin of a WebSocket is the page's, with the scheme ${problem.meant}`
  },
  'origin-not-canonical': ({ fault, value }: { readonly fault: 'origin' | 'range' } & Valued) =>
    fault === 'range'
      ? `${display(value)} is not the canonical form of that address range`
      : `${display(value)} never matches, because browsers write that origin differently`,
  'insecure-origin': ({ value, forRow, ...stakes }: Stakes & Valued & Addressed) =>
    `${display(value)} uses plain http, so anyone on the network path can tamper with that page and ${harm(stakes)}. Use https${orSet('dangerouslyAllowInsecureOrigins', forRow)}`,
  'public-suffix': (
    problem: (
      | ({ readonly fault: 'subdomains'; readonly domain: string } & Stakes)
      | ({ readonly fault: 'any-host'; readonly scheme: string } & Stakes)
      | { readonly fault: 'label'; readonly domain: string }
      | { readonly fault: 'no-list' }
    ) &
      Valued &
      Addressed,
  ) => {
    const subject = display(problem.value)
    const orElse = orSet('dangerouslyAllowPublicSuffixSubdomains', problem.forRow)
    switch (problem.fault) {
      case 'subdomains':
        return `${subject} allows names below ${problem.domain}, and anyone can register one there and ${harm(problem)}. List your own${orElse}`
      case 'any-host':
        return `${subject} allows every app or extension with the scheme ${problem.scheme}, and any of them could ${harm(problem)}. List your own${orElse}`
      case 'label':
        return `${subject} also matches domains of strangers, because anyone can register a name below ${problem.domain}. Use '*' as a whole label below your own domain`
      case 'no-list':
        return `${subject} cannot be checked, because the condition cors-policy-no-suffixes leaves the public suffix list out of this bundle. List exact origins, or bundle without the condition`
    }
  },
  'public-address': ({ value, forRow, ...stakes }: Stakes & Valued & Addressed) =>
    `${display(value)} contains public addresses, and anyone can get one and ${harm(stakes)}. Narrow the range${orSet('dangerouslyAllowPublicAddresses', forRow)}`,
  'exemption-unused': ({ value }: Valued) =>
    `${display(value)} is not an entry of origins. Write it as it is there, or remove it`,
  'otherwise-unreachable': () => "otherwise is never used while origins contains '*'. Remove one of the two",
  'otherwise-option': ({ option }: { readonly option: string }) =>
    `${option} belongs to the outermost config, where it covers otherwise as well. Move it there`,
  'method-syntax': ({ fault, value }: { readonly fault: NameFault } & Valued) =>
    `${display(value)} is not a method: ${nameHint(fault)}`,
  'method-forbidden': ({ method }: { readonly method: string }) =>
    `browsers never send ${method} on behalf of a script`,
  'method-case': ({ value }: Valued) => `methods are case-sensitive, so ${display(value)} never matches`,
  'header-syntax': ({ fault, value }: { readonly fault: NameFault } & Valued) =>
    `${display(value)} is not a header name: ${nameHint(fault)}`,
  'header-forbidden': ({ header, list }: { readonly header: string; readonly list: HeaderOption }) =>
    list === 'headers'
      ? `scripts cannot set the ${header} header; only the browser can`
      : `browsers never expose ${header} to scripts`,
  'header-direction': ({
    header,
    list,
    direction,
  }: {
    readonly header: string
    readonly list: HeaderOption
    readonly direction: 'request' | 'response'
  }) => {
    if (direction === 'request')
      return `${header} is a request header ${list === 'headers' ? 'that browsers set themselves' : 'and cannot be exposed'}`
    return `${header} is a response header that the policy sends ${list === 'headers' ? 'itself' : 'to browsers, not to scripts'}`
  },
  'max-age-range': ({ value, minimum, maximum }: { readonly minimum: number; readonly maximum: number } & Valued) =>
    `expected a whole number of seconds from ${minimum} to ${maximum}, got ${display(value)}`,
  'status-range': ({ value, minimum, maximum }: { readonly minimum: number; readonly maximum: number } & Valued) =>
    `expected a status from ${minimum} to ${maximum} (browsers reject a preflight with any other), got ${display(value)}`,
  'enforce-with-wildcard': () => "enforce has no effect while origins contains '*'. List the origins or remove enforce",
} as const

/** An object in the place of a plain one: a request, where `app.use(cors)` has not called `cors`. */
function notPlain(value: unknown): string {
  const shown = display(value)
  return shown === VALUE_NAMES.object ? 'an instance of a class' : shown
}

function listHint(entries: readonly string[] | undefined): string {
  return entries === undefined ? '' : `. Did you mean [${entries.map(display).join(', ')}]?`
}

/** What a boolean as `origins` means to other libraries. With credentials, `'*'` would be refused in its turn. */
function booleanHint({ value, credentials }: Valued & { readonly credentials: boolean }): string {
  if (value === false) return "To allow no other origin, write 'none'"
  return credentials ? 'List the origins that may read responses' : "To allow every origin, write '*'"
}

function nameHint(fault: NameFault): string {
  switch (fault) {
    case 'wildcard':
      return "wildcards inside a name are not supported; list the names or use '*'"
    case 'separator':
      return 'use one name per entry, without spaces or commas'
    case 'character':
      return 'it contains a character that is not allowed'
  }
}

/** Ends a sentence that says what to do. */
function orSet(option: string, forRow: boolean | undefined): string {
  return forRow ? '' : `, or set ${option}`
}

/** What pages of the wrong origin could do. */
function harm({ credentials, enforce }: Stakes): string {
  if (!enforce) return "read your users' data"
  return credentials ? "read and change your users' data" : 'send requests that change data'
}

/** A message with more lines helps nobody; `problems` always holds them all. */
const MAX_LISTED_PROBLEMS = 1000

/** The message of an error with those problems, a line for each. */
export function renderProblemList(
  problems: readonly { readonly path: string; readonly message: string; readonly code: string }[],
): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
  const lines = [`The CORS config has ${count}:`]
  for (const { path, code, message } of problems.slice(0, MAX_LISTED_PROBLEMS)) {
    lines.push(`  ${path}: ${message} [${code}]`)
  }
  if (problems.length > MAX_LISTED_PROBLEMS) {
    lines.push(`  … and ${problems.length - MAX_LISTED_PROBLEMS} more in the error's problems`)
  }
  return lines.join('\n')
}
