/** Every kind of mistake that a config can hold. The union is closed: `switch` over it and the compiler checks you. */
export type CorsConfigProblemCode =
  | 'unknown-option'
  | 'wrong-type'
  | 'origins-missing'
  | 'wildcard-with-credentials'
  | 'expose-wildcard-with-credentials'
  | 'origin-syntax'
  | 'origin-null'
  | 'origin-scheme'
  | 'origin-not-canonical'
  | 'insecure-origin-with-credentials'
  | 'public-suffix-with-credentials'
  | 'method-syntax'
  | 'method-forbidden'
  | 'method-case'
  | 'header-syntax'
  | 'header-forbidden'
  | 'header-direction'
  | 'max-age-range'
  | 'status-range'
  | 'enforce-with-wildcard'

/** One mistake in a config. */
export interface CorsConfigProblem {
  readonly code: CorsConfigProblemCode
  /** Where: `origins[2]`, `maxAge`; `config` for the whole value. */
  readonly path: string
  /** What stands there. */
  readonly value: unknown
  /** What is wrong, why, and what to write instead: one sentence or two. */
  readonly message: string
  /** The text to write instead, where one is certain: a canonical origin, an upper-case method, a name of ours. */
  readonly suggestion?: string
}

/** A message longer than this helps nobody; `problems` always holds them all. */
const MAX_LISTED_PROBLEMS = 1000

/**
 * Thrown when a config is refused, with every problem in it at once.
 * The message lists them all for people; programs read `problems`.
 */
export class CorsConfigError extends Error {
  static {
    // On the prototype, as Node's own errors have it: it is no property of each error.
    CorsConfigError.prototype.name = 'CorsConfigError'
  }

  readonly code = 'ERR_CORS_CONFIG'
  readonly problems: readonly CorsConfigProblem[]

  /** @param problems at least one */
  constructor(problems: readonly CorsConfigProblem[]) {
    super(renderProblems(problems))
    this.problems = Object.freeze(problems.map((problem) => Object.freeze({ ...problem })))
  }
}

function renderProblems(problems: readonly CorsConfigProblem[]): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
  const lines = [`The CORS config has ${count}:`]
  for (const { path, code, message } of problems.slice(0, MAX_LISTED_PROBLEMS)) {
    lines.push(`  ${path}: ${message} [${code}]`)
  }
  if (problems.length > MAX_LISTED_PROBLEMS) {
    lines.push(`  … and ${problems.length - MAX_LISTED_PROBLEMS} more: see the error's problems`)
  }
  return lines.join('\n')
}
