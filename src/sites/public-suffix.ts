import type { parseDomain } from '#packages'
import { PRIVATE_SUFFIXES, SHARED_HOSTS } from './shared-hosts.js'

/** How the list is asked. */
export type ParseDomain = typeof parseDomain

const OPTIONS = { allowPrivateDomains: true, extractHostname: false, validateHostname: false } as const

/** An example of a name that anyone may register; no rule of the list mentions it. */
const ANY_NAME = 'cors-policy-any-name'

/**
 * Whether names below `domain` belong to different people: it is a public suffix (https://publicsuffix.org/list/, ICANN
 * and private sections, and its default rule for top-level domains that it does not have), each name below it is one,
 * or strangers get names there all the same.
 *
 * @param domain in canonical form
 */
export function isSharedDomain(domain: string, parse: ParseDomain): boolean {
  const { isIcann, isPrivate } = suffixRule(domain, parse)
  if (isPrivate || (isIcann && !PRIVATE_SUFFIXES.has(domain))) return true
  return SHARED_HOSTS.has(parse(domain, OPTIONS).domain ?? '')
}

/** Whether names directly below `domain` are sold to anybody: it is a suffix of the ICANN section, or a top-level domain that no list has. */
export function isRegistry(domain: string, parse: ParseDomain): boolean {
  return !PRIVATE_SUFFIXES.has(domain) && suffixRule(domain, parse).isIcann
}

/** What the list says about names directly below a domain. */
function suffixRule(domain: string, parse: ParseDomain): { isIcann: boolean; isPrivate: boolean } {
  // A rule such as *.compute.amazonaws.com makes each name below a suffix, and not the domain itself.
  for (const name of [domain, `${ANY_NAME}.${domain}`]) {
    const { publicSuffix, isPrivate } = parse(name, OPTIONS)
    // What is neither in the one section nor in the other is under the default rule.
    if (publicSuffix === name) return { isIcann: isPrivate !== true, isPrivate: isPrivate === true }
  }
  return { isIcann: false, isPrivate: false }
}
