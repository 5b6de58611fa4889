// @ts-check
import { execFileSync, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

/** How long it takes until a change of a row is visible in four processes. */

const PROCESSES = 4
const CHANGES = 100
/** Debian's folder, and its `nobody`: PostgreSQL refuses to run as root. */
const BIN = '/usr/lib/postgresql/15/bin'
const NOBODY = 65_534

/** @returns {Promise<import('./table.mjs').Table | undefined>} undefined where there is no PostgreSQL */
export async function measureNotifications() {
  if (!existsSync(`${BIN}/postgres`)) return undefined
  const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  const folder = mkdtempSync(join(tmpdir(), 'cors-policy-bench-'))
  if ('uid' in identity) chownSync(folder, NOBODY, NOBODY)
  execFileSync(`${BIN}/initdb`, ['-D', folder, '-A', 'trust', '-U', 'test', '--no-sync'], {
    ...identity,
    stdio: 'ignore',
  })
  const port = await freePort()
  const settings = ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=']
  const args = ['-D', folder, '-p', String(port), ...settings]
  const server = spawn(`${BIN}/postgres`, args, { ...identity, stdio: 'ignore' })
  try {
    while (!(await accepts(port))) await pause(20)
    return await measure(port)
  } finally {
    const ended = once(server, 'exit')
    server.kill('SIGQUIT')
    await ended
    rmSync(folder, { recursive: true })
  }
}

/** @param {number} port */
async function measure(port) {
  const pool = new pg.Pool({ host: '127.0.0.1', port, user: 'test', database: 'postgres' })
  pool.on('error', () => {})
  while (
    !(await pool.query('select 1').then(
      () => true,
      () => false,
    ))
  )
    await pause(20)
  const page = readFileSync(new URL('../docs/data-origins.md', import.meta.url), 'utf8')
  await pool.query(/```sql\n([\s\S]*?)```/.exec(page)?.[1] ?? '')
  const children = Array.from({ length: PROCESSES }, () =>
    fork(fileURLToPath(new URL('follower.mjs', import.meta.url)), [String(port)]),
  )
  await Promise.all(children.map((child) => once(child, 'message')))
  /** @type {number[]} */
  const times = []
  for (let i = 0; i < CHANGES; i++) {
    for (const allowed of [true, false]) {
      const seen = children.map((child) => once(child, 'message'))
      for (const child of children) child.send(allowed)
      await pause(20)
      const start = Date.now()
      const row = ['t', 'https://a.example']
      await pool.query(
        allowed
          ? 'insert into tenant_origins values ($1, $2)'
          : 'delete from tenant_origins where tenant = $1 and origin = $2',
        row,
      )
      times.push(...(await Promise.all(seen)).map(([time]) => time - start))
    }
  }
  for (const child of children) child.kill()
  await pool.end()
  times.sort((a, b) => a - b)
  const at = (/** @type {number} */ share) => times[Math.floor((times.length - 1) * share)] ?? 0
  const rows = [['PostgreSQL', at(0.5), at(0.99), at(1)]]
  return {
    title: `a change, until it is visible in ${PROCESSES} processes`,
    columns: ['', 'median, ms', 'p99, ms', 'longest, ms'],
    rows,
  }
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  server.close()
  return port
}

/** @param {number} port @returns {Promise<boolean>} */
function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}

/** @param {number} time */
function pause(time) {
  return new Promise((resolve) => setTimeout(resolve, time))
}
