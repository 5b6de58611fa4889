import { ownOptions } from '../config/own-options.js'
import type { CorsConfig, Exempted, OriginPattern } from '../config/types.js'
import { compilePolicy } from '../policy/compile-policy.js'
import { type Advice, advise } from './advice.js'

const DANGEROUS_OPTIONS = [
  'dangerouslyAllowInsecureOrigins',
  'dangerouslyAllowPublicSuffixSubdomains',
  'dangerouslyAllowPublicAddresses',
] as const

type DangerousOption = (typeof DANGEROUS_OPTIONS)[number]

/** Advice on exemptions without which the config compiles as well, and on single entries of their lists. */
export function lintDangerous(withOtherwise: CorsConfig): readonly Advice[] {
  const config = ownOptions({ ...withOtherwise, otherwise: undefined })
  return DANGEROUS_OPTIONS.flatMap((option): readonly Advice[] => {
    const exempted = config[option]
    if (exempted === undefined || exempted === false) return []
    if (exempted === true) {
      const isNeeded = !compiles({ ...config, [option]: false })
      return isNeeded ? [] : [advise(option, true, { code: 'dangerous-option-unneeded', option })]
    }
    return exempted.flatMap((entry, i) =>
      compiles(onlyFor(entry, option, config))
        ? [advise(`${option}[${i}]`, entry, { code: 'exemption-unneeded', option, origin: entry })]
        : [],
    )
  })
}

/** The config of that one origin, without its exemption. */
function onlyFor(entry: OriginPattern, option: DangerousOption, config: CorsConfig): CorsConfig {
  const others = DANGEROUS_OPTIONS.map((name) => [name, name !== option && exempts(config[name], entry)])
  return { ...config, ...Object.fromEntries(others), origins: [entry] }
}

function exempts(exempted: Exempted | undefined, entry: OriginPattern): boolean {
  return exempted === true || (Array.isArray(exempted) && exempted.includes(entry))
}

function compiles(config: CorsConfig): boolean {
  try {
    compilePolicy(config)
    return true
  } catch {
    return false
  }
}
