/** In milliseconds. The machine may be busy. */
const DEADLINE = 30_000
const PAUSE = 5

/** Asks until the answer is yes. */
export async function until(ask: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + DEADLINE
  while (!(await ask())) {
    if (Date.now() > deadline) throw new Error(`not within ${DEADLINE / 1000} s: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}
