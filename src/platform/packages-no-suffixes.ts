import ipaddrJs from 'ipaddr.js'
import type * as packages from './packages.js'

/**
 * The same as in `packages.ts` without the public suffix list, which is most of a worker's bundle. What would ask the
 * list throws, since a guess could let strangers in.
 */

export const ipaddr: typeof packages.ipaddr = () => ipaddrJs

export const parseDomain: typeof packages.parseDomain = (domain) => {
  const why = 'the condition cors-policy-no-suffixes leaves out the public suffix list'
  throw new Error(
    `cors-policy cannot check ${JSON.stringify(domain)}, because ${why}. Bundle without this condition, or list the origins`,
  )
}
