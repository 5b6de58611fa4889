import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cleanEnv } from '../../support/child.js'
import { endProcesses, killProcesses } from './processes.js'

/** Of what a program writes, so much is kept for a message about its failure. */
const KEPT_OUTPUT = 4000
/** Those that end a test from outside. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

export interface Program {
  readonly child: ChildProcess
  /** The last of what it wrote. */
  output(): string
  /** Fails when it ends. */
  readonly ended: Promise<never>
}

/** A folder of its own for a browser or a server, and the processes that run in it. Nothing is left of either. */
export class Workspace {
  readonly folder: string
  readonly #children: ChildProcess[] = []
  /** For when the test itself is ended before it could tidy up. */
  readonly #onExit = () => {
    killProcesses(this.#children, this.folder)
    rmSync(this.folder, { recursive: true, force: true })
  }
  readonly #onSignal = (signal: NodeJS.Signals) => {
    this.#onExit()
    process.kill(process.pid, signal)
  }

  private constructor(folder: string) {
    this.folder = folder
    process.once('exit', this.#onExit)
    for (const signal of SIGNALS) process.once(signal, this.#onSignal)
  }

  static async create(): Promise<Workspace> {
    return new Workspace(await mkdtemp(join(tmpdir(), 'cors-')))
  }

  /**
   * Starts a program in a process group of its own. Its home is the folder, so that it finds and leaves no settings.
   *
   * @param extraPipes how many further file descriptors, from 3, are pipes
   */
  start(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}, extraPipes = 0): Program {
    const { folder } = this
    const child = spawn(command, args, {
      detached: true,
      cwd: folder,
      env: cleanEnv({ HOME: folder, TMPDIR: folder, XDG_RUNTIME_DIR: folder, ...SILENT, ...env }),
      stdio: ['ignore', 'pipe', 'pipe', ...Array.from({ length: extraPipes }, () => 'pipe' as const)],
    })
    this.#children.push(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        output = (output + chunk).slice(-KEPT_OUTPUT)
      })
    }
    const ended = new Promise<never>((_, reject) => {
      child.once('error', reject)
      child.once('exit', (code, signal) => {
        reject(new Error(`${command} has ended (${signal ?? code}): ${output}`))
      })
    })
    // A caller that waits for it sees a failure; ending on request is not one.
    ended.catch(() => {})
    return { child, output: () => output, ended }
  }

  async end(): Promise<void> {
    await endProcesses(this.#children, this.folder)
    process.removeListener('exit', this.#onExit)
    for (const signal of SIGNALS) process.removeListener(signal, this.#onSignal)
    await rm(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

/** No accessibility bus, and no session bus: both would outlive the browser. */
const SILENT = { NO_AT_BRIDGE: '1', GTK_A11Y: 'none', DBUS_SESSION_BUS_ADDRESS: 'disabled:' }
