import { isExactOrigin, type ParsedOrigin, parseOrigin } from '../config/origin-pattern.js'
import { isInsecure, isLocal, sharedDomain } from '../config/origin-risk.js'
import { includesWildcard } from '../config/parse-fields.js'
import type { CorsConfig, OriginPattern } from '../config/types.js'
import { compilePolicy } from '../policy/compile-policy.js'
import type { CompiledPolicy } from '../policy/compiled-policy.js'
import { type Advice, advise } from './advice.js'
import { type ConfigLevel, optionPath } from './config-levels.js'

/** One entry of `origins`, with its place. */
interface Entry {
  readonly text: string
  readonly path: string
  readonly parsed: ParsedOrigin
}

/** Advice on the list of origins of one config of a policy. @param depth which one */
export function lintOrigins(
  levels: readonly ConfigLevel[],
  depth: number,
  policy: Pick<CompiledPolicy, 'depthOf'>,
): readonly Advice[] {
  const { config } = levels[depth] as ConfigLevel
  const entries = entriesOf(config, depth)
  if (config.origins !== 'none' && includesWildcard(config.origins)) return entries.map(coveredByWildcard)
  const isPublic = levels.some((level) => entriesOf(level.config, level.depth).some(isOnPublicWeb))
  return [
    ...(isPublic ? lintLocal(entries) : []),
    ...lintInsecure(entries, config),
    ...lintShared(entries, config),
    ...lintApex(entries, (origin) => (policy.depthOf(origin) ?? levels.length) <= depth),
    ...lintCovered(entries),
    ...lintOuter(entries, levels.slice(0, depth), policy),
  ]
}

function entriesOf({ origins }: CorsConfig, depth: number): readonly Entry[] {
  if (origins === '*' || origins === 'none') return []
  return origins.flatMap((text, i): Entry[] => {
    const parsed = parseOrigin(text)
    return parsed === undefined ? [] : [{ text, path: `${optionPath(depth, 'origins')}[${i}]`, parsed }]
  })
}

function coveredByWildcard({ text, path }: Entry): Advice {
  return advise(path, text, { code: 'origin-covered', origin: text, by: 'wildcard' })
}

function isOnPublicWeb({ parsed }: Entry): boolean {
  return isWeb(parsed) && !isLocal(parsed)
}

function lintLocal(entries: readonly Entry[]): readonly Advice[] {
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

/** Origins of an `otherwise` that never get there: the same text, or one origin that an outer config lets in. */
function lintOuter(
  entries: readonly Entry[],
  outer: readonly ConfigLevel[],
  policy: Pick<CompiledPolicy, 'depthOf'>,
): readonly Advice[] {
  const listed = new Set<string>(outer.flatMap(({ config }) => config.origins))
  return entries
    .filter(({ text }) => listed.has(text) || (isExactOrigin(text) && (policy.depthOf(text) as number) < outer.length))
    .map(({ text, path }) => advise(path, text, { code: 'origin-covered', origin: text, by: 'outer-config' }))
}
