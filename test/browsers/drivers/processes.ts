import type { ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** How often, and at what distance in milliseconds, it is looked whether processes have ended. */
const LOOKS = 50
const BETWEEN_LOOKS = 100

/**
 * Ends programs and all that they started: their process groups, and whatever else has their folder for a home, since
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

/** The processes with that home; none where the system has no /proc. */
export function processesOf(folder: string): number[] {
  return pids().filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`HOME=${folder}`) && !isZombie(pid)
    } catch {
      return false
    }
  })
}

function isZombie(pid: number): boolean {
  return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
}

function pids(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger)
  } catch {
    return []
  }
}
