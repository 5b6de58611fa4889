import { setTimeout as wait } from 'node:timers/promises'
import t from 'tap'
import { Heartbeat } from '../../src/sync/heartbeat.js'
import { gate } from './fake-source.js'

t.test('one that is stopped during its first test asks no more', async (t) => {
  const { promise, open } = gate()
  let asked = 0
  const heartbeat = new Heartbeat(20, () => {
    asked++
    return promise
  })
  const started = heartbeat.start(t.fail)
  heartbeat.stop()
  open()
  await started
  await wait(60)
  t.equal(asked, 1)
})

t.test('tests again in intervals, and tells of a test that fails', async (t) => {
  let asked = 0
  const error = new Error('gone')
  const failure = new Promise<Error>((resolve) => {
    const heartbeat = new Heartbeat(10, () => (++asked < 3 ? Promise.resolve() : Promise.reject(error)))
    t.teardown(() => heartbeat.stop())
    heartbeat.start(resolve).catch(t.fail)
  })
  t.equal(await failure, error)
})
