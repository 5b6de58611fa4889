import { parseOrigin } from '../config/origin-pattern.js'
import { isInsecure } from '../config/origin-risk.js'
import { includesWildcard, type NameList } from '../config/parse-fields.js'
import type { CorsConfig } from '../config/types.js'
import type { Evaluation } from '../fetch-model/evaluate.js'
import { getHeader } from '../fetch-model/header-list.js'
import { normalizeMethod } from '../fetch-model/method.js'
import { type FailedStep, firstFailure } from '../fetch-model/step.js'
import { isForbiddenResponseHeader } from '../http/field-names.js'
import type { CompiledPolicy } from '../policy/compiled-policy.js'
import { isCrossOriginWrite } from '../policy/enforce.js'
import { levelsOf, optionPath } from './config-levels.js'
import { type ConfigFix, fix } from './fix.js'

/** The next changes to make to the config. None if the config is not the cause. */
export function proposeFixes(
  evaluation: Evaluation,
  policy: CompiledPolicy,
  reads: readonly string[],
): readonly ConfigFix[] {
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

/** The entries of a list that may be a keyword. */
export function toList(names: NameList | 'none' | undefined): readonly string[] {
  if (names === 'none') return []
  return names === '*' ? ['*'] : (names ?? [])
}

/** The response headers that the script wants and does not get, in lower case. */
export function hiddenReads({ response }: Evaluation, reads: readonly string[]): readonly string[] {
  const hidden = new Set(response?.hiddenHeaders ?? [])
  return reads.map((name) => name.toLowerCase()).filter((name) => hidden.has(name))
}
