import { connect, type Socket } from 'node:net'
import { COMMAND_TIMEOUT, type Remote, SCRIPT_TIMEOUT, START_TIMEOUT, within } from './session.js'

/** Runs in the browser's own context, where scripts see all. */
const READ_CONSOLE = `
  const messages = Services.console.getMessageArray()
  Services.console.reset()
  return messages.filter((message) => message instanceof Ci.nsIScriptError).map((message) => message.errorMessage)`

type Pending = (error: unknown, result: unknown) => void

/** A session of Firefox's own protocol: frames of `length:JSON` over TCP, a greeting first. */
export async function openMarionette(port: number): Promise<Remote> {
  const connection = await within(START_TIMEOUT, "Marionette's greeting", greet(port))
  const send = (name: string, params: object) =>
    within(COMMAND_TIMEOUT, `Marionette's ${name}`, connection.command(name, params))
  await send('WebDriver:NewSession', { acceptInsecureCerts: true })
  await send('WebDriver:SetTimeouts', { script: SCRIPT_TIMEOUT, pageLoad: START_TIMEOUT })
  return {
    navigate: async (url) => {
      await send('WebDriver:Navigate', { url })
    },
    // Without a sandbox of its own: what a page has, a script sees as the page itself does.
    runAsync: async (script, args) =>
      ((await send('WebDriver:ExecuteAsyncScript', { script, args, sandbox: null })) as { value: unknown }).value,
    readConsole: async () => {
      await send('Marionette:SetContext', { value: 'chrome' })
      const { value } = (await send('WebDriver:ExecuteScript', { script: READ_CONSOLE, args: [] })) as {
        value: string[]
      }
      await send('Marionette:SetContext', { value: 'content' })
      return value
    },
    close: async () => {
      await connection.command('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {})
      connection.close()
    },
  }
}

/** Waits for the greeting. */
function greet(port: number): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.once('error', reject)
    const connection: Connection = new Connection(socket, () => resolve(connection))
  })
}

class Connection {
  readonly #socket: Socket
  readonly #pending = new Map<number, Pending>()
  #received = Buffer.alloc(0)
  #lastId = 0

  constructor(socket: Socket, onGreeting: () => void) {
    this.#socket = socket
    let greeted = false
    socket.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk])
      for (let frame = this.#nextFrame(); frame !== undefined; frame = this.#nextFrame()) {
        if (greeted) this.#settle(frame as [number, number, unknown, unknown])
        else onGreeting()
        greeted = true
      }
    })
    socket.on('close', () => {
      for (const settle of this.#pending.values()) settle('Marionette has closed the connection', null)
      this.#pending.clear()
    })
  }

  command(name: string, params: object): Promise<unknown> {
    const id = ++this.#lastId
    const text = JSON.stringify([0, id, name, params])
    return new Promise((resolve, reject) => {
      this.#pending.set(id, (error, result) => {
        if (error === null) resolve(result)
        else reject(new Error(`${name}: ${JSON.stringify(error)}`))
      })
      this.#socket.write(`${Buffer.byteLength(text)}:${text}`)
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #nextFrame(): unknown {
    const colon = this.#received.indexOf(':')
    if (colon < 0) return undefined
    const end = colon + 1 + Number(this.#received.toString('latin1', 0, colon))
    if (this.#received.length < end) return undefined
    const frame: unknown = JSON.parse(this.#received.toString('utf8', colon + 1, end))
    this.#received = this.#received.subarray(end)
    return frame
  }

  #settle([, id, error, result]: [number, number, unknown, unknown]): void {
    const settle = this.#pending.get(id)
    this.#pending.delete(id)
    settle?.(error, result)
  }
}
