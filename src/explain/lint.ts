import type { CorsConfig } from '../config/types.js'
import { PREFLIGHT_LIMITS } from '../fetch-model/engine.js'
import { DEFAULT_MAX_AGE } from '../fetch-model/preflight-check.js'
import { isLivePolicy } from '../policy/is-live-policy.js'
import { type PolicyInput, policySource } from '../policy/policy-input.js'
import { type Advice, advise } from './advice.js'
import { type ConfigLevel, levelsOf, optionPath } from './config-levels.js'
import { lintDangerous } from './lint-dangerous.js'
import { lintNames } from './lint-names.js'
import { lintOrigins } from './lint-origins.js'
import { lintProtocols } from './lint-protocols.js'

export type { Advice, AdviceCode } from './advice.js'

/**
 * Suggestions on a config that compiles, and on each `otherwise` in it: never an error, and nothing that has to change.
 * Of a live policy, the rows count as origins of its config, and their paths are those in `current.config.origins`.
 *
 * @throws CorsConfigError if the input is a config with problems
 */
export function lint(input: PolicyInput): readonly Advice[] {
  const policy = policySource(input).current
  const levels = levelsOf(policy.config)
  const mayGetRows = isLivePolicy(input)
  return levels.flatMap(({ config, depth }) => [
    ...lintOrigins(levels, depth, policy),
    ...[
      ...lintNames(config),
      ...lintProtocols(config),
      ...lintMaxAge(config),
      ...(depth === 0 ? lintCredentials(levels) : []),
      ...(depth === 0 && mayGetRows ? [] : lintDangerous(config)),
    ].map((advice) => ({ ...advice, path: optionPath(depth, advice.path) })),
  ])
}

function lintMaxAge({ maxAge, methods = [], headers = [] }: CorsConfig): readonly Advice[] {
  const { chromium, webkit } = PREFLIGHT_LIMITS
  if (maxAge === undefined) {
    if (methods.length === 0 && headers.length === 0) return []
    return [advise('maxAge', maxAge, { code: 'max-age-missing', assumed: DEFAULT_MAX_AGE, suggested: chromium })]
  }
  if (maxAge === 0) return [advise('maxAge', maxAge, { code: 'max-age-zero' })]
  return maxAge <= chromium ? [] : [advise('maxAge', maxAge, { code: 'max-age-above-limit', chromium, webkit })]
}

/** What needs no preflight is sent and done before anyone looks at a header: https://fetch.spec.whatwg.org/#http-cors-protocol. */
function lintCredentials(levels: readonly ConfigLevel[]): readonly Advice[] {
  const enforce = levels[0]?.config.enforce
  if (enforce === true || levels.every(({ config }) => config.credentials !== true)) return []
  return [advise('enforce', enforce, { code: 'credentials-without-enforce' })]
}
