import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { cleanEnv } from './child.js'
import { exchange } from './exchange.js'

/** A busy machine is not a failure; a program that waits for something is. */
const TIMEOUT = 60_000
const ON_A_FREE_PORT = fileURLToPath(new URL('./on-a-free-port.mjs', import.meta.url))

/**
 * Runs a program of the documentation: to its end, or until the server that it starts has answered a request. It
 * listens on a free port of 127.0.0.1, whatever it asks for.
 *
 * @param untilEnd whether to wait for its end, whatever servers it starts meanwhile
 * @returns what it wrote to stdout, and what went wrong: what it wrote before it failed, that it took too long, or that the server's answer lacks
 *   the `Vary: Origin` of every response
 */
export async function runDocumented(
  file: string,
  timeout = TIMEOUT,
  untilEnd = false,
): Promise<{ error?: string; stdout: string }> {
  const child = spawn(process.execPath, ['--import', ON_A_FREE_PORT, file], {
    env: cleanEnv(),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let stdout = ''
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk
  })
  let stderr = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk
  })
  const ended = new Promise<string | undefined>((resolve) => {
    child.on('close', (code, signal) => resolve(code === 0 ? undefined : `${signal ?? `exit code ${code}`}: ${stderr}`))
  })
  const answered = new Promise<string | undefined>((resolve, reject) => {
    child.on('message', ({ port }: { port: number }) => {
      if (!untilEnd) askServer(port).then(resolve, reject)
    })
  })
  const late = new Promise<string>((resolve) => {
    setTimeout(resolve, timeout, `neither ended nor listened within ${timeout} ms`).unref()
  })
  const error = await Promise.race([ended, answered, late])
  child.kill()
  await ended
  return error === undefined ? { stdout } : { error, stdout }
}

async function askServer(port: number): Promise<string | undefined> {
  const { headers } = await exchange(`http://127.0.0.1:${port}/`, { headers: { origin: 'https://readme.example.com' } })
  return /(^|, ?)(origin|\*)(,|$)/i.test(headers.vary ?? '')
    ? undefined
    : `a server without Vary: Origin: ${headers.vary}`
}
