/**
 * What an origin is, and what a pattern matches, as plainly as it can be said: texts are cut apart, addresses become
 * one big number, and the platform's URL parser has the last word. Shares nothing with the library, so that the two
 * can disagree.
 */

const NEVER = ['about', 'blob', 'data', 'file', 'filesystem', 'ftp', 'javascript', 'ws', 'wss']
const DEFAULT_PORTS: Readonly<Record<string, string>> = { http: '80', https: '443' }

interface Parts {
  readonly scheme: string
  readonly host: string
  readonly port: string
}

/** Cuts an origin or a pattern apart; undefined if it is in no such shape. */
function cut(text: string): Parts | undefined {
  const match = /^([a-z][a-z0-9+.-]*):\/\/(\[[^\]]*\]|[^:/]*(?:\/\d+)?)(?::(\d+|\*))?$/.exec(text)
  if (match === null) return undefined
  const [, scheme = '', host = '', port = ''] = match
  return { scheme, host, port }
}

/** Whether a browser could send the text as the origin of a page. */
export function isOrigin(text: string): boolean {
  const parts = cut(text)
  if (parts === undefined) return false
  const { scheme, host, port } = parts
  if (port === '*' || scheme.length > 64 || NEVER.includes(scheme)) return false
  // What Electron's apps have.
  if (host === '.' && port === '' && DEFAULT_PORTS[scheme] === undefined) return true
  if (!isHost(host)) return false
  if ((scheme === 'http' || scheme === 'https') && new URL(text).origin !== text) return false
  if (port === '') return true
  return String(Number(port)) === port && Number(port) >= 1 && Number(port) <= 65535 && port !== DEFAULT_PORTS[scheme]
}

/** Whether a URL would write the host so, and it is one that the DNS could hold, or an address. */
function isHost(host: string): boolean {
  if (!URL.canParse(`https://${host}`) || new URL(`https://${host}`).host !== host) return false
  if (host.startsWith('[')) return true
  const labels = host.split('.')
  return host.length <= 253 && labels.every((label) => /^[a-z0-9_-]{1,63}$/.test(label))
}

/** Whether one entry of a config's `origins` lets an origin in. */
export function matches(entry: string, origin: string): boolean {
  if (entry === '*') return true
  if (!isOrigin(origin)) return false
  if (entry === origin) return true
  const pattern = cut(entry) as Parts
  const { scheme, host, port } = cut(origin) as Parts
  if (pattern.scheme !== scheme) return false
  if (pattern.port !== '*' && pattern.port !== port) return false
  return matchesHost(pattern.host, host)
}

function matchesHost(pattern: string, host: string): boolean {
  if (pattern === '*') return true
  if (pattern.includes('/')) return isInRange(pattern.replace('[', '').replace(']', ''), host)
  if (!pattern.includes('*')) return pattern === host
  if (pattern.startsWith('*.')) return host.endsWith(pattern.slice(1))
  const [label = '', ...parent] = host.split('.')
  const [wildcard = '', ...wantedParent] = pattern.split('.')
  const [before = '', after = ''] = wildcard.split('*')
  if (parent.join('.') !== wantedParent.join('.')) return false
  if (!label.startsWith(before) || !label.endsWith(after)) return false
  const between = label.slice(before.length, label.length - after.length)
  return label.length > before.length + after.length && [...between].every((char) => /[a-z0-9-]/.test(char))
}

function isInRange(range: string, host: string): boolean {
  const [first = '', prefix = ''] = range.split('/')
  const network = bitsOf(first)
  const address = bitsOf(host.replace('[', '').replace(']', ''))
  if (address === undefined || network === undefined || address.length !== network.length) return false
  return address.slice(0, Number(prefix)) === network.slice(0, Number(prefix))
}

/** An address as a text of 32 or 128 zeros and ones; undefined for a name. */
function bitsOf(address: string): string | undefined {
  if (/^\d+\.\d+\.\d+\.\d+$/.test(address)) return join(address.split('.'), 10, 8)
  if (!address.includes(':')) return undefined
  const [left = '', right] = address.split('::').map((half) => half.split(':').filter((group) => group !== ''))
  if (right === undefined) return join(left as string[], 16, 16)
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0')
  return join([...left, ...zeros, ...right], 16, 16)
}

function join(numbers: readonly string[], base: number, width: number): string {
  return numbers.map((number) => Number.parseInt(number, base).toString(2).padStart(width, '0')).join('')
}
