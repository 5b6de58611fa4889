import { includesWildcard, type NameList } from '../config/parse-fields.js'
import type { CorsConfig } from '../config/types.js'
import { isSafelistedResponseHeader } from '../fetch-model/filtered-response.js'
import { isSafelistedMethod } from '../fetch-model/method.js'
import type { Advice, AdviceCode } from './advice.js'

/** Safelisted for the values that most scripts send. Content-Type is not among them: JSON needs it listed. */
const MOSTLY_SAFELISTED: ReadonlySet<string> = new Set(['accept', 'accept-language', 'content-language', 'range'])
/** Methods that carry no body, or none that anybody sends. */
const BODILESS: ReadonlySet<string> = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS'])

/** Advice on `methods`, `headers` and `exposeHeaders`. */
export function lintNames(config: CorsConfig): readonly Advice[] {
  const { methods = [], headers = [], exposeHeaders = [] } = config
  return [
    ...lintListed(
      'methods',
      methods,
      'safelisted-method',
      isSafelistedMethod,
      () => 'adds nothing: CORS cannot forbid it',
    ),
    ...lintListed('methods', methods, 'options-method', isOptions, () => OPTIONS_MESSAGE),
    ...lintListed('headers', headers, 'safelisted-request-header', isMostlySafelisted, safelistedMessage),
    ...lintListed(
      'exposeHeaders',
      exposeHeaders,
      'safelisted-response-header',
      isSafelistedResponseHeader,
      () => 'adds nothing: every script that gets a response can read it',
    ),
    ...lintCovered('methods', methods, () => false),
    ...lintCovered('headers', headers, (name) => name === 'authorization' && config.credentials !== true),
    ...lintCovered('exposeHeaders', exposeHeaders, () => false),
    ...lintAuthorization(config, headers),
    ...lintContentType(config, methods, headers),
  ]
}

const OPTIONS_MESSAGE = 'is needed for scripts that send OPTIONS themselves, and not for preflights: leave it out'

function isOptions(method: string): boolean {
  return method === 'OPTIONS'
}

function isMostlySafelisted(name: string): boolean {
  return MOSTLY_SAFELISTED.has(name)
}

function safelistedMessage(name: string): string {
  return name === 'range'
    ? "is needed for ranges other than 'bytes=0-' and 'bytes=0-499' alone: those are safelisted"
    : 'is needed for unusual values alone, such as those of more than 128 bytes: all others are safelisted'
}

/** What `*` covers gets no second advice. */
function lintListed(...args: Parameters<typeof lintEach>): readonly Advice[] {
  return includesWildcard(args[1]) ? [] : lintEach(...args)
}

function lintEach(
  path: string,
  names: NameList,
  code: AdviceCode,
  test: (name: string) => boolean,
  message: (name: string) => string,
): readonly Advice[] {
  if (names === '*') return []
  return names.flatMap((name, i): Advice[] =>
    test(name) ? [{ code, path: `${path}[${i}]`, value: name, message: `'${name}' ${message(name)}` }] : [],
  )
}

/** Names next to `*`. @param isNeeded which of them `*` does not cover */
function lintCovered(path: string, names: NameList, isNeeded: (name: string) => boolean): readonly Advice[] {
  if (!includesWildcard(names)) return []
  const isCovered = (name: string) => name !== '*' && !isNeeded(name)
  return lintEach(path, names, 'name-covered', isCovered, () => "adds nothing: '*' covers it")
}

/** https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name. With credentials the policy echoes, name by name. */
function lintAuthorization(config: CorsConfig, headers: NameList): readonly Advice[] {
  if (!includesWildcard(headers) || config.credentials === true || headers.includes('authorization')) return []
  const message = "'*' does not cover Authorization: write ['*', 'authorization'] if scripts send tokens"
  return [{ code: 'authorization-not-covered', path: 'headers', value: headers, message }]
}

/** A policy with no more than origins is one for reading; any other is likely to get JSON one day. */
function lintContentType(config: CorsConfig, methods: NameList, headers: NameList): readonly Advice[] {
  if (includesWildcard(headers) || headers.includes('content-type')) return []
  const sendsBodies = methods === '*' || methods.some((method) => !BODILESS.has(method))
  if (!sendsBodies && headers.length === 0 && config.credentials !== true) return []
  const message = "scripts cannot send JSON, not even by POST: add 'content-type' to headers if they are to"
  return [{ code: 'content-type-not-allowed', path: 'headers', value: config.headers, message }]
}
