/** Why a domain cannot be checked in a bundle without the public suffix list. */
export function withoutSuffixes(domain: string): string {
  const why = 'the condition cors-policy-no-suffixes leaves the public suffix list out of this bundle'
  return `Cannot check whether "${domain}" is shared by strangers: ${why}. Remove the condition, or list the origins one by one`
}
