import type { ParsedOrigin } from '../config/origin-pattern.js'
import { MAX_ORIGIN_LENGTH, splitOrigin } from '../config/origin-text.js'
import { HostIndex } from './host-index.js'

/** The host patterns of one scheme. */
interface SchemeIndex {
  readonly ports: ReadonlyMap<string, HostIndex>
  readonly anyPort: HostIndex | undefined
}

const ANY_PORT = '*'

/** Origins and patterns, compiled. An exact origin costs one hash lookup, however many there are. */
export class OriginSet {
  readonly #exact: ReadonlySet<string>
  readonly #schemes: ReadonlyMap<string, SchemeIndex>

  constructor(exact: ReadonlySet<string>, patterns: readonly ParsedOrigin[]) {
    this.#exact = exact
    this.#schemes = mapValues(groupBy(patterns, 'scheme'), compileScheme)
  }

  /** Whether the set has the origin. Any text will do: what is no canonical origin is in no set. */
  has(origin: string): boolean {
    // Before anything is hashed: the wire controls the length.
    if (origin.length > MAX_ORIGIN_LENGTH) return false
    return this.#exact.has(origin) || (this.#schemes.size > 0 && this.#matches(origin))
  }

  #matches(origin: string): boolean {
    const parts = splitOrigin(origin)
    if (parts === undefined) return false
    const { schemeEnd, hostStart, hostEnd } = parts
    const scheme = this.#schemes.get(origin.slice(0, schemeEnd))
    if (scheme === undefined) return false
    const port = scheme.ports.get(origin.slice(hostEnd + 1))
    if (port?.matches(origin, hostStart, hostEnd)) return true
    return scheme.anyPort?.matches(origin, hostStart, hostEnd) ?? false
  }
}

function compileScheme(patterns: readonly ParsedOrigin[]): SchemeIndex {
  const ports = mapValues(groupBy(patterns, 'port'), (group) => new HostIndex(group.map(({ host }) => host)))
  const anyPort = ports.get(ANY_PORT)
  ports.delete(ANY_PORT)
  return { ports, anyPort }
}

function groupBy(patterns: readonly ParsedOrigin[], key: 'scheme' | 'port'): Map<string, ParsedOrigin[]> {
  const groups = new Map<string, ParsedOrigin[]>()
  for (const pattern of patterns) {
    const group = groups.get(pattern[key])
    if (group === undefined) groups.set(pattern[key], [pattern])
    else group.push(pattern)
  }
  return groups
}

function mapValues<V, W>(map: ReadonlyMap<string, V>, use: (value: V) => W): Map<string, W> {
  return new Map([...map].map(([key, value]) => [key, use(value)]))
}
