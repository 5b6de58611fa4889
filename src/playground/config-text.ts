import type { CorsConfig } from '../config/types.js'
import type { Advice } from '../explain/advice.js'
import { lint } from '../explain/lint.js'
import type { ConversionProblem, CorsConversionError } from '../interop/conversion-error.js'
import { fromConfig } from '../interop/from-config.js'
import { openSource } from '../interop/open-source.js'

/** A problem of the config, and the line that it is on. */
export interface LineProblem {
  readonly problem: ConversionProblem
  /** From 1. The first line where the text does not say. */
  readonly line: number
}

/** A suggestion on a config that compiles. Without a line where it is about an option that is absent. */
export interface LineAdvice {
  readonly advice: Advice
  readonly line: number | undefined
}

/** What a text in the editor is. */
export type ReadConfig =
  | { readonly config: CorsConfig; readonly problems: readonly []; readonly advice: readonly LineAdvice[] }
  | { readonly config: undefined; readonly problems: readonly LineProblem[]; readonly advice: readonly [] }

/** Reads the text of a config: JSON with comments, YAML, or an object of JavaScript. Never throws. */
export function readConfigText(text: string): ReadConfig {
  try {
    const { config } = fromConfig(text)
    const source = openSource(text)
    const advice = lint(config).map((advice) => ({ advice, line: source.positionOf(advice.path)?.line }))
    return { config, problems: [], advice }
  } catch (error) {
    const { problems } = error as CorsConversionError
    return {
      config: undefined,
      problems: problems.map((problem) => ({ problem, line: problem.line ?? 1 })),
      advice: [],
    }
  }
}
