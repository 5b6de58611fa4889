/** Why a domain cannot be checked in a bundle without the public suffix list. */
export function withoutSuffixes(domain: string): string {
  return `"${domain}" cannot be looked up without the public suffix list. Bundle without the condition cors-policy-no-suffixes`
}
