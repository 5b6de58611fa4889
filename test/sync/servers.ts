import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Test } from 'tap'
import { cleanEnv } from '../support/child.js'
import { programPath } from '../support/programs.js'
import { until } from './until.js'

/** Servers of databases, started anew for a test, on a free port, with their data in a folder of their own. */

/** `nobody` of Debian. PostgreSQL refuses to run as root. */
const NOBODY = 65_534

export interface Database {
  readonly port: number
  start(): Promise<void>
  /** At once, as if the machine had lost its power. */
  kill(): Promise<void>
  signal(name: NodeJS.Signals): void
}

/** Initialises a database of PostgreSQL and starts it. The user is `test`, and needs no password. */
export async function startPostgres(t: Test): Promise<Database> {
  const folder = ownFolder(t)
  await promisify(execFile)(
    programPath('initdb'),
    ['--pgdata', folder, '--auth', 'trust', '--username', 'test', '--no-sync', '--encoding', 'UTF8', '--locale', 'C'],
    { env: cleanEnv(), ...identity() },
  )
  const settings = ['fsync=off', 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=50']
  const args = settings.flatMap((setting) => ['-c', setting])
  return serve(t, 'postgres', (port) => ['-D', folder, '-p', String(port), ...args])
}

export async function startRedis(t: Test): Promise<Database> {
  const folder = ownFolder(t)
  const args = ['--bind', '127.0.0.1', '--dir', folder, '--appendonly', 'yes', '--appendfsync', 'always', '--save', '']
  return serve(t, 'redis-server', (port) => ['--port', String(port), ...args])
}

async function serve(t: Test, program: string, argsFor: (port: number) => string[]): Promise<Database> {
  const port = await freePort()
  let child: ChildProcess | undefined
  const kill = async () => {
    const ended = child
    child = undefined
    if (ended === undefined) return
    const closed = new Promise((resolve) => ended.on('close', resolve))
    // SIGQUIT is how PostgreSQL ends at once, and its children with it.
    ended.kill('SIGCONT')
    ended.kill(program === 'postgres' ? 'SIGQUIT' : 'SIGKILL')
    await closed
  }
  const start = async () => {
    child = spawn(programPath(program), argsFor(port), { env: cleanEnv(), stdio: 'ignore', ...identity() })
    await until(() => accepts(port), `${program} listens`)
  }
  t.teardown(kill)
  await start()
  return { port, start, kill, signal: (name) => void child?.kill(name) }
}

function identity(): { uid?: number; gid?: number } {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
}

function ownFolder(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'cors-policy-'))
  if (process.getuid?.() === 0) chownSync(folder, NOBODY, NOBODY)
  // Registered first, so run last: the server has ended by then.
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
