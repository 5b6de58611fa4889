/** What is said about the differences of a conversion. As the problems, no note ends in a full stop. */

interface Named {
  readonly name: string
}
interface FromSource {
  readonly source: string
}
interface ForTarget {
  readonly target: string
}

const MAX_NAMES = 12

function list(names: readonly string[]): string {
  const more = names.length - MAX_NAMES
  return `${names.slice(0, MAX_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

export const INTEROP_NOTES = {
  'origin-default': ({ source }: FromSource) => `is absent, and ${source} then allows every origin. List your origins`,
  'not-enabled': ({ source, option }: FromSource & { readonly option: string }) =>
    `${source} sends no CORS headers unless ${option} is true, so no other origin may read`,
  'default-used': ({ source, names }: FromSource & { readonly names: readonly string[] }) =>
    `${source} does not accept ${list(names)} here, and uses its default list`,
  'safelisted-method': ({ methods }: { readonly methods: readonly string[] }) =>
    `${list(methods)} ${methods.length === 1 ? 'is' : 'are'} allowed too: no CORS header can forbid GET, HEAD and POST`,
  'method-dropped': ({ target, method }: ForTarget & { readonly method: string }) =>
    `${target} does not know ${method}`,
  'methods-narrowed': ({ target, methods }: ForTarget & { readonly methods: readonly string[] }) =>
    `'*' becomes ${list(methods)}, the methods that ${target} knows`,
  'names-dropped': ({ fault, names }: { readonly fault: keyof typeof DROPPED; readonly names: readonly string[] }) =>
    `dropped ${list(names)}: ${DROPPED[fault]}`,
  'wildcard-dropped': ({ option }: { readonly option: keyof typeof WILDCARD_NAMES }) =>
    `dropped '*': with credentials browsers read it as a literal name. List the ${WILDCARD_NAMES[option]}`,
  'expose-wildcard-dropped': ({ target }: ForTarget) =>
    `${target} does not accept '*' here. List the response headers that scripts read`,
  'headers-narrowed': ({ target, names }: ForTarget & { readonly names: readonly string[] }) =>
    `dropped ${list(names)}: ${target} has one list for request and response headers`,
  'pattern-narrowed': ({ patterns }: { readonly patterns: readonly string[] }) =>
    `narrowed to ${list(patterns)}: the source also matched across dots or the empty string; the pattern matches 1 or more characters within one label`,
  'pattern-one-label': ({ target, patterns }: ForTarget & { readonly patterns: readonly string[] }) =>
    `${target} allows one label for '*', so deeper names of ${list(patterns)} are not allowed there`,
  'default-port': ({ patterns }: { readonly patterns: readonly string[] }) =>
    `${list(patterns)} also ${patterns.length === 1 ? 'matches' : 'match'} the default port, where the source requires a port`,
  'pattern-one-way': () => 'exported as a regular expression; it cannot be converted back to a range',
  'credentials-differ': ({ fault, name }: Named & { readonly fault: keyof typeof CREDENTIALS }) =>
    CREDENTIALS[fault](name),
  'max-age-capped': ({ maximum }: { readonly maximum: number }) =>
    `no browser remembers a preflight for longer than ${maximum} s`,
  'max-age-explicit': ({
    fault,
    name,
    seconds,
  }: Named & { readonly fault: keyof typeof MAX_AGE; readonly seconds: number }) => MAX_AGE[fault](name, seconds),
  'status-fixed': ({ target, status }: ForTarget & { readonly status: number }) =>
    `${target} always answers preflights with ${status}; browsers accept any status from 200 to 299`,
  'preflight-differs': ({ fault, name }: Named & { readonly fault: keyof typeof PREFLIGHT }) => PREFLIGHT[fault](name),
  'preflight-from-origin': ({ target }: ForTarget) =>
    `${target} answers no preflights. Let its cache pass OPTIONS on to an app that answers with a status from 200 to 299`,
  'vary-not-always': ({ target }: ForTarget) =>
    `${target} does not send Vary: Origin with every response, so a cache may give a page a copy without CORS headers`,
  'option-dropped': ({ option }: { readonly option: string }) =>
    `dropped ${option}: it has no equivalent, and does not affect browsers`,
  'dangerous-option-dropped': ({ target }: ForTarget) =>
    `${target} has no such option; the document contains what the option permits`,
} as const

const MAX_AGE = {
  negative: (_: string, seconds: number) =>
    `a negative number stops browsers from remembering a preflight. In the config that is ${seconds}`,
  default: (name: string, seconds: number) =>
    `${name} always sends a number: ${seconds} is what browsers use without one`,
  omitted: (name: string, seconds: number) =>
    `${name} does not accept 0. Without a number browsers remember a preflight for ${seconds} seconds`,
}

const WILDCARD_NAMES = { methods: 'methods', headers: 'request headers', exposeHeaders: 'response headers' }

const DROPPED = {
  request: 'no script can send these headers',
  response: 'no script can read these headers',
  direction: 'these are headers of the CORS protocol in the wrong list',
  method: 'no script can send these methods',
}

const CREDENTIALS = {
  always: (name: string) => `${name} allows credentials for listed origins, with and without credentials in the policy`,
  never: (name: string) => `${name} never allows credentials, so requests with cookies fail`,
  ignored: () => "dropped credentials: browsers reject them with '*', so they have no effect there",
  import: (name: string) =>
    `${name} allows credentials for listed origins. The policy does not; set credentials: true if scripts send them`,
}

const PREFLIGHT = {
  lenient: (name: string) => `${name} answers every OPTIONS request as a preflight; a policy leaves others to the app`,
  continued: (name: string) => `${name} passes preflights on to the app; a policy answers them before any handler`,
  'not-strict': (name: string) => `${name} sends CORS headers to origins that it does not allow; browsers reject them`,
}
