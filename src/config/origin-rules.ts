import { hasSuffixList } from '#packages'
import type { ParsedOrigin } from './origin-pattern.js'
import { isInsecure, isPublicRange, registryOfLabel, sharedDomain } from './origin-risk.js'
import type { ProblemList } from './problem-list.js'

/** What a `dangerously…` option lifts: nothing, everything, or what is said of those entries. */
export type Exemption = boolean | ReadonlySet<string>

/** What decides whether an origin may be listed. */
export interface OriginRules {
  readonly credentials: boolean
  readonly enforce: boolean
  readonly allowInsecure: Exemption
  readonly allowPublicSuffix: Exemption
  readonly allowPublicAddress: Exemption
}

/** The rules for origins that may read nothing that is a user's own, and write nothing. */
export const LENIENT: OriginRules = /* @__PURE__ */ Object.freeze({
  credentials: false,
  enforce: false,
  allowInsecure: false,
  allowPublicSuffix: false,
  allowPublicAddress: false,
})

/** Whether to be listed is a permission that strangers must not get: to read users' data, or to write. */
export function isTrusting({ credentials, enforce }: OriginRules): boolean {
  return credentials || enforce
}

/**
 * Reports what makes an origin or pattern too dangerous for the rules.
 *
 * @param canAsk whether there is a public suffix list. Without one, what depends on it is refused.
 */
export function judgeOrigin(
  text: string,
  path: string,
  parsed: ParsedOrigin,
  rules: OriginRules,
  problems: ProblemList,
  canAsk = hasSuffixList,
): void {
  const at = { path, value: text }
  if (!canAsk && dependsOnSuffixes(text, parsed, rules)) {
    problems.report({ code: 'public-suffix', fault: 'no-list', ...at })
    return
  }
  const registry = registryOfLabel(parsed)
  if (registry !== undefined) {
    problems.report({ code: 'public-suffix', fault: 'label', domain: registry, ...at, ...wholeLabel(text) })
    return
  }
  if (!isTrusting(rules)) return
  const { credentials, enforce } = rules
  const stakes = { credentials, enforce }
  if (!exempts(rules.allowInsecure, text) && isInsecure(parsed)) {
    problems.report({ code: 'insecure-origin', ...stakes, ...at })
  }
  if (!exempts(rules.allowPublicAddress, text) && isPublicRange(parsed)) {
    problems.report({ code: 'public-address', ...stakes, ...at })
  }
  if (exempts(rules.allowPublicSuffix, text)) return
  const domain = sharedDomain(parsed)
  if (domain !== undefined) {
    problems.report({ code: 'public-suffix', fault: 'subdomains', domain, ...stakes, ...at })
  } else if (parsed.host.kind === 'any') {
    problems.report({ code: 'public-suffix', fault: 'any-host', scheme: parsed.scheme, ...stakes, ...at })
  }
}

function dependsOnSuffixes(text: string, { host }: ParsedOrigin, rules: OriginRules): boolean {
  if (host.kind === 'label') return true
  return host.kind === 'subdomains' && isTrusting(rules) && !exempts(rules.allowPublicSuffix, text)
}

function exempts(exemption: Exemption, text: string): boolean {
  return typeof exemption === 'boolean' ? exemption : exemption.has(text)
}

/** `https://*example.com` was meant as `https://*.example.com`; what else a `*` inside a domain's name means, nobody knows. */
function wholeLabel(text: string): { suggestion?: string } {
  const suggestion = text.replace(/:\/\/\*(?=[a-z\d])/, '://*.')
  return suggestion === text ? {} : { suggestion }
}
