import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import type { Test } from 'tap'
import { cleanEnv } from '../support/child.js'
import { programPath } from '../support/programs.js'
import { serve } from '../support/serve.js'

/** A busy machine is not a failure. */
const START_TIMEOUT = 60_000
const POLL = 50

/** Starts nginx with these lines in its `server`, on 127.0.0.1. @returns its port */
export async function startNginx(t: Test, http: string, server: string): Promise<number> {
  const folder = t.testdir()
  const port = await freePort(t)
  // Where it would put files otherwise belongs to the system.
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  )
  const config = `
    daemon off; master_process off; pid ${folder}/pid; error_log stderr;
    events {}
    http { access_log off; ${temp.join(' ')}
      ${http.replaceAll('{folder}', folder)}
      server { listen 127.0.0.1:${port}; ${server} }
    }`
  writeFileSync(join(folder, 'nginx.conf'), config)
  await startProgram(t, 'nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], port)
  return port
}

/** Starts HAProxy in front of a port of 127.0.0.1. @returns its port */
export async function startHaproxy(t: Test, target: number): Promise<number> {
  const folder = join(t.testdir(), 'haproxy')
  mkdirSync(folder)
  const port = await freePort(t)
  const file = join(folder, 'haproxy.cfg')
  const lines = [
    'defaults',
    '  mode http',
    '  timeout connect 5s',
    '  timeout client 30s',
    '  timeout server 30s',
    'frontend web',
    `  bind 127.0.0.1:${port}`,
    '  default_backend app',
    'backend app',
    `  server app 127.0.0.1:${target}`,
    '',
  ]
  writeFileSync(file, lines.join('\n'))
  await startProgram(t, 'haproxy', ['-db', '-f', file], port)
  return port
}

export async function freePort(t: Test): Promise<number> {
  const server = createServer()
  const port = await serve(t, server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

export async function startProgram(
  t: Test,
  name: string,
  args: readonly string[],
  port: number,
  env: NodeJS.ProcessEnv = {},
): Promise<void> {
  const child = spawn(programPath(name), args, { env: cleanEnv(env), stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
    })
  }
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  t.teardown(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const deadline = Date.now() + START_TIMEOUT
  while (!(await listens(port))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`${name} does not listen: ${output}`)
    await new Promise((resolve) => setTimeout(resolve, POLL))
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}
