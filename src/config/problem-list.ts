import { CorsConfigError, type CorsConfigProblem, type CorsConfigProblemCode } from './problems.js'

/** Collects what is wrong, so that one error names it all. */
export class ProblemList {
  readonly #problems: CorsConfigProblem[]
  readonly #prefix: string

  /** @param prefix where the value that is checked stands in a larger one, such as `policies.admin` */
  constructor(prefix = '', problems: CorsConfigProblem[] = []) {
    this.#prefix = prefix
    this.#problems = problems
  }

  /** The same list, for a value that stands below this one. */
  under(prefix: string): ProblemList {
    return new ProblemList(this.#pathOf(prefix), this.#problems)
  }

  get size(): number {
    return this.#problems.length
  }

  /** @param path `''` for the whole value */
  add(code: CorsConfigProblemCode, path: string, value: unknown, message: string, suggestion?: string): void {
    const problem = { code, path: this.#pathOf(path), value }
    if (suggestion === undefined) this.#problems.push({ ...problem, message })
    else this.#problems.push({ ...problem, message: `${message}: write '${suggestion}'`, suggestion })
  }

  /** @throws CorsConfigError if there is any problem */
  throwIfAny(): void {
    if (this.#problems.length > 0) throw new CorsConfigError(this.#problems)
  }

  #pathOf(path: string): string {
    if (this.#prefix === '') return path === '' ? 'config' : path
    return path === '' ? this.#prefix : `${this.#prefix}.${path}`
  }
}
