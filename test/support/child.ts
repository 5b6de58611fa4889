import { spawn } from 'node:child_process'

/** How a child ended, and what it wrote. */
export interface Ended {
  /** null if it was stopped */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface ChildOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  /** Milliseconds until the child is stopped. Generous: a busy machine is not a failure. */
  readonly timeout?: number
}

const DEFAULT_TIMEOUT = 60_000
/** Of the test runner (its loaders and coverage), of the terminal, of the npm that runs the tests: nothing to a stranger's process. */
const NOT_INHERITED =
  /^(NODE_OPTIONS|NO_COLOR|FORCE_COLOR|NODE_ENV|PORT|CORS_ORIGINS|INIT_CWD|_?TAP.*|npm_(package|lifecycle)_.*|npm_config_local_prefix)$/

export function cleanEnv(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !NOT_INHERITED.test(name))
  return { ...Object.fromEntries(inherited), ...more }
}

/** Runs a program to its end. */
export function run(command: string, args: readonly string[], options: ChildOptions = {}): Promise<Ended> {
  const { cwd, env, timeout = DEFAULT_TIMEOUT } = options
  const child = spawn(command, args, { cwd, env: cleanEnv(env), timeout, stdio: ['ignore', 'pipe', 'pipe'] })
  const written = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      written[name] += chunk
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, ...written }))
  })
}

/** Runs `node` with the arguments, to its end. */
export function runNode(args: readonly string[], options: ChildOptions = {}): Promise<Ended> {
  return run(process.execPath, args, options)
}
