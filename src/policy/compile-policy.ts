import { readConfig } from '../config/parse-config.js'
import type { CorsConfig } from '../config/types.js'
import { CompiledPolicy, type CorsPolicy } from './compiled-policy.js'

/**
 * Checks a config and compiles it: once, at startup.
 *
 * @returns a frozen policy
 * @throws CorsConfigError with every problem of the config at once
 */
export function compilePolicy(config: CorsConfig): CorsPolicy {
  return new CompiledPolicy(readConfig(config))
}
