import type { Case } from './case.js'
import { open } from './drivers/open.js'
import type { Engine, Session } from './drivers/session.js'
import { type Experiment, Laboratory } from './laboratory.js'

/**
 * A browser and the servers that it asks. Where the browser fails, or a request in it never ends, a fresh one gets the
 * same cases, once. That it does otherwise than expected is no reason to ask again.
 */
export class Trial {
  readonly engine: Engine
  readonly #laboratory: Laboratory
  readonly #report: (line: string) => void
  #session: Session | undefined
  #isRepeated = false

  private constructor(engine: Engine, laboratory: Laboratory, report: (line: string) => void) {
    this.engine = engine
    this.#laboratory = laboratory
    this.#report = report
  }

  /** @param report is told of a repetition */
  static async start(engine: Engine, report: (line: string) => void): Promise<Trial> {
    return new Trial(engine, await Laboratory.start(), report)
  }

  async run(cases: readonly Case[]): Promise<Experiment[]> {
    try {
      const experiments = await this.#runOnce(cases)
      if (this.#isRepeated || experiments.every(({ observed }) => observed.seen.outcome !== 'none')) return experiments
      this.#report(`a request in ${this.engine} never ended; once more in a fresh one`)
    } catch (error) {
      if (this.#isRepeated) throw error
      this.#report(`${this.engine} failed; once more in a fresh one: ${error}`)
    }
    this.#isRepeated = true
    await this.#endSession()
    return this.#runOnce(cases)
  }

  async end(): Promise<void> {
    await this.#endSession()
    await this.#laboratory.close()
  }

  async #runOnce(cases: readonly Case[]): Promise<Experiment[]> {
    this.#session ??= await open(this.engine)
    return this.#laboratory.run(this.#session, cases)
  }

  async #endSession(): Promise<void> {
    await this.#session?.end()
    this.#session = undefined
  }
}
