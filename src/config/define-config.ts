import type { AnonymousCorsConfig, CorsConfig, CredentialedCorsConfig } from './types.js'

/**
 * Returns its argument: for a config in a variable or a file of its own, so that TypeScript takes `'https://…'` for an
 * origin, knows whether there are credentials, and an editor completes the options. `compilePolicy` is what checks it.
 */
export function defineConfig(config: CredentialedCorsConfig): CredentialedCorsConfig
export function defineConfig(config: AnonymousCorsConfig): AnonymousCorsConfig
export function defineConfig(config: CorsConfig): CorsConfig {
  return config
}
