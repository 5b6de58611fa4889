import type { NameList } from '../config/parse-fields.js'
import type { CorsConfigError, CorsConfigProblem } from '../config/problems.js'
import type { CorsConfig } from '../config/types.js'
import type { Evaluation } from '../fetch-model/evaluate.js'
import { firstFailure } from '../fetch-model/step.js'
import { CORS_RESPONSE_FIELDS, isForbiddenResponseHeader } from '../http/field-names.js'
import type { CompiledPolicy } from '../policy/compiled-policy.js'
import { policySource } from '../policy/policy-input.js'
import { type BrowserFix, type ConfigFix, fix, type RequestFix, type ResponseFix } from './fix.js'
import { fixesFor } from './fixes.js'
import { hiddenReads, proposeFixes, toList } from './propose-fixes.js'

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
    const proposed = proposeFixes(evaluation, current, reads)
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
