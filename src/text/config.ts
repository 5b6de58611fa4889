import type { Valued } from './config-origins.js'
import { display, VALUE_NAMES } from './display.js'

/**
 * What is said about a config, other than the entries of `origins`. Each function gets a problem's own data;
 * `src/config/problems.ts` checks that none is missing. A suggestion is added by the caller, so no sentence ends in a full stop.
 */

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
  'wildcard-with-credentials': () =>
    "'*' cannot be combined with credentials: browsers reject it. List the origins, or remove credentials; reflecting every origin instead would let any site read your users' data",
  'expose-wildcard-with-credentials': () =>
    "'*' does not work in exposeHeaders with credentials, because browsers read it as a literal header name. List the headers",
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
