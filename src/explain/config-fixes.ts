import { parseOrigin } from '../config/origin-pattern.js'
import { isInsecure } from '../config/origin-risk.js'
import { includesWildcard, type NameList } from '../config/parse-fields.js'
import type { CorsConfigError, CorsConfigProblem } from '../config/problems.js'
import type { CorsConfig } from '../config/types.js'
import type { Evaluation } from '../fetch-model/evaluate.js'
import { getHeader } from '../fetch-model/header-list.js'
import { normalizeMethod } from '../fetch-model/method.js'
import { type FailedStep, firstFailure } from '../fetch-model/step.js'
import { CORS_RESPONSE_FIELDS, isForbiddenResponseHeader } from '../http/field-names.js'
import type { CompiledPolicy } from '../policy/compiled-policy.js'
import { isCrossOriginWrite } from '../policy/enforce.js'
import { policySource } from '../policy/policy-input.js'
import { levelsOf, optionPath } from './config-levels.js'
import { type BrowserFix, type ConfigFix, fix, type RequestFix, type ResponseFix } from './fix.js'
import { fixesFor } from './fixes.js'

/** What would make a response readable: in the config, in the page, or in what the handler answers. */
export type ExplanationFix = ConfigFix | RequestFix | ResponseFix

type Run = (policy: CompiledPolicy) => Evaluation

/**
 * The changes to the config that, made one after the other, make the response readable. Each is tried: one that does
 * not compile, or leads nowhere, is not proposed, and neither are those before it. What is left then is advice for the
 * page.
 *
 * @param reads the response headers that the script reads
 */
export function findFixes(policy: CompiledPolicy, reads: readonly string[], run: Run): readonly ExplanationFix[] {
  const fixes: ConfigFix[] = []
  const seen = new Set<string>()
  const first = run(policy)
  let current = policy
  let evaluation = first
  let refusal: readonly RequestFix[] = []
  for (;;) {
    const proposed = propose(evaluation, current, reads)
    const key = proposed.map(({ text }) => text).join()
    if (proposed.length === 0 || seen.has(key)) break
    seen.add(key)
    const next = tryCompile(applyFixes(current.config, proposed))
    if ('refusal' in next) {
      refusal = next.refusal
      break
    }
    fixes.push(...proposed)
    current = next.policy
    evaluation = run(current)
  }
  const isReadable = firstFailure(evaluation.steps) === undefined
  return [...(isReadable ? fixes : []), ...refusal, ...advice(first, reads)]
}

/** The config with the changes made, which may not compile. */
export function applyFixes(config: CorsConfig, fixes: readonly ConfigFix[]): CorsConfig {
  return fixes.reduce((changed, change) => withChange(changed, change.path.split('.'), change), config)
}

/** @param path the name of the option, after an `otherwise` for each level that is in between */
function withChange(config: CorsConfig, path: readonly string[], change: ConfigFix): CorsConfig {
  const [name, ...rest] = path as [keyof CorsConfig, ...string[]]
  const before = config[name]
  const after =
    rest.length > 0
      ? withChange(before as CorsConfig, rest, change)
      : change.action === 'set'
        ? change.value
        : [...toList(before as NameList | 'none'), change.value]
  return { ...config, [name]: after } as CorsConfig
}

function toList(names: NameList | 'none' | undefined): readonly string[] {
  if (names === 'none') return []
  return names === '*' ? ['*'] : (names ?? [])
}

function tryCompile(config: CorsConfig): { policy: CompiledPolicy } | { refusal: readonly RequestFix[] } {
  try {
    return { policy: policySource(config).current }
  } catch (error) {
    return { refusal: refusalFor((error as CorsConfigError).problems[0] as CorsConfigProblem) }
  }
}

/** What to do instead. The problem's own message may name a way out that is dangerous. */
function refusalFor({ code, value, message }: CorsConfigProblem): readonly RequestFix[] {
  switch (code) {
    case 'insecure-origin':
      return [fix({ kind: 'request', code: 'https-page', origin: String(value) })]
    case 'public-suffix':
      return [fix({ kind: 'request', code: 'own-subdomains', origin: String(value) })]
    case 'method-case':
      // The browser's own fixes say so already.
      return []
    default:
      return [fix({ kind: 'request', code: 'not-configurable', reason: message })]
  }
}

/** The next change to make; none where the config has no part in it. */
function propose(evaluation: Evaluation, policy: CompiledPolicy, reads: readonly string[]): readonly ConfigFix[] {
  const failed = firstFailure(evaluation.steps)
  if (failed !== undefined) return proposeFor(failed, evaluation, policy, reads)
  const hidden = hiddenReads(evaluation, reads).find((name) => !isForbiddenResponseHeader(name))
  const depth = policy.depthOf(originOf(evaluation)) ?? 0
  return hidden === undefined ? [] : [addEntry('exposeHeaders', hidden, depth)]
}

