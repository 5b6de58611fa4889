/** The three browser engines that there are. */
export type Engine = 'chromium' | 'firefox' | 'webkit'

/** A browser window under remote control. */
export interface Session {
  readonly engine: Engine
  /**
   * Runs a script in a page, and goes there first unless the window is there already.
   *
   * @param script the body of an async function; `args` are its `arguments`, and what it returns comes back as JSON
   * @throws what the script throws, as text
   */
  exec<T>(url: string, script: string, ...args: readonly unknown[]): Promise<T>
  /** What came to the browser's console since it was last read. Absent where its protocol does not tell. */
  readonly readConsole?: (() => Promise<readonly string[]>) | undefined
  /** Ends the browser and whatever came with it, and removes its files. */
  end(): Promise<void>
}

/** What a protocol has to be able to do. Both know nothing of async functions: their scripts call back. */
export interface Remote {
  navigate(url: string): Promise<void>
  /** @param script the body of a function whose last argument is a callback */
  runAsync(script: string, args: readonly unknown[]): Promise<unknown>
  readonly readConsole?: () => Promise<readonly string[]>
  close(): Promise<void>
}

/** Milliseconds for a browser to start, and for a page to load. A busy machine is not a failure. */
export const START_TIMEOUT = 90_000
/** Milliseconds for one script. */
export const SCRIPT_TIMEOUT = 180_000
/** Milliseconds beyond those of a script, so that the browser's own message arrives where it has one. */
const GRACE = 10_000
export const COMMAND_TIMEOUT = SCRIPT_TIMEOUT + GRACE

/** A promise that fails after a while, with what it waited for. */
export async function within<T>(milliseconds: number, what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took more than ${milliseconds} ms`)), milliseconds)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
