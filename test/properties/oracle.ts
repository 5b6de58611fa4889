import type { CorsConfig, Decision, RequestFacts } from '../../src/index.js'
import { isOrigin, matches } from './oracle-origin.js'

/** The decision table of the design, written down line by line. Shares nothing with the library but its types. */

export function oracleAllows(config: CorsConfig, origin: string | undefined, credentials = false): boolean {
  const match = matching(config, origin)
  return match !== undefined && (!credentials || match.credentials === true)
}

/** The first of a config, its `otherwise`, the `otherwise` of that, …, that lets the origin in. */
function matching(config: CorsConfig, origin: string | undefined): CorsConfig | undefined {
  return nested(config).find(({ origins }) => {
    const entries = listOf(origins)
    return entries.includes('*') || (origin !== undefined && entries.some((entry) => matches(entry, origin)))
  })
}

function nested(config: CorsConfig): CorsConfig[] {
  return config.otherwise === undefined ? [config] : [config, ...nested(config.otherwise)]
}

export function oracleDecide(config: CorsConfig, facts: RequestFacts): Decision {
  const { method, origin, requestMethod } = facts
  const match = matching(config, origin)
  if (method === 'OPTIONS' && origin !== undefined && requestMethod !== undefined) {
    const reason = reasonOf(match, origin)
    const vary = preflightVary(nested(config))
    if (match === undefined) return { kind: 'preflight', reason, status: 403, vary, headers: {} }
    const headers = preflightHeaders(match, facts)
    return { kind: 'preflight', reason, status: match.preflightStatus ?? 204, vary, headers }
  }
  const vary = ['Origin']
  // The outermost config's origins, and no others, may write.
  if (match !== config && config.enforce === true && isForbidden(facts)) {
    return { kind: 'forbidden', reason: reasonOf(undefined, origin), status: 403, vary, headers: {} }
  }
  const headers = match === undefined ? {} : actualHeaders(match, origin)
  return { kind: 'actual', reason: reasonOf(match, origin), status: undefined, vary, headers }
}

function listOf(value: '*' | 'none' | readonly string[] | undefined): readonly string[] {
  if (value === 'none') return []
  return value === '*' ? ['*'] : (value ?? [])
}

function unique(names: readonly string[]): string {
  return [...new Set(names)].join(', ')
}

/** @param match the config that lets the origin in */
function reasonOf(match: CorsConfig | undefined, origin: string | undefined): Decision['reason'] {
  if (match !== undefined && listOf(match.origins).includes('*')) return 'any-origin'
  if (origin === undefined) return 'no-origin'
  if (match !== undefined) return 'origin-allowed'
  if (origin === 'null') return 'origin-null'
  return isOrigin(origin) ? 'origin-not-allowed' : 'origin-malformed'
}

function commonHeaders(config: CorsConfig, origin: string | undefined): Record<string, string> {
  const headers: Record<string, string> = {}
  headers['Access-Control-Allow-Origin'] = listOf(config.origins).includes('*') ? '*' : (origin as string)
  if (config.credentials === true) headers['Access-Control-Allow-Credentials'] = 'true'
  return headers
}

function actualHeaders(config: CorsConfig, origin: string | undefined): Record<string, string> {
  const headers = commonHeaders(config, origin)
  const exposed = listOf(config.exposeHeaders).map((name) => name.toLowerCase())
  if (exposed.length > 0) headers['Access-Control-Expose-Headers'] = unique(exposed)
  return headers
}

function preflightHeaders(config: CorsConfig, { origin, requestMethod, requestHeaders }: RequestFacts) {
  const headers = commonHeaders(config, origin)
  const methods = echoes(config, config.methods) ? echo(isToken, requestMethod, 64) : unique(listOf(config.methods))
  const names = listOf(config.headers).map((name) => name.toLowerCase())
  const allowed = echoes(config, config.headers) ? echo(isList, requestHeaders, 1024) : unique(names)
  if (methods !== '') headers['Access-Control-Allow-Methods'] = methods
  if (allowed !== '') headers['Access-Control-Allow-Headers'] = allowed
  if (config.maxAge !== undefined) headers['Access-Control-Max-Age'] = String(config.maxAge)
  return headers
}

function preflightVary(configs: readonly CorsConfig[]): string[] {
  return [
    'Origin',
    ...(configs.some((config) => echoes(config, config.methods)) ? ['Access-Control-Request-Method'] : []),
    ...(configs.some((config) => echoes(config, config.headers)) ? ['Access-Control-Request-Headers'] : []),
  ]
}

/** With credentials a browser takes `*` for a name, so the policy answers with what was asked for. */
function echoes(config: CorsConfig, list: CorsConfig['methods']): boolean {
  return config.credentials === true && listOf(list).includes('*')
}

function echo(isLegal: (text: string) => boolean, asked: string | undefined, longest: number): string {
  return asked !== undefined && asked.length <= longest && isLegal(asked) ? asked : ''
}

function isToken(text: string): boolean {
  return text !== '' && [...text].every((char) => /[!#$%&'*+\-.^_`|~0-9A-Za-z]/.test(char))
}

function isList(text: string): boolean {
  const elements = text.split(',').map((element) => element.replace(/^[ \t]+/, '').replace(/[ \t]+$/, ''))
  return elements.every((element) => element === '' || isToken(element))
}

/** Go's `http.CrossOriginProtection`. */
function isForbidden({ method, origin, fetchSite, host }: RequestFacts): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(method)) return false
  if (fetchSite !== undefined && fetchSite !== '') return !['same-origin', 'none'].includes(fetchSite)
  if (origin === undefined) return false
  const [, ...rest] = origin.split('://')
  return host === undefined || host === '' || rest.join('://') !== host
}
