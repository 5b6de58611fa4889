import { display } from './display.js'

/**
 * What is said about a conversion. Each function gets the item's own data; `src/interop` checks that none is missing. A
 * suggestion is added by the caller, so no sentence ends in a full stop.
 */

interface Named {
  readonly name: string
}
interface FromSource {
  readonly source: string
}
interface ForTarget {
  readonly target: string
}

const REGEX: Readonly<Record<string, string>> = {
  syntax:
    'is a regular expression that cannot be read. List the origins, or write a pattern such as https://*.example.com',
  'too-many': 'matches too many origins to list. Write a pattern such as https://*.example.com',
  'no-pattern':
    'is a regular expression that no pattern can express exactly. List the origins, or write a pattern such as https://*.example.com',
  unanchored: 'is not anchored with ^ and $, so it also matches origins that only contain the text',
  'port-required': 'requires a port, and the pattern for any port also matches the default one',
  'never-matches': 'matches no origin that a browser sends. Remove it, or write the origin that you mean',
  everything: "matches every origin. List the origins, or write '*' (without credentials) to let every site read",
  'no-scheme': 'has no scheme, so it matches origins with any scheme, http included',
  'bare-dot': 'has an unescaped dot, which matches any character, so names that differ in that character match too',
  'no-dot': 'has no dot before the domain, so anyone can register another name that ends in the same text',
  'one-label':
    'allows one label below the domain. Our pattern also allows deeper names, so write it by hand if that is right',
  narrow: 'allows only certain names or numbers. Our pattern allows any, so write it by hand if that is right',
  'open-end': 'has an open end, so anyone can have a longer name that begins with the same text',
  'port-digits':
    'allows only ports with a certain number of digits. Our pattern allows any port, so write it by hand if that is right',
}

export const INTEROP_PROBLEMS = {
  'document-syntax': ({ format, reason }: { readonly format: string; readonly reason: string }) =>
    `is not valid ${format}: ${reason}`,
  'document-limit': ({
    fault,
    limit,
  }: {
    readonly fault: 'length' | 'depth' | 'size' | 'binary'
    readonly limit: number
  }) => {
    if (fault === 'binary') return 'is not text. Expected JSON, YAML, XML or source code in UTF-8'
    const what = { length: 'characters', depth: 'levels of nesting', size: 'values' }[fault]
    return `has too many ${what} (limit ${limit}). Convert only the part about CORS`
  },
  'document-unreadable': ({ reason }: { readonly reason: string }) => `could not be read because it threw ${reason}`,
  'nothing-found': ({ dialect, known }: { readonly dialect: string; readonly known: readonly string[] }) =>
    `has no CORS configuration of ${dialect}. Expected an object with some of ${known.join(', ')}`,
  'several-found': ({ dialect, paths }: { readonly dialect: string; readonly paths: readonly string[] }) =>
    `has several CORS configurations of ${dialect}. Choose one with pick (--pick): ${paths.map((path) => `'${path}'`).join(', ')}`,
  'pick-not-found': ({ paths }: { readonly paths: readonly string[] }) =>
    `is not the path of a CORS configuration. Found: ${paths.map((path) => `'${path}'`).join(', ') || 'none'}`,
  'rule-not-found': ({ count }: { readonly count: number }) => `expected the number of a rule, from 1 to ${count}`,
  'unknown-key': ({ known }: { readonly known: readonly string[] }) =>
    `unknown option. Known options: ${known.join(', ')}`,
  'wrong-value': ({ expected, got }: { readonly expected: string; readonly got: string }) =>
    `expected ${expected}, got ${got}`,
  'options-conflict': ({ names }: { readonly names: readonly string[] }) =>
    `${names.join(' and ')} are one option with different values. Remove one of them`,
  'computed-value': ({ expression, option }: { readonly expression: string; readonly option: string }) =>
    option === 'origins'
      ? `${expression} is not a literal value. Write the origins here, or read them in code with origins: parseOrigins(process.env.CORS_ORIGINS)`
      : `${expression} is not a literal value. Write the value here`,
  'origin-function': ({ source, fault }: FromSource & { readonly fault: 'origins' | 'options' }) =>
    fault === 'origins'
      ? `${source} calls this function for each request, so its origins cannot be read. List them in origins, or keep them as data with livePolicy() and policy.origins: see docs/data-origins.md`
      : `${source} calls this function for each request, so its options cannot be read. Pass a function that chooses a compiled policy for each request: see "A policy for each host" in docs/servers.md`,
  'source-fails': ({ source, option, got }: FromSource & { readonly option: string; readonly got: string }) =>
    `${source} fails at run time when ${option} is ${got}. Remove ${option}, or give it a value`,
  'preflight-off': ({ source }: FromSource) =>
    `${source} leaves preflights to the app, and a policy always answers them. Remove it`,
  'reflects-any-origin': ({ source }: FromSource) =>
    `${source} reflects every origin and allows credentials, so any site can read your users' data. List the origins (origins: ['https://app.example.com']), or remove credentials`,
  'literal-pattern': ({ source }: FromSource) =>
    `${source} compares this text literally, so it never matches; as a pattern it would match. List the origins, or write the pattern into the config by hand`,
  'wildcard-in-list': ({ source }: FromSource) =>
    `in a list ${source} compares '*' literally, so it matches no origin. Write origin: '*', or remove it`,
  'source-rejects': ({ source }: FromSource) =>
    `${source} does not accept this origin, and may allow every origin instead. Write the origin that you mean into the config by hand`,
  'origin-prefix': () =>
    'is only the start of an origin, so anyone can have a longer name that begins with the same text. Use an exact match',
  'one-label': ({ source }: FromSource) =>
    `${source} allows one label here. Our pattern also allows deeper names, so write it by hand if that is right`,
  'port-required': () =>
    'requires a port, and our pattern for any port also matches the default one. List the origin without a port too if that is right',
  regex: ({ fault }: { readonly fault: string }) => REGEX[fault] as string,
  'regex-flags': ({ flags }: { readonly flags: string }) => `unsupported flags ${display(flags)}; only 'i' is allowed`,
  'method-any': () => 'is not a method that browsers send',
  shorthand: ({ name }: Named) => `${name} uses defaults that differ by version and route. Write the values`,
  'rules-differ': ({ count }: { readonly count: number }) =>
    `the ${count} rules give different answers, and a policy has one. Convert one rule with rule or --rule (1 to ${count}), and use a policy per route`,
  'dynamic-origin': ({ expression }: { readonly expression: string }) =>
    `${expression} sends the request's own Origin back, so it allows every site. List the origins: origins: ['https://app.example.com']`,
  'target-origin': ({ fault, target }: ForTarget & { readonly fault: keyof typeof TARGET_ORIGIN }) =>
    TARGET_ORIGIN[fault](target),
  'target-enforce': ({ target }: ForTarget) =>
    `${target} cannot enforce. Keep enforce in the app and convert a config without it`,
  'target-none': ({ target }: ForTarget) =>
    `${target} cannot say that no origin is allowed. Remove its CORS configuration instead`,
  'target-otherwise': ({ target }: ForTarget) =>
    `${target} gives all origins the same answer. Convert a config without otherwise`,
  'target-rules': ({ target, names }: ForTarget & { readonly names: readonly string[] }) =>
    `${target} tries the next rule when one does not fit, so the origins of an outer config would also get ${names.join(', ')}. Add these methods and headers to the outer config, or convert a config without otherwise`,
  'target-headers': ({ fault, target }: ForTarget & { readonly fault: keyof typeof TARGET_HEADERS }) =>
    TARGET_HEADERS[fault](target),
  'target-name': ({ fault, target }: ForTarget & { readonly fault: 'dollar' | 'variable' }) =>
    fault === 'dollar'
      ? `contains '$', which ${target} reads as the start of a variable`
      : 'expected a lower-case letter, then at most 19 lower-case letters, digits and underscores',
  'target-size': ({ target, limit }: ForTarget & { readonly limit: number }) =>
    `is too long for ${target}, which accepts ${limit} bytes of configuration`,
} as const

