import { fileURLToPath } from 'node:url'
import { COMMAND_WORDS } from '../text/command.js'
import { readText } from './files.js'
import type { Io } from './io.js'
import { listenOnLoopback, pageServer } from './page-server.js'
import { parseCommand } from './parse-command.js'
import { PLAYGROUND_PORT } from './playground-link.js'
import { UsageError } from './usage-error.js'

const OPTIONS = {
  port: { type: 'string' },
  file: { type: 'boolean' },
} as const

/** The same path from src/cli as from the folders of dist. */
const PAGE = fileURLToPath(new URL('../../dist/playground.html', import.meta.url))
const MAX_PORT = 65_535

/**
 * `cors-policy playground`: serves the page on loopback until the user stops it.
 *
 * @param page the HTML file
 * @returns 0
 */
export async function playground(args: readonly string[], io: Io, page = PAGE): Promise<number> {
  const { values, positionals } = parseCommand('playground', args, OPTIONS)
  const [argument] = positionals
  if (argument !== undefined) throw new UsageError({ code: 'playground-argument', argument })
  const html = await readPage(page, io)
  if (values.file === true) {
    io.stdout.write(`${page}\n`)
    return 0
  }
  const server = pageServer(html)
  const port = await listenOnLoopback(server, parsePort(values.port))
  io.stdout.write(`${COMMAND_WORDS.playgroundAt(`http://127.0.0.1:${port}/`)}\n`)
  await io.untilStopped?.()
  server.close()
  server.closeAllConnections()
  return 0
}

async function readPage(file: string, io: Io): Promise<string> {
  try {
    return await readText(file, io)
  } catch (error) {
    // A checkout has no page before it is built.
    if (error instanceof UsageError && error.fault.code === 'file-missing') {
      throw new UsageError({ code: 'page-missing', file })
    }
    throw error
  }
}

function parsePort(text: string | undefined): number {
  if (text === undefined) return PLAYGROUND_PORT
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= MAX_PORT) return port
  throw new UsageError({ code: 'port-invalid', value: text })
}
