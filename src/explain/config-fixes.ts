import { parseOrigin } from '../config/origin-pattern.js'
import { isInsecure } from '../config/origin-risk.js'
import { includesWildcard, type NameList } from '../config/parse-fields.js'
import type { CorsConfigError, CorsConfigProblem } from '../config/problems.js'
import type { CorsConfig } from '../config/types.js'
import type { Evaluation } from '../fetch-model/evaluate.js'
import type { BrowserFix, RequestFix, ResponseFix } from '../fetch-model/fixes.js'
import { getHeader } from '../fetch-model/header-list.js'
import { type FailedStep, firstFailure } from '../fetch-model/step.js'
import { CORS_RESPONSE_FIELDS, isForbiddenResponseHeader } from '../http/field-names.js'
import { compilePolicy } from '../policy/compile-policy.js'
import type { CorsPolicy } from '../policy/compiled-policy.js'

/** A change to the config. */
export type ConfigFix = { readonly kind: 'config'; readonly text: string } & (
  | { readonly action: 'add'; readonly path: ListPath; readonly value: string }
  | { readonly action: 'set'; readonly path: ListPath; readonly value: readonly string[] }
  | { readonly action: 'set'; readonly path: 'credentials'; readonly value: true }
)

type ListPath = 'origins' | 'methods' | 'headers' | 'exposeHeaders'

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
  for (const fix of fixes) {
    changed[fix.path] = fix.action === 'set' ? fix.value : [...toList(config[fix.path]), fix.value]
  }
  return changed as unknown as CorsConfig
}

function toList(names: NameList | 'none' | undefined): readonly string[] {
  if (names === 'none') return []
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
    case 'insecure-origin':
      return [
        change(`serve '${value}' over https: with credentials, plain http gives the data to whoever sits on the wire`),
      ]
    case 'public-suffix':
      return [
        change(`list your own subdomains instead of '${value}': anyone can register such a one, and have the data`),
      ]
    case 'method-case':
      // The model of the browser says so already.
      return []
    default:
      return [change(`no config allows this: ${message}`)]
  }
}

function change(text: string): RequestFix {
  return { kind: 'request', text }
}

/** The next change to make; none where the config has no part in it. */
function propose(evaluation: Evaluation, config: CorsConfig, reads: readonly string[]): readonly ConfigFix[] {
  const failed = firstFailure(evaluation.steps)
  if (failed !== undefined) return proposeFor(failed, evaluation, config, reads)
  const hidden = hiddenReads(evaluation, reads).find((name) => !isForbiddenResponseHeader(name))
  return hidden === undefined ? [] : [add('exposeHeaders', hidden)]
}

function proposeFor(
  { reason, subject }: FailedStep,
  evaluation: Evaluation,
  config: CorsConfig,
  reads: readonly string[],
): readonly ConfigFix[] {
  const origin = getHeader(evaluation.sent.at(-1)?.headers ?? [], 'origin') ?? 'null'
  switch (reason) {
    case 'allow-origin-missing':
      return origin === 'null' ? [] : [addOrigin(origin)]
    case 'allow-origin-wildcard':
      return origin === 'null' ? [] : [listOrigins(config, origin)]
    case 'allow-credentials-missing':
      return [
        ...listExposed(config, reads),
        { kind: 'config', action: 'set', path: 'credentials', value: true, text: 'set credentials: true' },
      ]
    case 'method-not-allowed':
      return [add('methods', subject)]
    case 'header-not-allowed':
    case 'authorization-not-allowed':
      return [add('headers', subject)]
    default:
      return []
  }
}

function add(path: ListPath, value: string): ConfigFix {
  return { kind: 'config', action: 'add', path, value, text: `add '${value}' to ${path}` }
}

/** Nobody is trusted because a request came from there. */
function addOrigin(origin: string): ConfigFix {
  return { ...add('origins', origin), text: `add '${origin}' to origins, if you trust it${caution(origin)}` }
}

function listOrigins(config: CorsConfig, origin: string): ConfigFix {
  const value = [...toList(config.origins).filter((listed) => listed !== '*'), origin]
  const text = `list origins instead of '*', which browsers refuse with credentials: origins: ${show(value)}, if you trust it`
  return { kind: 'config', action: 'set', path: 'origins', value, text: `${text}${caution(origin)}` }
}

function caution(origin: string): string {
  const parsed = parseOrigin(origin)
  return parsed !== undefined && isInsecure(parsed)
    ? ' (it is plain http: whoever sits on the wire can read along)'
    : ''
}

/** With credentials a browser takes `*` for the name of a header. */
function listExposed(config: CorsConfig, reads: readonly string[]): readonly ConfigFix[] {
  if (!includesWildcard(config.exposeHeaders ?? [])) return []
  const value = reads.map((name) => name.toLowerCase()).filter((name) => !isForbiddenResponseHeader(name))
  const text = `list exposeHeaders instead of '*', which browsers take literally with credentials: exposeHeaders: ${show(value)}`
  return [{ kind: 'config', action: 'set', path: 'exposeHeaders', value, text }]
}

function show(values: readonly string[]): string {
  return `[${values.map((value) => `'${value}'`).join(', ')}]`
}

/** Everything that the browser model proposes and that is not the policy's to answer. */
function advice(first: Evaluation, reads: readonly string[]): readonly BrowserFix[] {
  const unreadable = hiddenReads(first, reads).filter(isForbiddenResponseHeader)
  return [
    ...first.fixes.filter((fix) => fix.kind === 'request' || !CORS_RESPONSE_FIELDS.includes(fix.field.toLowerCase())),
    ...unreadable.map((name) => change(`do without ${name}: no script can read it`)),
  ]
}

/** In lower case. */
function hiddenReads({ response }: Evaluation, reads: readonly string[]): readonly string[] {
  const hidden = new Set(response?.hiddenHeaders ?? [])
  return reads.map((name) => name.toLowerCase()).filter((name) => hidden.has(name))
}