function proposeFor(
  { reason, subject }: FailedStep,
  evaluation: Evaluation,
  policy: CompiledPolicy,
  reads: readonly string[],
): readonly ConfigFix[] {
  const origin = originOf(evaluation)
  // The config that answered.
  const depth = policy.depthOf(origin) ?? 0
  switch (reason) {
    case 'allow-origin-missing':
      return origin === 'null' ? [] : [addOrigin(origin, depthForOrigin(evaluation, policy))]
    case 'allow-origin-wildcard':
      if (origin === 'null') return []
      return [depth === 0 ? listOrigins(policy.config, origin) : addOrigin(origin, depthWithCredentials(policy) ?? 0)]
    case 'allow-credentials-missing':
      return proposeCredentials(policy, origin, depth, reads)
    case 'method-not-allowed':
      return [addEntry('methods', subject, depth)]
    case 'header-not-allowed':
    case 'authorization-not-allowed':
      return [addEntry('headers', subject, depth)]
    default:
      return []
  }
}

function originOf({ last }: Evaluation): string {
  return getHeader(last?.request.headers ?? [], 'origin') ?? 'null'
}

/** Where a new origin gets what it asks for and no more. */
function depthForOrigin({ request }: Evaluation, policy: CompiledPolicy): number {
  // Only the outermost config lets pages write.
  if (
    policy.enforces &&
    isCrossOriginWrite(normalizeMethod(request.method ?? 'GET'), request.origin, 'cross-site', '')
  ) {
    return 0
  }
  if (request.credentials === 'include') return depthWithCredentials(policy) ?? 0
  return levelsOf(policy.config).length - 1
}

/** The outermost config with credentials. */
function depthWithCredentials({ config }: CompiledPolicy): number | undefined {
  return levelsOf(config).find((level) => level.config.credentials === true)?.depth
}

/** An origin moves to the config that has credentials already: the others of its own config need none. */
function proposeCredentials(
  policy: CompiledPolicy,
  origin: string,
  depth: number,
  reads: readonly string[],
): readonly ConfigFix[] {
  const other = depthWithCredentials(policy)
  if (other !== undefined && other < depth) return [addOrigin(origin, other)]
  const path = optionPath(depth, 'credentials')
  return [
    ...listExposed(policy.config, depth, reads),
    fix({ kind: 'config', code: 'set-credentials', action: 'set', path, value: true }),
  ]
}

function addEntry(name: 'methods' | 'headers' | 'exposeHeaders', value: string, depth: number): ConfigFix {
  return fix({ kind: 'config', code: 'add-entry', action: 'add', path: optionPath(depth, name), value })
}

/** Nobody is trusted because a request came from there. */
function addOrigin(value: string, depth: number): ConfigFix {
  return fix({
    kind: 'config',
    code: 'add-origin',
    action: 'add',
    path: optionPath(depth, 'origins'),
    value,
    insecure: isPlainHttp(value),
  })
}

function listOrigins(config: CorsConfig, origin: string): ConfigFix {
  const value = [...toList(config.origins).filter((listed) => listed !== '*'), origin]
  return fix({
    kind: 'config',
    code: 'list-origins',
    action: 'set',
    path: 'origins',
    value,
    insecure: isPlainHttp(origin),
  })
}

function isPlainHttp(origin: string): boolean {
  const parsed = parseOrigin(origin)
  return parsed !== undefined && isInsecure(parsed)
}

/** With credentials a browser reads `*` as the name of a header. */
function listExposed(config: CorsConfig, depth: number, reads: readonly string[]): readonly ConfigFix[] {
  const exposed = levelsOf(config)[depth]?.config.exposeHeaders ?? []
  if (!includesWildcard(exposed)) return []
  const value = reads.map((name) => name.toLowerCase()).filter((name) => !isForbiddenResponseHeader(name))
  const path = optionPath(depth, 'exposeHeaders')
  return [fix({ kind: 'config', code: 'list-exposed', action: 'set', path, value })]
}

/** Everything that the browser's steps propose and that is not the policy's to answer. */
function advice(first: Evaluation, reads: readonly string[]): readonly BrowserFix[] {
  const unreadable = hiddenReads(first, reads).filter(isForbiddenResponseHeader)
  return [
    ...fixesFor(first).filter(
      (change) => change.kind === 'request' || !CORS_RESPONSE_FIELDS.includes(change.field.toLowerCase()),
    ),
    ...unreadable.map((name) => fix({ kind: 'request', code: 'unreadable-header', name })),
  ]
}

/** In lower case. */
function hiddenReads({ response }: Evaluation, reads: readonly string[]): readonly string[] {
  const hidden = new Set(response?.hiddenHeaders ?? [])
  return reads.map((name) => name.toLowerCase()).filter((name) => hidden.has(name))
}
