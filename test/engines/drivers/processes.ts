import type { ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** How often, and at what distance in milliseconds, it is looked whether processes have ended. */
const LOOKS = 50
const BETWEEN_LOOKS = 100

/**
 * Ends programs and all that they started: their process groups, and whatever else has to do with their folder, since
 * browsers give some of their processes a group of their own.
 */
export async function endProcesses(children: readonly ChildProcess[], folder: string): Promise<void> {
  signalAll(children, folder, 'SIGTERM')
  for (let i = 0; i < LOOKS && anyRuns(children, folder); i++) await wait(BETWEEN_LOOKS)
  killProcesses(children, folder)
  for (let i = 0; i < LOOKS && anyRuns(children, folder); i++) await wait(BETWEEN_LOOKS)
}

/** The same at once, for when the test itself ends. */
export function killProcesses(children: readonly ChildProcess[], folder: string): void {
  signalAll(children, folder, 'SIGKILL')
}

function anyRuns(children: readonly ChildProcess[], folder: string): boolean {
  return children.some(isRunning) || processesOf(folder).length > 0
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null
}

function signalAll(children: readonly ChildProcess[], folder: string, signal: NodeJS.Signals): void {
  // A group's number may be given to another one as soon as its leader is gone and collected.
  for (const child of children) if (isRunning(child)) signalOne(-Number(child.pid), signal)
  for (const pid of processesOf(folder)) signalOne(pid, signal)
}

function signalOne(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended in the meantime.
  }
}

/**
 * The processes that have the folder for a home, or name it in their command line: Chromium writes over its environment.
 * None where the system has no /proc.
 */
export function processesOf(folder: string): number[] {
  return pids().filter((pid) => {
    try {
      const isHome = read(pid, 'environ').split('\0').includes(`HOME=${folder}`)
      return (isHome || read(pid, 'cmdline').includes(`${folder}/`)) && !isZombie(pid)
    } catch {
      // It has ended in the meantime, or is somebody else's.
      return false
    }
  })
}

function isZombie(pid: number): boolean {
  return /^State:\s+Z/m.test(read(pid, 'status'))
}

function read(pid: number, file: 'cmdline' | 'environ' | 'status'): string {
  return readFileSync(`/proc/${pid}/${file}`, 'utf8')
}

function pids(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger)
  } catch {
    return []
  }
}
