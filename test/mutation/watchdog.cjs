// @ts-check

/**
 * Loaded into each process that runs tests of a mutant: ends it when it has computed for too long. Stryker would wait
 * several times as long as all tests take, and that for each mutant that makes an endless loop. Processor time does not
 * depend on how busy the machine is.
 */

const { isMainThread, Worker } = require('node:worker_threads')

/** Several times what the longest test takes. */
const MAX_SECONDS = 4

if (isMainThread && process.env['__STRYKER_ACTIVE_MUTANT__'] !== undefined) new Worker(__filename).unref()

if (!isMainThread) {
  setInterval(() => {
    const { user, system } = process.cpuUsage()
    if (user + system > MAX_SECONDS * 1e6) process.kill(process.pid, 'SIGKILL')
  }, 500)
}
