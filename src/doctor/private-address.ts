import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { isLocalhost } from '../sites/loopback.js'

/** Finds the addresses of a host. Rejects, or returns none, where there are none. */
export type Resolver = (hostname: string) => Promise<readonly string[]>

/** RFC 6890 and its updates: networks that are not the public internet. */
const PRIVATE = new BlockList()
for (const [network, prefix] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 3],
  ] as const),
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv4')
}
for (const [network, prefix] of [
  // With 64:ff9b::/96 and 2002::/16 an IPv4 address hides in an IPv6 one, whichever it is.
  ...([
    ['::', 96],
    ['64:ff9b::', 96],
    ['2002::', 16],
    ['fc00::', 7],
    ['fe80::', 10],
    ['ff00::', 8],
  ] as const),
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv6')
}

/** Whether an address is loopback, private, link-local or otherwise not on the public internet. */
export function isPrivateAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return isPrivateAddress(mapped)
  const family = isIP(address)
  return family !== 0 && PRIVATE.check(address, family === 4 ? 'ipv4' : 'ipv6')
}

/** The default resolver: what the system says. */
export async function systemResolver(hostname: string): Promise<readonly string[]> {
  return (await lookup(hostname, { all: true })).map(({ address }) => address)
}

/** The addresses of a URL's host; none where they cannot be found. @param host as a URL serialises it */
export async function addressesOf(host: string, resolve: Resolver): Promise<readonly string[]> {
  const bare = host.replace(/^\[|\]$/g, '')
  if (isIP(bare) !== 0) return [bare]
  if (isLocalhost(host)) return ['127.0.0.1']
  try {
    return await resolve(host)
  } catch {
    return []
  }
}
