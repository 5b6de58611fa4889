import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'
import { cleanEnv } from '../support/child.js'
import type { Address } from '../support/client.js'
import type { Command, Reply } from './server.js'

/** The server's process, from outside. */
export class Child {
  readonly #process: ChildProcess
  readonly #waiting = new Map<Reply['kind'], { resolve(reply: Reply): void; reject(error: Error): void }>()
  readonly #ended: Promise<unknown>
  #stderr = ''
  #requested = 0
  #confirmed = 0

  /** @param name of a server of the contract tests */
  constructor(t: Test, name: string) {
    const file = fileURLToPath(new URL('server.ts', import.meta.url))
    this.#process = spawn(process.execPath, ['--expose-gc', ...process.execArgv, file, name], {
      env: cleanEnv(),
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.#process.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      this.#stderr += chunk
    })
    this.#process.on('message', (reply: Reply) => this.#receive(reply))
    this.#ended = new Promise((resolve) => this.#process.on('close', resolve))
    this.#ended.then((code) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`ended with ${code}: ${this.#stderr}`))
    })
    t.teardown(() => {
      this.#process.kill('SIGKILL')
      return this.#ended
    })
  }

  /** All that it has written to stderr. */
  get stderr(): string {
    return this.#stderr
  }

  /** The last version that is in force for sure. */
  get confirmed(): number {
    return this.#confirmed
  }

  /** The last version that may be in force. */
  get requested(): number {
    return this.#requested
  }

  async listening(): Promise<Address> {
    return ((await this.#next('listening')) as Reply & { kind: 'listening' }).address
  }

  /** Puts the next version in force. */
  async replace(): Promise<void> {
    const replaced = this.#next('replaced')
    this.#tell({ kind: 'replace', index: ++this.#requested })
    await replaced
  }

  async heap(): Promise<number> {
    const heap = this.#next('heap')
    this.#tell({ kind: 'heap' })
    return ((await heap) as Reply & { kind: 'heap' }).used
  }

  /** Closes the server. @returns the exit code of the process */
  async close(): Promise<unknown> {
    const closed = this.#next('closed')
    this.#tell({ kind: 'close' })
    await closed
    return this.#ended
  }

  #tell(command: Command): void {
    this.#process.send(command)
  }

  #next(kind: Reply['kind']): Promise<Reply> {
    return new Promise((resolve, reject) => this.#waiting.set(kind, { resolve, reject }))
  }

  #receive(reply: Reply): void {
    if (reply.kind === 'replaced') this.#confirmed = reply.index
    const waiting = this.#waiting.get(reply.kind)
    this.#waiting.delete(reply.kind)
    waiting?.resolve(reply)
  }
}
