import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Test } from 'tap'

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
  /** Milliseconds until the child is stopped. Generous: a busy machine is no failure. */
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

/**
 * Starts a program that prints the URL at which it listens, and stops it when the test is over.
 *
 * @returns the URL
 */
export async function startServer(t: Test, file: string, options: ChildOptions = {}): Promise<string> {
  const { cwd, env, timeout = DEFAULT_TIMEOUT } = options
  const child = spawn(process.execPath, [file], {
    cwd,
    env: cleanEnv({ PORT: '0', ...env }),
    timeout,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.on('close', resolve))
  t.teardown(async () => {
    child.kill()
    await ended
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]
    if (url !== undefined) return url
  }
  throw new Error(`${file} ended without listening on 127.0.0.1`)
}
