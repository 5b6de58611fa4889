import { display } from './display.js'

/** What is said about `origins`, and its entries. */

export interface Valued {
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

export const ORIGIN_TEXTS = {
  'origins-missing': ({ fault }: { readonly fault: keyof typeof ORIGINS_MISSING }) => ORIGINS_MISSING[fault],
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
} as const

/** Ends a sentence that says what to do. */
function orSet(option: string, forRow: boolean | undefined): string {
  return forRow ? '' : `, or set ${option}`
}

/** What pages of the wrong origin could do. */
function harm({ credentials, enforce }: Stakes): string {
  if (!enforce) return "read your users' data"
  return credentials ? "read and change your users' data" : 'send requests that change data'
}
