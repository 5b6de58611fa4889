import { ipaddr } from '#packages'

/** A run of addresses of one family: the first and the last as 16-bit groups, the most significant first. */
export interface AddressRange {
  readonly family: 'ipv4' | 'ipv6'
  readonly first: readonly number[]
  readonly last: readonly number[]
}

/**
 * @param host an address as it stands in a canonical origin: `192.168.0.0`, `[fd00::]`
 * @param prefixLength decimal digits
 * @returns undefined unless the host is the first address of the range and the prefix length is within the family's bounds
 */
export function parseRange(host: string, prefixLength: string): AddressRange | undefined {
  const address = host.startsWith('[') ? host.slice(1, -1) : host
  const { IPv4, IPv6, isValid } = ipaddr()
  if (!isValid(address) || String(Number(prefixLength)) !== prefixLength) return undefined
  const cidr = `${address}/${prefixLength}`
  if (networkAddress(cidr) !== address) return undefined
  return address.includes(':')
    ? {
        family: 'ipv6',
        first: IPv6.parse(address).parts,
        last: IPv6.broadcastAddressFromCIDR(cidr).parts,
      }
    : {
        family: 'ipv4',
        first: pairs(IPv4.parse(address).octets),
        last: pairs(IPv4.broadcastAddressFromCIDR(cidr).octets),
      }
}

/** The first address of a CIDR block in canonical text, undefined if the text is no block. */
export function networkAddress(cidr: string): string | undefined {
  const { IPv4, IPv6 } = ipaddr()
  if (IPv4.isValidCIDRFourPartDecimal(cidr)) return IPv4.networkAddressFromCIDR(cidr).toString()
  if (IPv6.isValidCIDR(cidr)) return IPv6.networkAddressFromCIDR(cidr).toString()
  return undefined
}

function pairs(octets: readonly number[]): number[] {
  const [a = 0, b = 0, c = 0, d = 0] = octets
  return [a * 256 + b, c * 256 + d]
}
