import t from 'tap'
import { limited, orAborted, untilAborted } from '../../src/sync/limited.js'

t.test('asks nothing if the signal is already aborted', async (t) => {
  const reason = new Error('closed')
  const signal = AbortSignal.abort(reason)
  let asked = false
  const ask = () => {
    asked = true
    return 1
  }
  t.equal(await limited('load', 1000, signal, ask).catch((error: unknown) => error), reason)
  t.equal(asked, false)
  const never = new Promise<never>(() => {})
  t.equal(await orAborted(never, signal).catch((error: unknown) => error), reason)
})

t.test('a stream of rows keeps no earlier rows in memory', async (t) => {
  const { signal } = new AbortController()
  async function* many() {
    for (let i = 0; i < 1000; i++) yield i
  }
  let listeners = 0
  const add = signal.addEventListener.bind(signal)
  signal.addEventListener = (...args: Parameters<typeof add>) => {
    listeners++
    add(...args)
  }
  const rows: unknown[] = []
  for await (const row of untilAborted(many(), signal)) rows.push(row)
  t.strictSame([rows.length, listeners], [1000, 1])
})

t.test('rows stop where the signal is aborted', async (t) => {
  const controller = new AbortController()
  const rows: unknown[] = []
  const read = async () => {
    for await (const row of untilAborted([1, 2, 3], controller.signal)) {
      rows.push(row)
      controller.abort(new Error('enough'))
    }
  }
  await t.rejects(read(), { message: 'enough' })
  t.strictSame(rows, [1])
})
