import type { CorsConfig } from './types.js'

/**
 * A config's own options, to be read by name: what somebody has put on `Object.prototype` is nobody's decision about
 * who may read responses.
 */
export function ownOptions(config: CorsConfig): CorsConfig {
  return Object.assign(Object.create(null), config)
}
