import { request } from 'node:http'
import { COMMAND_TIMEOUT, type Remote, SCRIPT_TIMEOUT, START_TIMEOUT, within } from './session.js'

/** With what only some drivers know. */
export interface WebDriver extends Remote {
  send(name: string, body: object): Promise<unknown>
}

/** A session of the W3C WebDriver protocol: https://www.w3.org/TR/webdriver2/. */
export async function openWebDriver(port: number, capabilities: object): Promise<WebDriver> {
  const opened = await within(
    START_TIMEOUT,
    'a WebDriver session',
    command(port, 'POST', '/session', { capabilities: { alwaysMatch: capabilities } }),
  )
  const path = `/session/${(opened as { sessionId: string }).sessionId}`
  const send = (name: string, body: object) =>
    within(COMMAND_TIMEOUT, `WebDriver's ${name}`, command(port, 'POST', `${path}/${name}`, body))
  await send('timeouts', { script: SCRIPT_TIMEOUT, pageLoad: START_TIMEOUT })
  return {
    send,
    navigate: async (url) => {
      await send('url', { url })
    },
    runAsync: (script, args) => send('execute/async', { script, args }),
    close: async () => {
      await within(START_TIMEOUT, 'the end of a WebDriver session', command(port, 'DELETE', path))
    },
  }
}

/** @returns the `value` of the answer */
function command(port: number, method: string, path: string, body?: object): Promise<unknown> {
  const text = body === undefined ? undefined : JSON.stringify(body)
  const headers =
    text === undefined
      ? {}
      : { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) }
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      let json = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        json += chunk
      })
      response.on('error', reject).on('end', () => {
        const failed = `${method} ${path}: ${response.statusCode} ${json}`
        if (response.statusCode === 200) resolve(parseValue(json))
        else reject(new Error(failed))
      })
    })
    sent.on('error', reject).end(text)
  })
}

function parseValue(json: string): unknown {
  return (JSON.parse(json) as { value: unknown }).value
}
