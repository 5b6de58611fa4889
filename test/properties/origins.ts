import fc from 'fast-check'
import { Random } from '../config/fixtures/random.js'

/** Origins and patterns that a config may hold, origins that they let in, and texts that come close. */

export const SCHEMES = ['https', 'http', 'capacitor', 'chrome-extension', 'ionic+x.y-1']
const PARENTS = [
  'example.com',
  'sub.example.com',
  'a.co.uk',
  'localhost',
  'netlify.app',
  'b_c.internal',
  'xn--bcher-kva.de',
]
const LABELS = ['a', 'b', 'app', 'pr-1', 'pr--shop', 'xn--bcher-kva', '0x1', '1', 'x-', '-x', 'a'.repeat(63)]
const PORTS = ['', ':80', ':443', ':3000', ':8080', ':1', ':65535']
const ADDRESSES = [
  '127.0.0.1',
  '10.1.2.3',
  '192.168.0.1',
  '255.255.255.255',
  '[::1]',
  '[fd00::1:0:0:1]',
  '[1:2:3:4:5:6:7:8]',
]

const label = fc.constantFrom(...LABELS)
const parent = fc.constantFrom(...PARENTS)
const scheme = fc.constantFrom(...SCHEMES)
const piece = fc.constantFrom('', 'a', 'pr-', 'x', '-', '--shop')

const exactHost = fc.oneof(
  parent,
  fc.constantFrom(...ADDRESSES),
  fc.tuple(label, parent).map((labels) => labels.join('.')),
)
const subdomains = parent.map((name) => `*.${name}`)
const insideLabel = fc
  .tuple(piece, piece, parent)
  .filter(([before, after]) => before + after !== '')
  .map(([before, after, name]) => `${before}*${after}.${name}`)
const range4 = fc
  .tuple(fc.constantFrom(0x0a000000n, 0xc0a80000n, 0x7f000000n, 0xffffffffn), fc.integer({ min: 0, max: 32 }))
  .map(([address, prefix]) => rangeText(address, prefix, 32))
const range6 = fc
  .tuple(fc.constantFrom(0xfd00n << 112n, 1n, (1n << 128n) - 1n, 0x20010db8n << 96n), fc.integer({ min: 0, max: 128 }))
  .map(([address, prefix]) => rangeText(address, prefix, 128))
const hostPattern = fc.oneof(subdomains, insideLabel, range4, range6, exactHost)

export const exactOrigin: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(scheme, exactHost, fc.constantFrom(...PORTS))
      .map(([name, host, port]) => originText(name, host, port)),
  },
  { weight: 1, arbitrary: fc.constantFrom('app://.', 'capacitor://.') },
)

const anyHost = fc.constantFrom('chrome-extension://*', 'capacitor://*', 'ionic+x.y-1://*')

/** An exact origin or a pattern. */
export const originEntry: fc.Arbitrary<string> = fc.oneof(
  exactOrigin,
  anyHost,
  fc
    .tuple(scheme, hostPattern, fc.constantFrom(...PORTS, ':*', ':*'))
    .map(([name, host, port]) => originText(name, host, port)),
)

/** Never with the default port. */
function originText(name: string, host: string, port: string): string {
  const isDefault = (name === 'http' && port === ':80') || (name === 'https' && port === ':443')
  return `${name}://${host}${isDefault ? '' : port}`
}

/** The range around an address, as a host of a pattern. */
function rangeText(address: bigint, prefix: number, width: number): string {
  const free = BigInt(width - prefix)
  const host = addressText((address >> free) << free, width)
  return host.startsWith('[') ? host.replace(']', `/${prefix}]`) : `${host}/${prefix}`
}

function addressText(address: bigint, width: number): string {
  const digits = address.toString(16).padStart(width / 4, '0')
  if (width === 32) return (digits.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)).join('.')
  return new URL(`https://[${(digits.match(/..../g) ?? []).join(':')}]`).hostname
}

/** Where an origin of a request comes from: an entry of the config, what stands for its wildcards, and what is wrong with it. */
export interface Recipe {
  readonly entry: number
  readonly salt: number
  readonly twist: number | undefined
}

