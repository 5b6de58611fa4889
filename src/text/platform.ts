/** Why a bundle without the public suffix list cannot judge an origin or a domain. @param shown in quotes */
export function withoutSuffixes(shown: string): string {
  return `${shown} needs the public suffix list. Bundle without the condition cors-policy-no-suffixes`
}
