import ipaddrJs from 'ipaddr.js'
import { parse } from 'tldts'

/** What package.json's `imports` name `#packages`, wherever no other file is named there. */

export function ipaddr(): typeof ipaddrJs {
  return ipaddrJs
}

export function parseDomain(...args: Parameters<typeof parse>): ReturnType<typeof parse> {
  return parse(...args)
}