/** What is done to an allowed origin, to see whether it is still allowed. */
const TWISTS: readonly ((origin: string, random: Random) => string)[] = [
  (origin) => `${origin}.evil.com`,
  (origin) => `${origin}evil.com`,
  (origin) => `${origin}.`,
  (origin) => `${origin}/`,
  (origin) => `${origin}:`,
  (origin) => `${origin}:80`,
  (origin) => `${origin}:443`,
  (origin) => `${origin}:03000`,
  (origin) => `${origin}?`,
  (origin) => `${origin}#`,
  (origin) => `${origin}\\`,
  (origin) => `${origin}, ${origin}`,
  (origin) => origin.toUpperCase(),
  (origin) => origin.replace('http:', 'https:'),
  (origin) => origin.replace('https:', 'http:'),
  (origin) => origin.replace(/:\/\//, ':/'),
  (origin) => origin.replace(/:\d+$/, ''),
  (origin) => origin.replace(/:\d+$/, ':81'),
  (origin) => origin.replace('://', '://evil'),
  (origin) => origin.replace('://', '://evil.'),
  (origin) => origin.replace('://', '://.'),
  (origin) => origin.replace('://', '://user@'),
  (origin) => origin.replace('://', '://user:secret@'),
  (origin) => origin.replace('://', '://evil.com/'),
  (origin) => origin.replace('://', '://evil.com\\@'),
  (origin) => origin.replace('://', `://${'a'.repeat(300)}.`),
  (origin) => origin.replace('://', `://${'a.'.repeat(140)}`),
  (origin) => origin.replace('://', '://xn--0.'),
  (origin) => origin.replace('a', '\u0430'),
  (origin) => origin.replace('k', '\u212a'),
  (origin) => origin.replace('s', '\u017f'),
  (origin) => origin.replace('.', '\u3002'),
  (origin) => origin.replace('.', '..'),
  (origin) => origin.replace('.', '%2e'),
  (origin) => origin.replace('.', 'x'),
  (origin, random) =>
    insert(origin, random.pick(['\0', '\t', '\n', '\r\n', ' ', '\x7f', '\xad', '\u200d', '\ufeff', '\ud800']), random),
  (origin, random) => insert(origin, random.pick(['-', '_', '.', '*', '0', 'a', ':', '/', '@', '[', ']']), random),
  (origin, random) => cutOut(origin, random),
]

function insert(text: string, what: string, random: Random): string {
  const at = random.below(text.length + 1)
  return text.slice(0, at) + what + text.slice(at)
}

function cutOut(text: string, random: Random): string {
  const at = random.below(text.length)
  return text.slice(0, at) + text.slice(at + 1)
}

export const recipe: fc.Arbitrary<Recipe> = fc.record({
  entry: fc.nat(50),
  salt: fc.nat(),
  twist: fc.option(fc.nat(TWISTS.length - 1), { nil: undefined, freq: 2 }),
})

/** The origin that a recipe makes of a config's entries. */
export function cook(entries: readonly string[], { entry, salt, twist }: Recipe): string {
  const random = new Random(salt)
  const origin = memberOf(entries[entry % entries.length] as string, random)
  return twist === undefined ? origin : (TWISTS[twist] as (typeof TWISTS)[number])(origin, random)
}

/** An origin that an entry is meant to let in. */
function memberOf(entry: string, random: Random): string {
  if (entry === '*') return random.pick(['https://a.example.com', 'null', 'https://example.com'])
  const withPort = entry.endsWith(':*') ? entry.slice(0, -2) + random.pick(PORTS) : entry
  const origin = withPort.replace(/\[?[\d.a-f:]+\/\d+\]?/, (range) => addressIn(range, random))
  const [name = '', rest = ''] = origin.replace('*', () => starText(origin, random)).split('://')
  const port = /:\d+$/.exec(rest)?.[0] ?? ''
  return originText(name, rest.slice(0, rest.length - port.length), port)
}

function starText(origin: string, random: Random): string {
  // Sometimes nothing, and sometimes what no `*` stands for.
  if (origin.endsWith('://*')) return random.pick([...LABELS, 'a.b', '.', '10.1.2.3', '[::1]', 'a:1', 'A', '*', ''])
  if (!origin.includes('://*.'))
    return random.text('ab01-', random.below(2), 5) + (random.once(8) ? random.pick([...'_.A']) : '')
  return random.list(1, 4, () => random.pick([...LABELS, 'my_app'])).join('.')
}

function addressIn(range: string, random: Random): string {
  const [network = '', prefix = ''] = range.replace(']', '').split('/')
  const width = network.startsWith('[') ? 128 : 32
  const free = width - Number(prefix)
  const bits = BigInt(`0b0${random.text('01', free, free)}`)
  return addressText(numberOf(network, width) | bits, width)
}

function numberOf(network: string, width: number): bigint {
  if (width === 32) return network.split('.').reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  const [left = '', right] = network.slice(1).split('::')
  const groups = (half: string) => half.split(':').filter((group) => group !== '')
  const tail = groups(right ?? '')
  const zeros = Array.from({ length: 8 - groups(left).length - tail.length }, () => '0')
  return [...groups(left), ...zeros, ...tail].reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n)
}
