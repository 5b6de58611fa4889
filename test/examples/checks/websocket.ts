import { join } from 'node:path'
import type { Test } from 'tap'
import { WebSocket } from 'ws'
import { allowed, from, NONE } from '../../support/server-example.js'
import { startNode } from '../../support/start.js'
import { APP, answers, OTHER } from './answers.js'

export async function checkWebSocket(t: Test, folder: string): Promise<void> {
  const { url, stderr } = await startNode(t, [join(folder, 'websocket.mjs')])
  t.equal(await say(url, 'hello', APP), 'You said hello')
  t.equal(await say(url, 'hello', 'http://localhost:5173'), 'You said hello', 'a pattern')
  t.equal(await say(url, 'hello', url), 'You said hello', "the server's own page")
  t.equal(await say(url, 'hello', `${url}0`), 403, 'another port')
  t.equal(await say(url, 'hello', OTHER), 403, 'another origin')
  t.equal(await say(url, 'hello', 'null'), 403, 'null')
  t.equal(await say(url, 'hello'), 403, 'no browser')
  await answers(t, url, [
    ['HTTP, allowed', '/', from(APP), 200, allowed(APP)],
    ['HTTP, other', '/', from(OTHER), 200, NONE],
  ])
  t.equal(stderr(), '')
}

/** What a WebSocket server answers: a message, or the status with which it refuses the handshake. */
function say(url: string, text: string, origin?: string): Promise<string | number | undefined> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url.replace('http:', 'ws:'), origin === undefined ? {} : { origin })
    socket.on('unexpected-response', (request, { statusCode }) => {
      resolve(statusCode)
      request.destroy()
    })
    socket.on('error', reject)
    socket.on('open', () => socket.send(text))
    socket.on('message', (data) => {
      resolve(String(data))
      socket.close()
    })
  })
}
