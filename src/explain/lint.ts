import type { CorsConfig } from '../config/types.js'
import { PREFLIGHT_LIMITS } from '../fetch-model/engine.js'
import { DEFAULT_MAX_AGE } from '../fetch-model/preflight-check.js'
import { compilePolicy } from '../policy/compile-policy.js'
import { type PolicyInput, policySource } from '../policy/policy-input.js'
import { type Advice, advise } from './advice.js'
import { lintNames } from './lint-names.js'
import { lintOrigins } from './lint-origins.js'
import { lintProtocols } from './lint-protocols.js'

export type { Advice, AdviceCode } from './advice.js'

const DANGEROUS_OPTIONS = ['dangerouslyAllowInsecureOrigins', 'dangerouslyAllowPublicSuffixSubdomains'] as const

/**
 * Returns suggestions for a config that compiles. None of them is an error.
 *
 * @throws CorsConfigError if the input is a config with problems
 */
export function lint(input: PolicyInput): readonly Advice[] {
  const policy = policySource(input).current
  // Without a prototype: a polluted one must not set absent options.
  const config: CorsConfig = Object.assign(Object.create(null), policy.config)
  return [
    ...lintOrigins(config, (origin) => policy.allows(origin)),
    ...lintNames(config),
    ...lintProtocols(config),
    ...lintMaxAge(config),
    ...lintCredentials(config),
    ...lintDangerous(config),
  ]
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
function lintCredentials({ credentials, enforce }: CorsConfig): readonly Advice[] {
  if (credentials !== true || enforce === true) return []
  return [advise('enforce', enforce, { code: 'credentials-without-enforce' })]
}

function lintDangerous(config: CorsConfig): readonly Advice[] {
  return DANGEROUS_OPTIONS.filter((option) => config[option] === true && compiles({ ...config, [option]: false })).map(
    (option) => advise(option, true, { code: 'dangerous-option-unneeded', option }),
  )
}

function compiles(config: CorsConfig): boolean {
  try {
    compilePolicy(config)
    return true
  } catch {
    return false
  }
}
