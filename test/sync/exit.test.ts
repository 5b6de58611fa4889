import { fileURLToPath } from 'node:url'
import t from 'tap'
import { runNode } from '../support/child.js'
import { testWithPrograms } from '../support/programs.js'
import { startPostgres, startRedis } from './servers.js'

/** A process that follows a source ends when its work is done, and at nothing that a source does. */

const HEAD = `
  import { livePolicy } from 'cors-policy'
  import { followOrigins, postgresOrigins, redisOrigins } from 'cors-policy/sync'
  const policy = livePolicy({ origins: [], credentials: true })
`

async function run(program: string) {
  const cwd = fileURLToPath(new URL('../..', import.meta.url))
  const { code, stdout, stderr } = await runNode(['--input-type=module', '--eval', HEAD + program], { cwd })
  return { code, stdout: stdout.trim(), stderr }
}

t.setTimeout(120_000)

t.test('timers do not keep a process running', async (t) => {
  const ended = await run(`
    await followOrigins(policy, { load: () => ['https://a.example'] }, { every: 1000, maxStale: 1000 })
    console.log(policy.origins.size)
  `)
  t.strictSame(ended, { code: 0, stdout: '1', stderr: '' })
})

t.test('a lost source does not keep a process running', async (t) => {
  const { code, stdout } = await run(`
    const source = { load: () => [], changes: async function* () { throw new Error('lost') } }
    await followOrigins(policy, source, { maxStale: 60_000, onError: ({ message }) => console.log(message) })
  `)
  t.equal(code, 0)
  t.match(stdout, /^lost/)
})

t.test('a start that fails is an error like any other', async (t) => {
  const { code, stdout, stderr } = await run(`
    await followOrigins(policy, { load: () => { throw new Error('down') } }).catch(({ message }) => console.log(message))
  `)
  t.strictSame([code, stdout, stderr], [0, 'down', ''])
})

testWithPrograms('after close, nothing of PostgreSQL is left', ['postgres', 'initdb'], 60_000, async (t) => {
  const { port } = await startPostgres(t)
  const ended = await run(`
    import pg from 'pg'
    const pool = new pg.Pool({ host: '127.0.0.1', port: ${port}, user: 'test', database: 'postgres' })
    const source = postgresOrigins({ pool, query: "select 'https://a.example'", channel: 'c' })
    const following = await followOrigins(policy, source)
    await following.close()
    await pool.end()
    console.log(policy.origins.size)
  `)
  t.strictSame(ended, { code: 0, stdout: '1', stderr: '' })
})

testWithPrograms('after close, nothing of Redis is left', ['redis-server'], 60_000, async (t) => {
  const { port } = await startRedis(t)
  const ended = await run(`
    import { createClient } from 'redis'
    const client = createClient({ url: 'redis://127.0.0.1:${port}' })
    await client.connect()
    await client.sAdd('k', 'https://a.example')
    const following = await followOrigins(policy, redisOrigins({ client, key: 'k', channel: 'c' }))
    await following.close()
    await client.close()
    console.log(policy.origins.size)
  `)
  t.strictSame(ended, { code: 0, stdout: '1', stderr: '' })
})
