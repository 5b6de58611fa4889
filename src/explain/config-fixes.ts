import { parseOrigin } from '../config/origin-pattern.js'
import { isInsecure } from '../config/origin-risk.js'
import { includesWildcard, type NameList } from '../config/parse-fields.js'
import type { CorsConfigError, CorsConfigProblem } from '../config/problems.js'
import type { CorsConfig } from '../config/types.js'
import type { Evaluation } from '../fetch-model/evaluate.js'
import { getHeader } from '../fetch-model/header-list.js'
import { type FailedStep, firstFailure } from '../fetch-model/step.js'
import { CORS_RESPONSE_FIELDS, isForbiddenResponseHeader } from '../http/field-names.js'
import { compilePolicy } from '../policy/compile-policy.js'
import type { CorsPolicy } from '../policy/compiled-policy.js'
import { type BrowserFix, type ConfigFix, fix, type RequestFix, type ResponseFix } from './fix.js'
import { fixesFor } from './fixes.js'

/** What would make a response readable: in the config, in the page, or in what the handler answers. */
export type ExplanationFix = ConfigFix | RequestFix | ResponseFix

type Run = (policy: CorsPolicy) => Evaluation

/**
 * The changes to the config that, made one after the other, make the response readable. Each is tried: one that does
 * not compile, or leads nowhere, is not proposed, and neither are those before it. What is left then is advice for the
 * page.
 *
 * @param reads the response headers that the script reads
 */
export function findFixes(policy: CorsPolicy, reads: readonly string[], run: Run): readonly ExplanationFix[] {
  const fixes: ConfigFix[] = []
  const seen = new Set<string>()
  const first = run(policy)
  let current = policy.config
  let evaluation = first
  let refusal: readonly RequestFix[] = []
  for (;;) {
    const proposed = propose(evaluation, current, reads)
    const key = proposed.map(({ text }) => text).join()
    if (proposed.length === 0 || seen.has(key)) break
    seen.add(key)
    const next = tryCompile(applyFixes(current, proposed))
    if ('refusal' in next) {
      refusal = next.refusal
      break
    }
    fixes.push(...proposed)
    current = next.policy.config
    evaluation = run(next.policy)
  }
  const isReadable = firstFailure(evaluation.steps) === undefined
  return [...(isReadable ? fixes : []), ...refusal, ...advice(first, reads)]
}

/** The config with the changes made. */
function applyFixes(config: CorsConfig, fixes: readonly ConfigFix[]): CorsConfig {
  const changed: Record<string, unknown> = { ...config }
  for (const change of fixes) {
    const { path, action, value } = change
    changed[path] = action === 'set' ? value : [...toList(config[path]), value]
  }
  return changed as unknown as CorsConfig
}

function toList(names: NameList | undefined): readonly string[] {
  return names === '*' ? ['*'] : (names ?? [])
}

function tryCompile(config: CorsConfig): { policy: CorsPolicy } | { refusal: readonly RequestFix[] } {
  try {
    return { policy: compilePolicy(config) }
  } catch (error) {
    return { refusal: refusalFor((error as CorsConfigError).problems[0] as CorsConfigProblem) }
  }
}

/** What to do instead. The problem's own message may name a way out that is dangerous. */
function refusalFor({ code, value, message }: CorsConfigProblem): readonly RequestFix[] {
  switch (code) {
    case 'insecure-origin-with-credentials':
      return [fix({ kind: 'request', code: 'https-page', origin: String(value) })]
    case 'public-suffix-with-credentials':
      return [fix({ kind: 'request', code: 'own-subdomains', origin: String(value) })]
    case 'method-case':
      // The browser's own fixes say so already.
      return []
    default:
      return [fix({ kind: 'request', code: 'not-configurable', reason: message })]
  }
}

/** The next change to make; none where the config has no part in it. */
function propose(evaluation: Evaluation, config: CorsConfig, reads: readonly string[]): readonly ConfigFix[] {
  const failed = firstFailure(evaluation.steps)
  if (failed !== undefined) return proposeFor(failed, evaluation, config, reads)
  const hidden = hiddenReads(evaluation, reads).find((name) => !isForbiddenResponseHeader(name))
  return hidden === undefined ? [] : [addEntry('exposeHeaders', hidden)]
}

function proposeFor(
  { reason, subject }: FailedStep,
  evaluation: Evaluation,
  config: CorsConfig,
  reads: readonly string[],
): readonly ConfigFix[] {
  const origin = getHeader(evaluation.last?.request.headers ?? [], 'origin') ?? 'null'
  switch (reason) {
    case 'allow-origin-missing':
      return origin === 'null' ? [] : [addOrigin(origin)]
    case 'allow-origin-wildcard':
      return origin === 'null' ? [] : [listOrigins(config, origin)]
    case 'allow-credentials-missing':
      return [
        ...listExposed(config, reads),
        fix({ kind: 'config', code: 'set-credentials', action: 'set', path: 'credentials', value: true }),
      ]
    case 'method-not-allowed':
      return [addEntry('methods', subject)]
    case 'header-not-allowed':
    case 'authorization-not-allowed':
      return [addEntry('headers', subject)]
    default:
      return []
  }
}

function addEntry(path: 'methods' | 'headers' | 'exposeHeaders', value: string): ConfigFix {
  return fix({ kind: 'config', code: 'add-entry', action: 'add', path, value })
}

/** Nobody is trusted because a request came from there. */
function addOrigin(value: string): ConfigFix {
  return fix({
    kind: 'config',
    code: 'add-origin',
    action: 'add',
    path: 'origins',
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
function listExposed(config: CorsConfig, reads: readonly string[]): readonly ConfigFix[] {
  if (!includesWildcard(config.exposeHeaders ?? [])) return []
  const value = reads.map((name) => name.toLowerCase()).filter((name) => !isForbiddenResponseHeader(name))
  return [fix({ kind: 'config', code: 'list-exposed', action: 'set', path: 'exposeHeaders', value })]
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
