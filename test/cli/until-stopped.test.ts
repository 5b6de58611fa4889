import t from 'tap'
import { untilStopped } from '../../src/cli/until-stopped.js'

t.test('either signal', async (t) => {
  // To wait for a signal keeps no process alive; a server does.
  const alive = setInterval(() => {}, 1000)
  t.teardown(() => clearInterval(alive))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const before = process.listenerCount(signal)
    const stopped = untilStopped()
    t.equal(process.listenerCount(signal), before + 1)
    process.kill(process.pid, signal)
    await stopped
    t.equal(process.listenerCount(signal), before, 'a second one ends the process')
  }
})
