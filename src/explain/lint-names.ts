import { includesWildcard, type NameList } from '../config/parse-fields.js'
import type { CorsConfig } from '../config/types.js'
import { isSafelistedResponseHeader } from '../fetch-model/filtered-response.js'
import { isSafelistedMethod } from '../http/methods.js'
import { type Advice, advise } from './advice.js'

/** Safelisted for the values that most scripts send. Content-Type is not among them: JSON needs it listed. */
const MOSTLY_SAFELISTED: ReadonlySet<string> = new Set(['accept', 'accept-language', 'content-language', 'range'])
/** Methods that carry no body, or none that anybody sends. */
const BODILESS: ReadonlySet<string> = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS'])

type NamedCode = 'safelisted-method' | 'safelisted-request-header' | 'safelisted-response-header' | 'name-covered'

/** Advice on `methods`, `headers` and `exposeHeaders`. */
export function lintNames(config: CorsConfig): readonly Advice[] {
  const { methods = [], headers = [], exposeHeaders = [] } = config
  return [
    ...lintListed('methods', methods, 'safelisted-method', isSafelistedMethod),
    ...lintOptions(methods),
    ...lintListed('headers', headers, 'safelisted-request-header', (name) => MOSTLY_SAFELISTED.has(name)),
    ...lintListed('exposeHeaders', exposeHeaders, 'safelisted-response-header', isSafelistedResponseHeader),
    ...lintCovered('methods', methods, () => false),
    ...lintCovered('headers', headers, (name) => name === 'authorization' && config.credentials !== true),
    ...lintCovered('exposeHeaders', exposeHeaders, () => false),
    ...lintAuthorization(config, headers),
    ...lintContentType(config, methods, headers),
  ]
}

function lintOptions(methods: NameList): readonly Advice[] {
  if (includesWildcard(methods)) return []
  const at = methods.indexOf('OPTIONS')
  return at < 0 ? [] : [advise(`methods[${at}]`, 'OPTIONS', { code: 'options-method' })]
}

/** What `*` covers gets no second advice. */
function lintListed(
  path: string,
  names: NameList,
  code: NamedCode,
  test: (name: string) => boolean,
): readonly Advice[] {
  return includesWildcard(names) ? [] : lintEach(path, names, code, test)
}

function lintEach(path: string, names: NameList, code: NamedCode, test: (name: string) => boolean): readonly Advice[] {
  if (names === '*') return []
  return names.flatMap((name, i) => (test(name) ? [advise(`${path}[${i}]`, name, { code, name })] : []))
}

/** Names next to `*`. @param isNeeded which of them `*` does not cover */
function lintCovered(path: string, names: NameList, isNeeded: (name: string) => boolean): readonly Advice[] {
  if (!includesWildcard(names)) return []
  return lintEach(path, names, 'name-covered', (name) => name !== '*' && !isNeeded(name))
}

/** https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name. With credentials the policy echoes, name by name. */
function lintAuthorization(config: CorsConfig, headers: NameList): readonly Advice[] {
  if (!includesWildcard(headers) || config.credentials === true || headers.includes('authorization')) return []
  return [advise('headers', headers, { code: 'authorization-not-covered' })]
}

/** A policy with only origins is one for reading; any other is likely to get JSON one day. */
function lintContentType(config: CorsConfig, methods: NameList, headers: NameList): readonly Advice[] {
  if (includesWildcard(headers) || headers.includes('content-type')) return []
  const sendsBodies = methods === '*' || methods.some((method) => !BODILESS.has(method))
  if (!sendsBodies && headers.length === 0 && config.credentials !== true) return []
  return [advise('headers', config.headers, { code: 'content-type-not-allowed' })]
}
