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

const REGEX = {
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
} as const

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
  'document-template': () =>
    'contains template code ({{ … }}). Render it first, for example with helm template, and convert the result',
  'not-read': ({ program }: { readonly program: string }) =>
    `is a configuration of ${program}, which cors-policy does not read. Write a config by hand: { origins: ['https://app.example.com'], methods: ['PUT'], headers: ['content-type'], credentials: true }`,
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
  'options-elsewhere': () => 'gets more options elsewhere in the code. Write all of them here',
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
  regex: ({ fault }: { readonly fault: keyof typeof REGEX }) => REGEX[fault],
  'regex-flags': ({ flags }: { readonly flags: string }) => `unsupported flags ${display(flags)}; only 'i' is allowed`,
  'method-any': () => 'is not a method that browsers send',
  shorthand: ({ name }: Named) => `${name} uses defaults that differ by version and route. Write the values`,
  'rules-differ': ({ count }: { readonly count: number }) =>
    `the ${count} rules give different answers, and a policy has one. Convert one rule with rule or --rule (1 to ${count}), and use a policy per route`,
  'dynamic-origin': ({ expression }: { readonly expression: string }) =>
    `${expression} sends the request's own Origin back, so it allows every site. List the origins: origins: ['https://app.example.com']`,
  'conditional-wildcard': () =>
    "'*' is sent only if a condition about the origin holds. List the origins that the condition allows: origins: ['https://app.example.com']",
  'paths-differ': ({ count }: { readonly count: number }) =>
    `${count} parts of this text set different CORS headers, for different paths. Convert one part at a time, and use a policy per route`,
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
