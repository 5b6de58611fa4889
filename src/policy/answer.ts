import { includesWildcard, type NameList } from '../config/parse-fields.js'
import type { CorsConfig } from '../config/types.js'
import {
  ALLOW_CREDENTIALS,
  ALLOW_HEADERS,
  ALLOW_METHODS,
  ALLOW_ORIGIN,
  EXPOSE_HEADERS,
  MAX_AGE,
  REQUEST_HEADERS,
  REQUEST_METHOD,
} from '../http/field-names.js'
import { isToken } from '../http/token.js'
import { isTokenList } from '../http/token-list.js'
import type { Decision } from './decision.js'

/** Methods are short; the longest registered one (`UPDATEREDIRECTREF`, `BASELINE-CONTROL`) has under 20 characters. */
export const MAX_ECHOED_METHOD_LENGTH = 64
/** Room for some fifty header names. Browsers list each non-safelisted name once, and real pages send a handful. */
export const MAX_ECHOED_HEADERS_LENGTH = 1024

/**
 * An answer for one kind of request, made once per policy. The parts that depend on the request are named and filled
 * in by {@link headersOfAnswer}; all the rest is text that is ready to be written.
 */
export interface Answer {
  readonly kind: Decision['kind']
  readonly status: number | undefined
  readonly vary: readonly string[]
  /** `vary` as the value of a response that has none so far. */
  readonly varyText: string
  /** Access-Control-Allow-Origin: the request's own origin, `*`, or none. */
  readonly allowOrigin: 'request' | '*' | undefined
  /** The fields that are the same for each request: name, value, name, value, … */
  readonly fixed: readonly string[]
  readonly echoesMethod: boolean
  readonly echoesHeaders: boolean
  /** Whether the request is refused something because of where it comes from. */
  readonly refused: boolean
  /** Whether the response keeps what it says about CORS by itself. */
  readonly untouched: boolean
}

/** Every answer that a policy can give, other than {@link NO_CORS}. */
export interface Answers {
  readonly actualAllowed: Answer
  readonly actualRefused: Answer
  readonly preflightAllowed: Answer
  readonly preflightRefused: Answer
  readonly forbidden: Answer
}

export const DEFAULT_PREFLIGHT_STATUS = 204
const REFUSED_STATUS = 403

/** Vary, and nothing that lets another origin read the response. */
export const NO_CORS: Answer = Object.freeze({
  kind: 'actual',
  status: undefined,
  vary: Object.freeze(['Origin']),
  varyText: 'Origin',
  allowOrigin: undefined,
  fixed: Object.freeze([]),
  echoesMethod: false,
  echoesHeaders: false,
  refused: false,
  untouched: false,
})

/**
 * @param config with own options only
 * @param vary of its preflights: with `otherwise`, that of all configs of the policy
 */
export function compileAnswers(
  config: CorsConfig,
  anyOrigin: boolean,
  vary: readonly string[] = preflightVary([config]),
): Answers {
  const allowOrigin = anyOrigin ? '*' : 'request'
  const echoesMethod = echoes(config, 'methods')
  const echoesHeaders = echoes(config, 'headers')
  return Object.freeze({
    actualAllowed: answer({ allowOrigin, fixed: actualFields(config) }),
    actualRefused: answer({ refused: true }),
    preflightAllowed: answer({
      kind: 'preflight',
      status: config.preflightStatus ?? DEFAULT_PREFLIGHT_STATUS,
      vary,
      allowOrigin,
      fixed: preflightFields(config, echoesMethod, echoesHeaders),
      echoesMethod,
      echoesHeaders,
    }),
    preflightRefused: answer({ kind: 'preflight', status: REFUSED_STATUS, vary, refused: true }),
    forbidden: FORBIDDEN,
  })
}

/**
 * The fields that the answer to a preflight may depend on. Which of the configs answers depends on Origin, so a cache
 * has to know what any of them looks at.
 */
export function preflightVary(configs: readonly CorsConfig[]): readonly string[] {
  return [
    'Origin',
    ...(configs.some((config) => echoes(config, 'methods')) ? [REQUEST_METHOD] : []),
    ...(configs.some((config) => echoes(config, 'headers')) ? [REQUEST_HEADERS] : []),
  ]
}

/** With credentials a browser reads `*` as a name, so the policy answers with what was asked for. */
function echoes(config: CorsConfig, list: 'methods' | 'headers'): boolean {
  return config.credentials === true && includesWildcard(config[list])
}

function answer(parts: Partial<Answer>): Answer {
  const { vary, fixed, ...rest } = { ...NO_CORS, ...parts }
  return Object.freeze({ ...rest, vary: Object.freeze(vary), varyText: vary.join(', '), fixed: Object.freeze(fixed) })
}

function actualFields(config: CorsConfig): string[] {
  return [...credentialsField(config), ...listField(EXPOSE_HEADERS, config.exposeHeaders)]
}

/** https://fetch.spec.whatwg.org/#cors-preflight-fetch: an allowed origin is told the whole list, whatever it asked for. */
function preflightFields(config: CorsConfig, echoesMethod: boolean, echoesHeaders: boolean): string[] {
  return [
    ...credentialsField(config),
    ...(echoesMethod ? [] : listField(ALLOW_METHODS, config.methods)),
    ...(echoesHeaders ? [] : listField(ALLOW_HEADERS, config.headers)),
    ...(config.maxAge === undefined ? [] : [MAX_AGE, String(config.maxAge)]),
  ]
}

function credentialsField(config: CorsConfig): string[] {
  return config.credentials === true ? [ALLOW_CREDENTIALS, 'true'] : []
}

function listField(name: string, names: NameList | undefined): string[] {
  if (names === undefined || names.length === 0) return []
  return [name, names === '*' ? names : names.join(', ')]
}

/** A request that changes something, from an origin that may not send it. The same for every policy. */
export const FORBIDDEN: Answer = answer({ kind: 'forbidden', status: REFUSED_STATUS, refused: true })

/**
 * The fields of an answer to one request, Vary aside, in the order in which they are written.
 *
 * @param origin present whenever the answer reflects it
 */
export function headersOfAnswer(
  answer: Answer,
  origin: string | undefined,
  requestMethod: string | undefined,
  requestHeaders: string | undefined,
): Record<string, string> {
  const headers: Record<string, string> = {}
  const { allowOrigin, fixed } = answer
  if (allowOrigin !== undefined) headers[ALLOW_ORIGIN] = allowOrigin === '*' ? allowOrigin : (origin as string)
  for (let i = 0; i < fixed.length; i += 2) headers[fixed[i] as string] = fixed[i + 1] as string
  if (answer.echoesMethod && isEchoableMethod(requestMethod)) headers[ALLOW_METHODS] = requestMethod
  if (answer.echoesHeaders && isEchoableHeaders(requestHeaders)) headers[ALLOW_HEADERS] = requestHeaders
  return headers
}

export function isEchoableMethod(method: string | undefined): method is string {
  return method !== undefined && method.length <= MAX_ECHOED_METHOD_LENGTH && isToken(method)
}

export function isEchoableHeaders(headers: string | undefined): headers is string {
  return headers !== undefined && headers.length <= MAX_ECHOED_HEADERS_LENGTH && headers !== '' && isTokenList(headers)
}
