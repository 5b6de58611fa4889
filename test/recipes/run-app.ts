import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Test } from 'tap'
import { install } from '../runtimes/install.js'
import { RUNTIMES } from '../runtimes/runtimes.js'
import { writeWorkerdConfig } from '../runtimes/workerd.js'
import { cleanEnv, run } from '../support/child.js'
import { exchange } from '../support/exchange.js'
import { CACHE } from '../support/npm-install.js'
import { type InstalledGroup, installGroup } from './frameworks.js'
import type { Recipe } from './recipes.js'

const ROOT = join(import.meta.dirname, '../..')
export const APPS = join(import.meta.dirname, 'apps')
/** Milliseconds. Programs that compile what they serve take long on a busy machine. */
export const START_TIMEOUT = 120_000
const RETRY_AFTER = 50

/** Of this package, and theirs. */
const DEPENDENCIES = ['fastify-plugin', 'ipaddr.js', 'tldts', 'tldts-core']

const ENVIRONMENT = {
  // Nothing that a framework reports home about a test.
  ASTRO_TELEMETRY_DISABLED: '1',
  BETTER_AUTH_TELEMETRY: '0',
  NEXT_TELEMETRY_DISABLED: '1',
  DENO_DIR: join(CACHE, 'deno-dir'),
  DENO_NO_UPDATE_CHECK: '1',
  HOST: '127.0.0.1',
  NODE_ENV: 'production',
}
const DENO = ['run', '--no-remote', '--node-modules-dir=manual', '--allow-read', '--allow-env', '--allow-net=127.0.0.1']

/** What runs an app, and where. */
export interface Place {
  readonly binary: string
  readonly cwd: string
}

/**
 * Installs what the recipe needs, and copies the apps to where they find that; or says why not.
 *
 * @param root the test at whose end the apps are removed
 */
export async function prepare(root: Test, recipe: Recipe): Promise<Place | { readonly reason: string }> {
  const runtime = RUNTIMES.find(({ name }) => name === recipe.runtime)
  const installed =
    runtime === undefined ? { binary: process.execPath } : await once(runtime.name, () => install(runtime))
  if ('reason' in installed) return installed
  const group = await groupOf(root, recipe)
  if ('reason' in group) return group
  const folder = await once(group.folder, async () => copyApps(root, group.folder))
  return { binary: installed.binary, cwd: recipe.project === undefined ? folder : join(folder, recipe.project) }
}

function groupOf(root: Test, { group }: Recipe): Promise<InstalledGroup> {
  return group === undefined
    ? once('testdir', async () => ({ folder: root.testdir() }))
    : once(group, () => installGroup(group))
}

const installs = new Map<string, Promise<unknown>>()

/** Recipes run side by side, and share what is installed. */
function once<T>(name: string, install: () => Promise<T>): Promise<T> {
  const installed = (installs.get(name) as Promise<T> | undefined) ?? install()
  installs.set(name, installed)
  return installed
}

/** @param below the folder that has the packages installed */
function copyApps(t: Test, below: string): string {
  const folder = mkdtempSync(join(below, 'run-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(APPS, folder, { recursive: true })
  // Not as a link, which bundlers take for a file outside the project.
  for (const path of ['package.json', 'dist'])
    cpSync(join(ROOT, path), join(folder, 'node_modules/cors-policy', path), { recursive: true })
  for (const name of DEPENDENCIES) {
    cpSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name), { recursive: true })
  }
  for (const { name } of readdirSync(APPS, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    cpSync(join(APPS, 'config.mjs'), join(folder, name, 'config.mjs'))
  }
  return folder
}

/** Builds and starts the app, and stops it when the test is over. @returns its URL */
export async function startApp(t: Test, recipe: Recipe, { binary, cwd }: Place): Promise<string> {
  await once(`build ${cwd}`, () => build(recipe, { binary, cwd }))
  const port = String(await freePort())
  const env = { ...ENVIRONMENT, PORT: port, DENO_SERVE_ADDRESS: `tcp:127.0.0.1:${port}` }
  const args = argumentsFor(recipe, cwd, port)
  // In a group of its own, since some start more processes.
  const child = spawn(binary, args, { cwd, env: cleanEnv(env), stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const ended = new Promise((resolve) => child.on('error', resolve).on('close', resolve))
  t.teardown(() => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
    return ended
  })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      written += chunk
    })
  }
  const url = `http://127.0.0.1:${port}`
  for (const start = Date.now(); Date.now() - start < START_TIMEOUT; await setTimeout(RETRY_AFTER)) {
    if (child.exitCode !== null) break
    if (await answers(url)) return url
  }
  throw new Error(`${args.join(' ')} does not listen: ${written}`)
}

async function build({ before = [] }: Recipe, { binary, cwd }: Place): Promise<void> {
  for (const step of before) {
    const { code, stdout, stderr } = await run(binary, step, { cwd, env: ENVIRONMENT, timeout: START_TIMEOUT })
    if (code !== 0) throw new Error(`${step.join(' ')} ended with ${code}: ${stdout}${stderr}`)
  }
}

function argumentsFor({ name, runtime, args = [`${name}.mjs`] }: Recipe, cwd: string, port: string): string[] {
  const own = args.map((arg) => arg.replace('$PORT', port))
  switch (runtime) {
    case 'Bun':
      return ['--no-install', ...own]
    case 'Deno':
      return [...DENO, ...own]
    case 'workerd': {
      const file = join(cwd, 'workerd.capnp')
      writeWorkerdConfig(file, `test/recipes/apps/${name}.mjs`, '')
      return ['serve', `--socket-addr=http=127.0.0.1:${port}`, file]
    }
    default:
      return own
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await exchange(url)
    return true
  } catch {
    return false
  }
}

/** Frameworks that choose one themselves do not tell which. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
