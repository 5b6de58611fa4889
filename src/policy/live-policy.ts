import type { CorsConfig } from '../config/types.js'
import { compilePolicy } from './compile-policy.js'
import type { CorsPolicy } from './compiled-policy.js'

/** A policy that can be replaced while servers use it. A request keeps the policy that it started with. */
export class LivePolicy {
  #current: CorsPolicy

  /** @throws CorsConfigError with every problem of the config */
  constructor(config: CorsConfig) {
    this.#current = compilePolicy(config)
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
    this.#current = compilePolicy(config)
    return this.#current
  }
}

/** @throws CorsConfigError with every problem of the config */
export function livePolicy(config: CorsConfig): LivePolicy {
  return new LivePolicy(config)
}
