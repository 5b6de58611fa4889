import { ownOptions } from '../config/own-options.js'
import type { CorsConfig } from '../config/types.js'

/** An option of a config, or of one that it holds as `otherwise`. */
export type OptionPath<Name extends string> = Name | `otherwise.${string}`

/** One config of those that a config is made of. */
export interface ConfigLevel {
  /** How often `otherwise` leads on to it. */
  readonly depth: number
  /** Its own options, and nothing of a prototype. It may hold an `otherwise`. */
  readonly config: CorsConfig
}

/** A config and those that it holds as `otherwise`, from the outside in. */
export function levelsOf(config: CorsConfig, depth = 0): readonly ConfigLevel[] {
  const own = ownOptions(config)
  const { otherwise } = own
  return [{ depth, config: own }, ...(otherwise === undefined ? [] : levelsOf(otherwise, depth + 1))]
}

/** `methods`, `otherwise.methods`, … */
export function optionPath<Name extends string>(depth: number, name: Name): OptionPath<Name> {
  return depth === 0 ? name : `otherwise.${optionPath(depth - 1, name)}`
}
