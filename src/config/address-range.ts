import { ipaddr } from '#packages'
import { GROUP_BITS, IPV6_GROUPS, MAX_GROUP, readAddress } from './address.js'

/** A run of addresses of one family: the first and the last as 16-bit groups, the most significant first. */
export interface AddressRange {
  readonly family: 'ipv4' | 'ipv6'
  readonly first: readonly number[]
  readonly last: readonly number[]
}

/**
 * @param host an address as it is in a canonical origin: `192.168.0.0`, `[fd00::]`
 * @param prefixLength decimal digits
 * @returns undefined unless the host is the first address of the range and the prefix length is within the family's bounds
 */
export function parseRange(host: string, prefixLength: string): AddressRange | undefined {
  const first = readAddress(host)
  const length = Number(prefixLength)
  if (first === undefined || String(length) !== prefixLength || length > first.length * GROUP_BITS) return undefined
  const hostBits = first.map((_, i) => hostBitsOf(length - i * GROUP_BITS))
  if (first.some((group, i) => (group & (hostBits[i] as number)) !== 0)) return undefined
  const last = first.map((group, i) => group | (hostBits[i] as number))
  return { family: first.length === IPV6_GROUPS ? 'ipv6' : 'ipv4', first, last }
}

/** The bits of a group after the first `length`, which may be less than none and more than all. */
function hostBitsOf(length: number): number {
  return MAX_GROUP >>> Math.min(Math.max(length, 0), GROUP_BITS)
}

/**
 * What ipaddr.js calls the blocks whose addresses a network gives to its own machines: RFC 1918, link-local, shared
 * (RFC 6598) and unique-local (RFC 4193). Blocks for translation and tunnels (NAT64, 6to4, Teredo) stand for addresses
 * elsewhere.
 */
const PRIVATE_BLOCKS: ReadonlySet<string> = new Set([
  'loopback',
  'private',
  'linkLocal',
  'carrierGradeNat',
  'uniqueLocal',
])

/** The first six groups of an IPv4 address that is written as an IPv6 one: RFC 4291 section 2.5.5.2. */
const MAPPED_PREFIX = '0,0,0,0,0,65535'

/** Whether the range has addresses of the user's own machine only. */
export function isLoopbackRange(range: AddressRange): boolean {
  return blockOf(range) === 'loopback'
}

/** Whether nobody on the internet can get an address of the range. */
export function isPrivateRange(range: AddressRange): boolean {
  return PRIVATE_BLOCKS.has(blockOf(range) ?? '')
}

/**
 * The kind of block that a range is part of, in the words of ipaddr.js; undefined if it has addresses of several kinds.
 * Checking both ends is enough: a range that starts in a private block and is larger ends in an address of another kind.
 */
function blockOf({ first, last }: AddressRange): string | undefined {
  const kind = kindOf(first)
  return kind === kindOf(last) ? kind : undefined
}

function kindOf(groups: readonly number[]): string {
  const { IPv4, IPv6 } = ipaddr()
  if (groups.length > 2 && `${groups.slice(0, 6)}` !== MAPPED_PREFIX) return new IPv6([...groups]).range()
  return new IPv4(groups.slice(-2).flatMap((pair) => [pair >> 8, pair & 0xff])).range()
}
