import { CorsConfigError, type CorsConfigProblem, type UnwordedProblem, withMessage } from './problems.js'

/** Collects what is wrong, so that one error names it all. Words are found when there is an error to throw. */
export class ProblemList {
  readonly #problems: (UnwordedProblem | CorsConfigProblem)[]
  readonly #prefix: string

  /**
   * @param prefix where the value that is checked is found in a larger one, such as `policies.admin`
   * @param problems where they are collected, without words
   */
  constructor(prefix = '', problems: (UnwordedProblem | CorsConfigProblem)[] = []) {
    this.#prefix = prefix
    this.#problems = problems
  }

  /** The same list, for a value that is part of this one. */
  under(prefix: string): ProblemList {
    return new ProblemList(this.#pathOf(prefix), this.#problems)
  }

  get size(): number {
    return this.#problems.length
  }

  /** The problems so far, in words. */
  get problems(): readonly CorsConfigProblem[] {
    return this.#problems.map((problem) => ('message' in problem ? problem : withMessage(problem)))
  }

  /** @param problem with a path of `''` for the whole value, and with a message if the caller has a sentence of its own */
  report(problem: UnwordedProblem & { readonly message?: string }): void {
    this.#problems.push({ ...problem, path: this.#pathOf(problem.path) })
  }

  /** @throws CorsConfigError if there is any problem */
  throwIfAny(): void {
    if (this.#problems.length > 0) throw new CorsConfigError(this.problems)
  }

  #pathOf(path: string): string {
    if (this.#prefix === '') return path === '' ? 'config' : path
    return path === '' ? this.#prefix : `${this.#prefix}.${path}`
  }
}
