import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Test } from 'tap'
import { cleanEnv } from './child.js'

/** A program that serves until the test is over. */
export interface Started {
  /** The first line that it has printed. */
  readonly line: string
  /** All that it has written to stderr so far. */
  stderr(): string
}

/** Starts a program that prints a line when it listens, and stops it when the test is over. */
export async function start(
  t: Test,
  command: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Started> {
  const child = spawn(command, args, { cwd, env: cleanEnv(env), stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise((resolve) => child.on('error', resolve).on('close', resolve))
  t.teardown(() => {
    // At a gentler signal, some wait for their clients to close their connections.
    child.kill('SIGKILL')
    return ended
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk
  })
  for await (const line of createInterface({ input: child.stdout })) {
    // What it prints later is of no interest, but has to go somewhere.
    child.stdout.resume()
    return { line, stderr: () => stderr }
  }
  throw new Error(`${command} ended without listening: ${stderr}`)
}

/** Starts a program of Node that prints the URL at which it listens, and stops it when the test is over. */
export async function startNode(
  t: Test,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<{ readonly url: string; stderr(): string }> {
  const env = { PORT: '0', ...options.env }
  const { line, stderr } = await start(t, process.execPath, args, { ...options, env })
  const url = /https?:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0]
  if (url === undefined) throw new Error(`${args.join(' ')} says not where it listens: ${line}`)
  return { url, stderr }
}
