import { isExactOrigin, type ParsedOrigin, parseOrigin } from '../config/origin-pattern.js'
import { isInsecure, sharedDomain } from '../config/origin-risk.js'
import type { CorsConfig, OriginPattern } from '../config/types.js'
import { compilePolicy } from '../policy/compile-policy.js'
import type { CorsPolicy } from '../policy/compiled-policy.js'
import type { Advice } from './advice.js'

/** One entry of `origins`, with its place. */
interface Entry {
  readonly text: string
  readonly path: string
  readonly parsed: ParsedOrigin
}

/** Advice on the list of origins. */
export function lintOrigins(policy: CorsPolicy): readonly Advice[] {
  const { origins } = policy.config
  if (origins === '*' || origins === 'none') return []
  const entries = origins.flatMap((text, i): Entry[] => {
    const parsed = parseOrigin(text)
    return parsed === undefined ? [] : [{ text, path: `origins[${i}]`, parsed }]
  })
  // Of what a config holds, '*' alone is no origin.
  if (entries.length < origins.length) return entries.map(coveredByWildcard)
  return [
    ...lintLocal(entries),
    ...lintInsecure(entries, policy.config),
    ...lintShared(entries, policy.config),
    ...lintApex(entries, policy),
    ...lintCovered(entries),
  ]
}

function coveredByWildcard({ text, path }: Entry): Advice {
  return { code: 'origin-covered', path, value: text, message: `'${text}' adds nothing: '*' allows every origin` }
}

function lintLocal(entries: readonly Entry[]): readonly Advice[] {
  const isPublic = ({ parsed }: Entry) => isWeb(parsed) && !isLocal(parsed)
  if (!entries.some(isPublic)) return []
  const why =
    'lets in whatever runs on a user’s own machine, next to the public origins: keep it to the development config'
  return entries
    .filter(({ parsed }) => isWeb(parsed) && isLocal(parsed))
    .map(({ text, path }) => ({ code: 'localhost-in-production', path, value: text, message: `'${text}' ${why}` }))
}

/** Schemes such as `capacitor:` are an app's own, and its host is often called localhost. */
function isWeb({ scheme }: ParsedOrigin): boolean {
  return scheme === 'https' || scheme === 'http'
}

/** Whether the host is loopback or localhost, over http or https. */
function isLocal(parsed: ParsedOrigin): boolean {
  return !isInsecure({ ...parsed, scheme: 'http' })
}

/** With credentials the compiler refuses them, unless it was told not to: then nothing needs saying. */
function lintInsecure(entries: readonly Entry[], config: CorsConfig): readonly Advice[] {
  if (config.credentials === true) return []
  const why =
    'is plain http: whoever sits on the wire can be that origin, and read what it may read. Write https where you can'
  return entries
    .filter(({ parsed }) => isInsecure(parsed))
    .map(({ text, path }) => ({ code: 'insecure-origin', path, value: text, message: `'${text}' ${why}` }))
}

/** As above. */
function lintShared(entries: readonly Entry[], config: CorsConfig): readonly Advice[] {
  if (config.credentials === true) return []
  return entries.flatMap(({ text, path, parsed }): Advice[] => {
    const domain = sharedDomain(parsed)
    if (domain === undefined) return []
    const message = `'${text}' lets in names below ${domain}, which anyone can register: name your own subdomains`
    return [{ code: 'public-suffix-pattern', path, value: text, message }]
  })
}

function lintApex(entries: readonly Entry[], policy: CorsPolicy): readonly Advice[] {
  return entries.flatMap(({ text, path, parsed }): Advice[] => {
    if (parsed.host.kind !== 'subdomains' || isLocal(parsed) || sharedDomain(parsed) !== undefined) return []
    const apex = text.replace('://*.', '://')
    // For any port there is no one origin to name.
    if (!isExactOrigin(apex) || policy.allows(apex)) return []
    const message = `'${text}' does not match '${apex}' itself: list that as well, if it has pages that send requests`
    return [{ code: 'apex-not-covered', path, value: text, message }]
  })
}

/** Exact origins that a pattern matches as well. */
function lintCovered(entries: readonly Entry[]): readonly Advice[] {
  const patterns = entries.filter(({ text }) => !isExactOrigin(text)).map(({ text }) => text as OriginPattern)
  if (patterns.length === 0) return []
  const policy = compilePolicy({ origins: patterns })
  return entries
    .filter(({ text }) => isExactOrigin(text) && policy.allows(text))
    .map(({ text, path }) => {
      const message = `'${text}' adds nothing: a pattern in the list matches it`
      return { code: 'origin-covered', path, value: text, message }
    })
}
