import { connect } from 'node:net'
import type { Readable } from 'node:stream'
import { programPath } from '../../support/programs.js'
import type { Remote } from './session.js'
import { freePort, waitFor } from './wait-for.js'
import { openWebDriver } from './webdriver.js'
import type { Workspace } from './workspace.js'

export const WEBKIT_PROGRAMS = ['WebKitWebDriver', 'MiniBrowser', 'Xvfb']

/** The file descriptor on which Xvfb says which display it took. */
const DISPLAY_FD = 3

/** It has no headless mode, and without a display it hangs. One driver process has one session. */
export async function openWebKit(workspace: Workspace): Promise<Remote> {
  const display = await startDisplay(workspace)
  const port = await freePort()
  const driver = workspace.start(programPath('WebKitWebDriver'), [`--port=${port}`, '--host=127.0.0.1'], {
    DISPLAY: display,
    GDK_BACKEND: 'x11',
    LIBGL_ALWAYS_SOFTWARE: '1',
  })
  await waitFor('WebKitWebDriver', driver, () => listens(port))
  return openWebDriver(port, {
    acceptInsecureCerts: true,
    'webkitgtk:browserOptions': { binary: programPath('MiniBrowser'), args: ['--automation'] },
  })
}

async function startDisplay(workspace: Workspace): Promise<string> {
  const args = ['-displayfd', String(DISPLAY_FD), '-screen', '0', '800x600x24', '-nolisten', 'tcp']
  const server = workspace.start(programPath('Xvfb'), args, {}, 1)
  let text = ''
  ;(server.child.stdio[DISPLAY_FD] as Readable).setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  return waitFor('Xvfb', server, () => (text.endsWith('\n') ? `:${text.trim()}` : undefined))
}

function listens(port: number): Promise<true | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.once('connect', () => resolve(true)).once('error', () => resolve(undefined))
    socket.once('connect', () => socket.destroy())
  })
}
