import { words } from '#packages'
import { LONGEST_MAX_AGE } from '../http/max-age.js'
import { OK_STATUS } from '../http/ok-status.js'
import { display } from '../text/display.js'
import { parseExemptions } from './exemptions.js'
import { OPTION_NAMES, type OptionName } from './option-names.js'
import type { OriginRules } from './origin-rules.js'
import { parseExposedHeaders, parseMethods, parseRequestHeaders } from './parse-fields.js'
import { type ParsedOrigins, parseOriginsOption } from './parse-origins.js'
import { ProblemList } from './problem-list.js'
import { readProperties } from './read-values.js'
import type { CorsConfig } from './types.js'

/** A config that has passed every check, ready to be compiled. */
export interface ParsedConfig {
  /** Normalised and deep-frozen. */
  readonly config: CorsConfig
  readonly origins: ParsedOrigins
  /** By which its origins were judged, and those that are added later are. */
  readonly rules: OriginRules
  /** For origins that these do not match. */
  readonly otherwise: ParsedConfig | undefined
}

type Options = Map<OptionName, unknown>
type OptionValues = Partial<Record<OptionName, unknown>>

/** One config in another, and so on: more is a mistake, or a config that contains itself. */
const MAX_DEPTH = 16

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
  const parsed = parseOptions(knownOptions(properties, problems), { depth: 0, mayBeEmpty }, problems)
  return problems.size === before ? parsed : undefined
}

function knownOptions(properties: ReadonlyMap<string, unknown>, problems: ProblemList): Options {
  const options: Options = new Map()
  for (const [key, property] of properties) {
    // What an editor checks a JSON file with: cors-policy/schema.json.
    if (key === '$schema') continue
    if (isOptionName(key)) {
      options.set(key, property)
      continue
    }
    const diagnosis = words().diagnoseOption(key, OPTION_NAMES)
    problems.report({ code: 'unknown-option', ...diagnosis, path: displayKey(key), value: property })
    // Its value is checked as that of the option that was meant, so that one run tells all.
    if (diagnosis.fault === 'misspelled' && !options.has(diagnosis.suggestion)) {
      options.set(diagnosis.suggestion, property)
    }
  }
  return options
}

function isOptionName(key: string): key is OptionName {
  return (OPTION_NAMES as readonly string[]).includes(key)
}

/** A key as a path: itself if it reads well, quoted if it holds anything odd. */
function displayKey(key: string): string {
  return /^[\w-]{1,64}$/.test(key) ? key : display(key)
}

/** Where a config is. */
interface Position {
  /** In how many others, as their `otherwise`. */
  readonly depth: number
  readonly mayBeEmpty: boolean
}

function parseOptions(options: Options, { depth, mayBeEmpty }: Position, problems: ProblemList): ParsedConfig {
  if (depth > 0) refuseEnforce(options, problems)
  const credentials = parseBoolean(options, 'credentials', problems)
  const enforce = parseBoolean(options, 'enforce', problems)
  const exemptions = parseExemptions(options, problems)
  const rules = { credentials, enforce, ...exemptions.rules }
  const origins = parseOriginsOption(options.get('origins'), rules, problems, mayBeEmpty)
  exemptions.check(origins)
  if (origins.any && enforce) problems.report({ code: 'enforce-with-wildcard', path: 'enforce', value: true })
  const otherwise = parseOtherwise(options.get('otherwise'), origins, depth, problems)
  const read: OptionValues = {
    origins: origins.origins,
    credentials,
    enforce,
    otherwise: otherwise?.config,
    ...exemptions.values,
  }
  const normalised: OptionValues = {}
  for (const name of OPTION_NAMES) {
    if (!options.has(name)) continue
    normalised[name] = name in read ? read[name] : parseOption(name, options.get(name), credentials, problems)
  }
  return { config: Object.freeze(normalised) as unknown as CorsConfig, origins, rules, otherwise }
}

/** An option that no other one depends on, as a normalised config holds it. */
function parseOption(name: OptionName, value: unknown, credentials: boolean, problems: ProblemList): unknown {
  switch (name) {
    case 'methods':
      return parseMethods(value, problems)
    case 'headers':
      return parseRequestHeaders(value, problems)
    case 'exposeHeaders':
      return parseExposedHeaders(value, credentials, problems)
    case 'maxAge':
      return parseInteger(value, name, { code: 'max-age-range', minimum: 0, maximum: LONGEST_MAX_AGE }, problems)
    default:
      return parseInteger(value, 'preflightStatus', { code: 'status-range', ...OK_STATUS }, problems)
  }
}

/** It belongs to the outermost config. */
function refuseEnforce(options: Options, problems: ProblemList): void {
  if (!options.has('enforce')) return
  problems.report({ code: 'otherwise-option', option: 'enforce', path: 'enforce', value: options.get('enforce') })
  options.delete('enforce')
}

function parseOtherwise(
  value: unknown,
  origins: ParsedOrigins,
  depth: number,
  problems: ProblemList,
): ParsedConfig | undefined {
  if (value === undefined) return undefined
  const path = 'otherwise'
  if (origins.any) problems.report({ code: 'otherwise-unreachable', path, value })
  if (depth === MAX_DEPTH) {
    problems.report({ code: 'wrong-type', fault: 'too-deep', maximum: MAX_DEPTH, path, value })
    return undefined
  }
  const below = problems.under(path)
  const properties = readProperties(value, '', below)
  return properties && parseOptions(knownOptions(properties, below), { depth: depth + 1, mayBeEmpty: false }, below)
}

function parseBoolean(options: Options, name: OptionName, problems: ProblemList): boolean {
  const value = options.get(name)
  if (value === undefined || typeof value === 'boolean') return value === true
  problems.report({ code: 'wrong-type', fault: 'boolean', path: name, value })
  return false
}

type IntegerRange = {
  readonly code: 'max-age-range' | 'status-range'
  readonly minimum: number
  readonly maximum: number
}

function parseInteger(
  value: unknown,
  path: OptionName,
  range: IntegerRange,
  problems: ProblemList,
): number | undefined {
  if (typeof value !== 'number' || Number.isNaN(value)) {
    problems.report({ code: 'wrong-type', fault: 'number', path, value })
  } else if (!Number.isInteger(value) || value < range.minimum || value > range.maximum) {
    problems.report({ ...range, path, value })
  } else {
    // -0 would not survive a round trip through JSON.
    return value + 0
  }
  return undefined
}
