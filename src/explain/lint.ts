import type { CorsConfig } from '../config/types.js'
import { compilePolicy } from '../policy/compile-policy.js'
import { type PolicyInput, policySource } from '../policy/policy-input.js'
import type { Advice } from './advice.js'
import { lintNames } from './lint-names.js'
import { lintOrigins } from './lint-origins.js'

export type { Advice, AdviceCode } from './advice.js'

/** Seconds for which Chromium remembers a preflight at most. WebKit stops at 600, Firefox at 86400. */
const CHROMIUM_MAX_AGE = 7200

const DANGEROUS_OPTIONS = ['dangerouslyAllowInsecureOrigins', 'dangerouslyAllowPublicSuffixSubdomains'] as const

/**
 * What a second pair of eyes would say about a config that compiles: never an error, and nothing that has to change.
 *
 * @throws CorsConfigError if the input is a config with problems
 */
export function lint(input: PolicyInput): readonly Advice[] {
  const policy = policySource(input).current
  const { config } = policy
  return [
    ...lintOrigins(policy),
    ...lintNames(config),
    ...lintMaxAge(config),
    ...lintCredentials(config),
    ...lintDangerous(config),
  ]
}

function lintMaxAge({ maxAge, methods = [], headers = [] }: CorsConfig): readonly Advice[] {
  const advice = (code: Advice['code'], message: string): readonly Advice[] => [
    { code, path: 'maxAge', value: maxAge, message },
  ]
  if (maxAge === undefined) {
    if (methods.length === 0 && headers.length === 0) return []
    return advice('max-age-missing', 'browsers remember a preflight for 5 s and then ask again: set maxAge: 7200, say')
  }
  if (maxAge === 0)
    return advice('max-age-zero', 'browsers send a preflight before every single request: set it for debugging alone')
  if (maxAge <= CHROMIUM_MAX_AGE) return []
  const message = `Chromium remembers a preflight for ${CHROMIUM_MAX_AGE} s at most, and WebKit for 600`
  return advice('max-age-above-limit', message)
}

/** What needs no preflight is sent and done before anyone looks at a header: https://fetch.spec.whatwg.org/#http-cors-protocol. */
function lintCredentials({ credentials, enforce }: CorsConfig): readonly Advice[] {
  if (credentials !== true || enforce === true) return []
  const message =
    'CORS keeps scripts from reading responses, and not a POST with cookies from running: set enforce: true, unless the app has its own protection against forged requests'
  return [{ code: 'credentials-without-enforce', path: 'enforce', value: enforce, message }]
}

function lintDangerous(config: CorsConfig): readonly Advice[] {
  return DANGEROUS_OPTIONS.filter((option) => config[option] === true && compiles({ ...config, [option]: false })).map(
    (option) => ({
      code: 'dangerous-option-unneeded',
      path: option,
      value: true,
      message: `${option} permits nothing that is in the config: leave it out`,
    }),
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
