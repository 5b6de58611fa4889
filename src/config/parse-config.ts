import { display } from '../text/display.js'
import { FOREIGN_OPTIONS, nearestOption, OPTION_NAMES, type OptionName } from './option-names.js'
import { parseExposedHeaders, parseMethods, parseRequestHeaders } from './parse-fields.js'
import { type OriginRules, type ParsedOrigins, parseOriginsOption } from './parse-origins.js'
import { ProblemList } from './problem-list.js'
import { readProperties } from './read-values.js'
import type { CorsConfig } from './types.js'

/** Chromium caps at two hours and Firefox at a day: beyond that a number only misleads. */
const MAX_MAX_AGE = 86_400

/** A config that has passed every check, ready to be compiled. */
export interface ParsedConfig {
  /** Normalised and deep-frozen. */
  readonly config: CorsConfig
  readonly origins: ParsedOrigins
  /** By which its origins were judged, and those that are added later are. */
  readonly rules: OriginRules
}

type Options = Map<OptionName, unknown>

/**
 * Checks a value that no type vouches for, such as a parsed JSON file.
 *
 * @returns the normalised config, deep-frozen: header names in lower case, doubles dropped, order kept
 * @throws CorsConfigError with every problem of the value
 */
export function parseConfig(value: unknown): CorsConfig {
  return readConfig(value).config
}

/**
 * @param mayBeEmpty whether `origins` may be an empty list
 * @throws CorsConfigError with every problem of the value
 */
export function readConfig(value: unknown, mayBeEmpty = false): ParsedConfig {
  const problems = new ProblemList()
  const properties = readProperties(value, '', problems)
  const parsed = properties && parseProperties(properties, problems, mayBeEmpty)
  problems.throwIfAny()
  return parsed as ParsedConfig
}

/**
 * @param properties of a config, as `readProperties` gives them
 * @param mayBeEmpty whether `origins` may be an empty list
 * @returns undefined if there are problems
 */
export function parseProperties(
  properties: ReadonlyMap<string, unknown>,
  problems: ProblemList,
  mayBeEmpty = false,
): ParsedConfig | undefined {
  const before = problems.size
  const parsed = parseOptions(knownOptions(properties, problems), problems, mayBeEmpty)
  return problems.size === before ? parsed : undefined
}

function knownOptions(properties: ReadonlyMap<string, unknown>, problems: ProblemList): Options {
  const options: Options = new Map()
  for (const [key, property] of properties) {
    if (isOptionName(key)) {
      options.set(key, property)
    } else {
      problems.add('unknown-option', displayKey(key), property, `is no option${unknownHint(key)}`, nearestOption(key))
    }
  }
  return options
}

function unknownHint(key: string): string {
  const reason = FOREIGN_OPTIONS.get(key)
  if (reason !== undefined) return `: ${reason}`
  return nearestOption(key) === undefined ? `; the options are ${OPTION_NAMES.join(', ')}` : ''
}

function isOptionName(key: string): key is OptionName {
  return (OPTION_NAMES as readonly string[]).includes(key)
}

/** A key as a path: itself if it reads well, quoted if it holds anything odd. */
function displayKey(key: string): string {
  return /^[\w-]{1,64}$/.test(key) ? key : display(key)
}

function parseOptions(options: Options, problems: ProblemList, mayBeEmpty: boolean): ParsedConfig {
  const rules: OriginRules = {
    credentials: parseBoolean(options, 'credentials', problems),
    allowInsecure: parseBoolean(options, 'dangerouslyAllowInsecureOrigins', problems),
    allowPublicSuffix: parseBoolean(options, 'dangerouslyAllowPublicSuffixSubdomains', problems),
  }
  const origins = parseOriginsOption(options.get('origins'), rules, problems, mayBeEmpty)
  const normalised: Partial<Record<OptionName, unknown>> = {}
  for (const name of OPTION_NAMES) {
    if (options.has(name)) normalised[name] = parseOption(name, options, origins, problems)
  }
  if (origins.any && normalised.enforce === true) addEnforceWithWildcard(problems)
  return { config: Object.freeze(normalised) as unknown as CorsConfig, origins, rules }
}

/** An option that is there, as a normalised config holds it. */
function parseOption(name: OptionName, options: Options, { origins }: ParsedOrigins, problems: ProblemList): unknown {
  const value = options.get(name)
  switch (name) {
    case 'origins':
      return origins
    case 'methods':
      return parseMethods(value, problems)
    case 'headers':
      return parseRequestHeaders(value, problems)
    case 'exposeHeaders':
      return parseExposedHeaders(value, options.get('credentials') === true, problems)
    case 'maxAge':
      return parseInteger(value, name, 'max-age-range', 0, MAX_MAX_AGE, ' seconds', problems)
    case 'preflightStatus':
      return parseInteger(value, name, 'status-range', 200, 299, ', the statuses that a browser takes for ok', problems)
    case 'enforce':
      return parseBoolean(options, name, problems)
    default:
      // The switches that origins depend on have been read with them.
      return value
  }
}

function parseBoolean(options: Options, name: OptionName, problems: ProblemList): boolean {
  const value = options.get(name)
  if (value === undefined || typeof value === 'boolean') return value === true
  problems.add('wrong-type', name, value, `must be true or false, and is ${display(value)}`)
  return false
}

function parseInteger(
  value: unknown,
  name: OptionName,
  code: 'max-age-range' | 'status-range',
  least: number,
  most: number,
  unit: string,
  problems: ProblemList,
): number | undefined {
  if (typeof value !== 'number' || Number.isNaN(value)) {
    problems.add('wrong-type', name, value, `must be a number, and is ${display(value)}`)
  } else if (!Number.isInteger(value) || value < least || value > most) {
    problems.add(code, name, value, `must be an integer from ${least} to ${most}${unit}, and is ${value}`)
  } else {
    // -0 would not survive a round trip through JSON.
    return value + 0
  }
  return undefined
}

function addEnforceWithWildcard(problems: ProblemList): void {
  const why = "nothing would ever be refused, since origins is or holds '*'"
  problems.add('enforce-with-wildcard', 'enforce', true, `${why}: list the origins, or remove enforce`)
}
