/** Why a domain cannot be checked in a bundle without the public suffix list. */
export function withoutSuffixes(domain: string): string {
  const why = 'the condition cors-policy-no-suffixes leaves the public suffix list out of this bundle'
  return `"${domain}" cannot be looked up, because ${why}. Bundle without the condition`
}
