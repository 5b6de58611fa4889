import type { ParsedOrigin } from '../config/origin-pattern.js'
import { hostEnd, hostStart, MAX_ORIGIN_LENGTH, NOT_AN_ORIGIN, schemeEnd, splitOrigin } from '../config/origin-text.js'
import { HostIndex } from './host-index.js'
import { SliceMap } from './slice-map.js'

/** The host patterns of one scheme. */
interface SchemeIndex {
  readonly ports: SliceMap<HostIndex>
  readonly anyPort: HostIndex | undefined
}

const ANY_PORT = '*'

/** Origins and patterns, compiled. An exact origin costs one hash lookup, however many there are. */
export class OriginSet {
  readonly #exact: ReadonlySet<string>
  readonly #schemes: SliceMap<SchemeIndex>

  constructor(exact: ReadonlySet<string>, patterns: readonly ParsedOrigin[]) {
    this.#exact = exact
    this.#schemes = new SliceMap(mapValues(groupBy(patterns, 'scheme'), compileScheme))
  }

  /** Whether the set has the origin. Any text will do: what is no canonical origin is in no set. */
  has(origin: string): boolean {
    // Before anything is hashed: the wire controls the length.
    if (origin.length > MAX_ORIGIN_LENGTH) return false
    return this.#exact.has(origin) || (this.#schemes.size > 0 && this.#matches(origin))
  }

  #matches(origin: string): boolean {
    const parts = splitOrigin(origin)
    if (parts === NOT_AN_ORIGIN) return false
    const scheme = this.#schemes.get(origin, 0, schemeEnd(parts))
    if (scheme === undefined) return false
    const start = hostStart(parts)
    const end = hostEnd(parts)
    const port = scheme.ports.get(origin, Math.min(end + 1, origin.length), origin.length)
    if (port?.matches(origin, start, end)) return true
    return scheme.anyPort?.matches(origin, start, end) ?? false
  }
}

function compileScheme(patterns: readonly ParsedOrigin[]): SchemeIndex {
  const ports = mapValues(groupBy(patterns, 'port'), (group) => new HostIndex(group.map(({ host }) => host)))
  const anyPort = ports.get(ANY_PORT)
  ports.delete(ANY_PORT)
  return { ports: new SliceMap(ports), anyPort }
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
