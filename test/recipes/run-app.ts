import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Test } from 'tap'
import { cleanEnv, run } from '../support/child.js'
import { exchange } from '../support/exchange.js'
import { serve } from '../support/serve.js'

const ROOT = join(import.meta.dirname, '../..')
const APPS = join(import.meta.dirname, 'apps')
/** Milliseconds. Programs that compile what they serve take long on a busy machine. */
export const START_TIMEOUT = 120_000
const RETRY_AFTER = 50

/**
 * Copies the apps to where they find their packages: below the folder that has them installed.
 *
 * @returns the folder with the apps
 */
export function placeApps(t: Test, below: string | undefined): string {
  if (below === undefined) {
    const folder = t.testdir()
    cpSync(APPS, folder, { recursive: true })
    return folder
  }
  const folder = mkdtempSync(join(below, 'run-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(APPS, folder, { recursive: true })
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(ROOT, join(folder, 'node_modules/cors-policy'))
  // Projects of several files have the config that all recipes import in their own root.
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) cpSync(join(folder, 'config.mjs'), join(folder, entry.name, 'config.mjs'))
  }
  return folder
}

export interface Program {
  readonly binary: string
  readonly cwd: string
  /** Run to their end first, such as a build. */
  readonly before: readonly (readonly string[])[]
  readonly args: readonly string[]
}

/** Starts a program that listens on `PORT`, and stops it when the test is over. @returns its URL */
export async function startApp(t: Test, { binary, cwd, before, args }: Program): Promise<string> {
  for (const step of before) {
    const { code, stdout, stderr } = await run(binary, step, { cwd, env: QUIET, timeout: START_TIMEOUT })
    if (code !== 0) throw new Error(`${step.join(' ')} ended with ${code}: ${stdout}${stderr}`)
  }
  const port = String(await freePort(t))
  const env = cleanEnv({ ...QUIET, PORT: port, HOST: '127.0.0.1', NODE_ENV: 'production' })
  const child = spawn(binary, args.map((arg) => arg.replace('$PORT', port)), { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      written += chunk
    })
  }
  const ended = new Promise((resolve) => child.on('error', resolve).on('close', resolve))
  t.teardown(() => {
    child.kill('SIGKILL')
    return ended
  })
  const url = `http://127.0.0.1:${port}`
  for (const start = Date.now(); Date.now() - start < START_TIMEOUT; await setTimeout(RETRY_AFTER)) {
    if (child.exitCode !== null) break
    if (await answers(url)) return url
  }
  throw new Error(`${args.join(' ')} does not listen: ${written}`)
}

/** Nothing that a framework reports home about a test. */
const QUIET = { ASTRO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1', BETTER_AUTH_TELEMETRY: '0', CI: 'true' }

async function answers(url: string): Promise<boolean> {
  try {
    await exchange(url)
    return true
  } catch {
    return false
  }
}

async function freePort(t: Test): Promise<number> {
  const server = createServer()
  const port = await serve(t, server)
  await new Promise((resolve) => server.close(resolve))
  return port
}
