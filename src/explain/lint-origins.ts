import { isExactOrigin, type ParsedOrigin, parseOrigin } from '../config/origin-pattern.js'
import { isInsecure, isLocal, sharedDomain } from '../config/origin-risk.js'
import type { CorsConfig, OriginPattern } from '../config/types.js'
import { compilePolicy } from '../policy/compile-policy.js'
import { type Advice, advise } from './advice.js'

/** One entry of `origins`, with its place. */
interface Entry {
  readonly text: string
  readonly path: string
  readonly parsed: ParsedOrigin
}

/** Advice on the list of origins. @param allows whether the policy allows an origin */
export function lintOrigins(config: CorsConfig, allows: (origin: string) => boolean): readonly Advice[] {
  const { origins } = config
  if (origins === '*' || origins === 'none') return []
  const entries = origins.flatMap((text, i): Entry[] => {
    const parsed = parseOrigin(text)
    return parsed === undefined ? [] : [{ text, path: `origins[${i}]`, parsed }]
  })
  // Of what a config contains, only '*' is not an origin.
  if (entries.length < origins.length) return entries.map(coveredByWildcard)
  return [
    ...lintLocal(entries),
    ...lintInsecure(entries, config),
    ...lintShared(entries, config),
    ...lintApex(entries, allows),
    ...lintCovered(entries),
  ]
}

function coveredByWildcard({ text, path }: Entry): Advice {
  return advise(path, text, { code: 'origin-covered', origin: text, by: 'wildcard' })
}

function lintLocal(entries: readonly Entry[]): readonly Advice[] {
  const isPublic = ({ parsed }: Entry) => isWeb(parsed) && !isLocal(parsed)
  if (!entries.some(isPublic)) return []
  return entries
    .filter(({ parsed }) => isWeb(parsed) && isLocal(parsed))
    .map(({ text, path }) => advise(path, text, { code: 'localhost-in-production', origin: text }))
}

/** Schemes such as `capacitor:` are an app's own, and its host is often called localhost. */
function isWeb({ scheme }: ParsedOrigin): boolean {
  return scheme === 'https' || scheme === 'http'
}

/** With credentials the compiler refuses them, unless it was told not to: then nothing needs saying. */
function lintInsecure(entries: readonly Entry[], config: CorsConfig): readonly Advice[] {
  if (config.credentials === true) return []
  return entries
    .filter(({ parsed }) => isInsecure(parsed))
    .map(({ text, path }) => advise(path, text, { code: 'insecure-origin', origin: text }))
}

/** As above. */
function lintShared(entries: readonly Entry[], config: CorsConfig): readonly Advice[] {
  if (config.credentials === true) return []
  return entries.flatMap(({ text, path, parsed }): Advice[] => {
    const domain = sharedDomain(parsed)
    return domain === undefined ? [] : [advise(path, text, { code: 'public-suffix-pattern', origin: text, domain })]
  })
}

function lintApex(entries: readonly Entry[], allows: (origin: string) => boolean): readonly Advice[] {
  return entries.flatMap(({ text, path, parsed }): Advice[] => {
    if (parsed.host.kind !== 'subdomains' || isLocal(parsed) || sharedDomain(parsed) !== undefined) return []
    const apex = text.replace('://*.', '://')
    // With any port there is no single origin to name.
    if (!isExactOrigin(apex) || allows(apex)) return []
    return [advise(path, text, { code: 'apex-not-covered', origin: text, apex })]
  })
}

/** Exact origins that a pattern matches as well. */
function lintCovered(entries: readonly Entry[]): readonly Advice[] {
  const patterns = entries.filter(({ text }) => !isExactOrigin(text)).map(({ text }) => text as OriginPattern)
  if (patterns.length === 0) return []
  const policy = compilePolicy({ origins: patterns })
  return entries
    .filter(({ text }) => isExactOrigin(text) && policy.allows(text))
    .map(({ text, path }) => advise(path, text, { code: 'origin-covered', origin: text, by: 'pattern' }))
}
