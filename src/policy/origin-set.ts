import type { ParsedOrigin } from '../config/origin-pattern.js'
import { MAX_ORIGIN_LENGTH, splitOrigin } from '../config/origin-text.js'
import { groupBy, mapValues } from './group-by.js'
import { HostIndex } from './host-index.js'

/** The host patterns of one scheme, by port. */
type Ports = ReadonlyMap<string, HostIndex>

/** No origin has a port that reads so. */
const ANY_PORT = '*'

/** Origins and patterns, compiled. An exact origin costs one hash lookup, however many there are. */
export class OriginSet {
  readonly #exact: ReadonlySet<string>
  readonly #schemes: ReadonlyMap<string, Ports>

  constructor(exact: ReadonlySet<string>, patterns: readonly ParsedOrigin[]) {
    this.#exact = exact
    this.#schemes = mapValues(
      groupBy(patterns, ({ scheme }) => scheme),
      compileScheme,
    )
  }

  /** Whether the set has the origin. Any text will do: only canonical origins are in a set. */
  has(origin: string): boolean {
    // Before anything is hashed: the wire controls the length.
    if (origin.length > MAX_ORIGIN_LENGTH) return false
    return this.#exact.has(origin) || (this.#schemes.size > 0 && this.#matches(origin))
  }

  #matches(origin: string): boolean {
    const parts = splitOrigin(origin)
    if (parts === undefined) return false
    const { scheme, host, port } = parts
    const ports = this.#schemes.get(scheme)
    if (ports === undefined) return false
    if (ports.get(port)?.matches(host)) return true
    return ports.get(ANY_PORT)?.matches(host) ?? false
  }
}

function compileScheme(patterns: readonly ParsedOrigin[]): Ports {
  return mapValues(
    groupBy(patterns, ({ port }) => port),
    (group) => new HostIndex(group.map(({ host }) => host)),
  )
}
