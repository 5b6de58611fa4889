import { parseDomain } from '#packages'

/** Stands for any name that someone may register; no rule of the list mentions it. */
const ANY_NAME = 'cors-policy-any-name'

/**
 * Whether names directly below `domain` belong to different people: it is a public suffix
 * (https://publicsuffix.org/list/, ICANN and private sections), or each name below it is one.
 */
export function isSharedDomain(domain: string): boolean {
  return isListedSuffix(domain) || isListedSuffix(`${ANY_NAME}.${domain}`)
}

/** Top-level domains that the list does not know (`internal`, `localhost`) do not count. */
function isListedSuffix(domain: string): boolean {
  const { publicSuffix, isIcann, isPrivate } = parseDomain(domain, { allowPrivateDomains: true })
  return publicSuffix === domain && (isIcann === true || isPrivate === true)
}