const TARGET_ORIGIN = {
  pattern: (target: string) => `${target} has no patterns. List the origins`,
  range: (target: string) => `${target} has no address ranges. List the origins`,
  'address-range': () => 'cannot be written as a regular expression. List the origins',
  scheme: (target: string) => `${target} accepts only the schemes http and https`,
  label: (target: string) => `the wildcard of ${target} also matches dots. List the origins`,
  'two-wildcards': (target: string) => `${target} accepts one wildcard per origin. Write the port, or list the origins`,
  'any-host': (target: string) => `${target} has no wildcard for the hosts of a scheme. List the origins`,
  host: (target: string) => `${target} does not accept this host, and may allow every origin instead. List other names`,
  'any-port': (target: string) => `${target} has no wildcard for ports. List the ports`,
  'subdomains-only': (target: string) =>
    `the wildcard of ${target} only works for subdomains (https://*.example.com). List the origins`,
}

const TARGET_HEADERS = {
  authorization: (target: string) =>
    `'*' of ${target} also allows Authorization. Write ['*', 'authorization'] if that is right, or list the headers`,
  'literal-wildcard': (target: string) =>
    `${target} sends '*' literally, and with credentials browsers read it as a header name. List the headers`,
  'content-type': (target: string) =>
    `${target} always allows Content-Type. Add 'content-type' to headers to accept that`,
  'no-wildcard': (target: string) => `${target} does not accept '*' here. List the headers`,
  characters: (target: string) => `${target} accepts only letters, digits, hyphens and underscores in a name`,
  'one-direction': (target: string) =>
    `${target} has one list for headers and exposeHeaders. Write the same names in both`,
}

/** What is said of all problems together, and of what was probably meant. */
export const CONVERSION_WORDS = {
  suggestion: (message: string, suggestion: string) => `${message}. Did you mean ${suggestion}?`,
  problems: (count: number) => `The conversion has ${count === 1 ? '1 problem' : `${count} problems`}:`,
  place: (path: string, line: number, column: number | undefined) => `${path} (line ${line}, column ${column})`,
  more: (count: number) => `… and ${count} more: see the error's problems`,
}

/** A message longer than this helps nobody; `problems` always holds them all. */
const MAX_LISTED_PROBLEMS = 1000

interface Problem {
  readonly path: string
  readonly code: string
  readonly message: string
  readonly line?: number
  readonly column?: number
}

/** All problems of a conversion, as its error says them. */
export function renderConversionProblems(problems: readonly Problem[]): string {
  const lines = [CONVERSION_WORDS.problems(problems.length)]
  for (const { path, line, column, message, code } of problems.slice(0, MAX_LISTED_PROBLEMS)) {
    const place = line === undefined ? path : CONVERSION_WORDS.place(path, line, column)
    lines.push(`  ${place}: ${message} [${code}]`)
  }
  if (problems.length > MAX_LISTED_PROBLEMS) {
    lines.push(`  ${CONVERSION_WORDS.more(problems.length - MAX_LISTED_PROBLEMS)}`)
  }
  return lines.join('\n')
}

const MAX_NAMES = 12

function list(names: readonly string[]): string {
  const more = names.length - MAX_NAMES
  return `${names.slice(0, MAX_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

export const INTEROP_NOTES = {
  'origin-default': ({ source }: FromSource) => `is absent, and ${source} then allows every origin. List your origins`,
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
