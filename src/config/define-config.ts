import type { CorsConfig } from './types.js'

/**
 * Returns its argument: for a config in a variable or a file of its own, so that TypeScript keeps its literal types and
 * an editor completes its options. `compilePolicy` is what checks it.
 */
export function defineConfig<const Config extends CorsConfig>(config: Config): Config {
  return config
}
