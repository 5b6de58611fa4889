import { readConfig } from '../config/parse-config.js'
import type { CorsConfig } from '../config/types.js'
import type { AnyPolicy, POLICY } from './any-policy.js'
import { CompiledPolicy, type CorsPolicy } from './compiled-policy.js'

/** A policy that can be replaced while servers use it. A request keeps the policy that it started with. */
export class LivePolicy implements AnyPolicy {
  declare readonly [POLICY]: true
  #current: CompiledPolicy

  /** As `CompiledPolicy.is`. */
  static is(value: unknown): value is LivePolicy {
    return typeof value === 'object' && value !== null && #current in value
  }

  /** @throws CorsConfigError with every problem of the config */
  constructor(config: CorsConfig) {
    this.#current = new CompiledPolicy(readConfig(config))
  }

  /** The policy that the next request gets. */
  get current(): CorsPolicy {
    return this.#current
  }

  /**
   * Compiles the config, and from then on is the new policy; or throws, and nothing has changed.
   *
   * @returns the new policy
   * @throws CorsConfigError with every problem of the config
   */
  replace(config: CorsConfig): CorsPolicy {
    this.#current = new CompiledPolicy(readConfig(config))
    return this.#current
  }
}

/** @throws CorsConfigError with every problem of the config */
export function livePolicy(config: CorsConfig): LivePolicy {
  return new LivePolicy(config)
}
