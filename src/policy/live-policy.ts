import { type ParsedConfig, readConfig } from '../config/parse-config.js'
import type { CorsConfig } from '../config/types.js'
import type { AnyPolicy, POLICY } from './any-policy.js'
import { CompiledPolicy, type CorsPolicy, compileLayers, type Layers } from './compiled-policy.js'
import { livePolicies } from './known-policies.js'
import { type LiveOrigins, PolicyRows } from './live-origins.js'
import type { OriginRows } from './origin-rows.js'

/**
 * A policy that can change while servers use it: its config, which a person writes, and its rows, which are data. A
 * request keeps the policy that it started with.
 */
export class LivePolicy implements AnyPolicy {
  declare readonly [POLICY]: true
  #parsed: ParsedConfig
  /** The compiled parts of the config, without rows. */
  #layers: Layers
  #current: CompiledPolicy | undefined
  readonly #rows: PolicyRows

  /** @throws CorsConfigError with every problem of the config */
  constructor(config: CorsConfig) {
    this.#parsed = readConfig(config, true)
    this.#layers = compileLayers(this.#parsed)
    this.#rows = new PolicyRows({
      parsed: () => this.#parsed,
      changed: () => {
        this.#current = undefined
      },
    })
    livePolicies.add(this)
  }

  /** Origins that are data. They change the rows only, as `replace` changes the config only. */
  get origins(): LiveOrigins {
    return this.#rows
  }

  /** The policy that the next request gets: an immutable snapshot of the config and the rows. */
  get current(): CorsPolicy {
    this.#current ??= this.#snapshot()
    return this.#current
  }

  /**
   * Compiles the config and uses it from then on. If it throws, nothing changes. The rows stay, but one that the new
   * rules forbid is not allowed while they hold.
   *
   * @returns the new policy
   * @throws CorsConfigError with every problem of the config
   */
  replace(config: CorsConfig): CorsPolicy {
    const parsed = readConfig(config, true)
    this.#layers = compileLayers(parsed)
    this.#parsed = parsed
    this.#current = undefined
    return this.current
  }

  #snapshot(): CompiledPolicy {
    const parsed = this.#parsed
    // Where everybody is let in, a row adds nothing.
    if (this.#rows.size === 0 || parsed.origins.any) return new CompiledPolicy(parsed, this.#layers)
    const rows = this.#rows.snapshot()
    const [first, ...others] = this.#layers
    const has = (origin: string) => first.origins?.has(origin) === true || rows.allows(origin, parsed.rules)
    let config: CorsConfig | undefined
    return new CompiledPolicy(parsed, [{ ...first, origins: { has } }, ...others], () => {
      config ??= withRows(parsed, rows)
      return config
    })
  }
}

/** The config that lists rows along with its own origins. Compiling it gives the same policy. */
function withRows({ config, origins, rules }: ParsedConfig, rows: OriginRows): CorsConfig {
  const own = origins.origins === 'none' ? [] : origins.origins
  const all = Object.freeze([...new Set([...own, ...rows.texts(rules)])])
  const listed = { ...config, origins: all.length === 0 ? 'none' : all }
  return Object.freeze(listed) as CorsConfig
}

/**
 * Makes a policy that can change while servers use it. Its `origins` may be empty: rows may come later.
 *
 * @throws CorsConfigError with every problem of the config
 */
export function livePolicy(config: CorsConfig): LivePolicy {
  return new LivePolicy(config)
}
