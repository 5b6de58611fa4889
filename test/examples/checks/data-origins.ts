import { join } from 'node:path'
import type { Test } from 'tap'
import { corsFields } from '../../support/cors-fields.js'
import { exchange } from '../../support/exchange.js'
import { findProgram } from '../../support/programs.js'
import { allowed, from, NONE, preflight } from '../../support/server-example.js'
import { startNode } from '../../support/start.js'
import { type Bed, makePostgres, makeRedis } from '../../sync/beds.js'
import { APP, answers, OTHER, until } from './answers.js'

const SHOP = 'https://shop.example'

/** Without its database, an example cannot be run. In CI that is a failure. */
function isMissing(t: Test, program: string): boolean {
  if (findProgram(program) !== undefined) return false
  const why = `not installed: ${program} (.ci/install-programs does so on Debian)`
  if (process.env['CI'] === undefined || process.env['CI'] === 'false') t.comment(why)
  else t.fail(why)
  return true
}

async function checkFollowing(t: Test, bed: Bed, url: string): Promise<void> {
  const isAllowed = async () => corsFields((await exchange(`${url}/`, from(SHOP))).headers)['allow-origin'] === SHOP
  await answers(t, url, [
    ['our own', '/', from(APP), 200, allowed(APP)],
    ['no row yet', '/', from(SHOP), 200, NONE],
  ])
  await bed.insert(SHOP, 'typo')
  await until(isAllowed, 'the row')
  await answers(t, url, [
    ['a row', '/', from(SHOP), 200, allowed(SHOP)],
    ['other', '/', from(OTHER), 200, NONE],
    [
      'preflight',
      '/',
      preflight(SHOP, 'GET', 'content-type'),
      204,
      { ...allowed(SHOP), 'allow-headers': 'content-type' },
    ],
  ])
  await bed.remove(SHOP)
  await until(async () => !(await isAllowed()), 'the row is gone')
}

export async function checkPostgres(t: Test, folder: string): Promise<void> {
  if (isMissing(t, 'postgres')) return
  const bed = await makePostgres(t)
  const env = { DATABASE_URL: `postgres://test@127.0.0.1:${bed.database.port}/postgres` }
  const { url } = await startNode(t, [join(folder, 'data-origins-postgres.mjs')], { env })
  await checkFollowing(t, bed, url)
  t.match(await exchange(`${url}/health`), { status: 200, body: '0 rows' })
  await bed.database.kill()
  await until(async () => (await exchange(`${url}/health`)).status === 503, 'not healthy')
}

export async function checkRedis(t: Test, folder: string): Promise<void> {
  if (isMissing(t, 'redis-server')) return
  const bed = await makeRedis(t)
  const env = { REDIS_URL: `redis://127.0.0.1:${bed.database.port}` }
  const { url } = await startNode(t, [join(folder, 'data-origins-redis.mjs')], { env })
  await checkFollowing(t, bed, url)
}

export async function checkTenants(t: Test, folder: string): Promise<void> {
  const { url } = await startNode(t, [join(folder, 'tenants.mjs')])
  const acme = 'https://acme.example'
  const globex = 'https://globex.example'
  const at = (host: string, sent: ReturnType<typeof from>) => ({
    ...sent,
    headers: { ...sent.headers, host: `${host}.api.example` },
  })
  await answers(t, url, [
    ['its own', '/', at('acme', from(acme)), 200, allowed(acme)],
    ['its own, the other', '/', at('globex', from(globex)), 200, allowed(globex)],
    ["another tenant's", '/', at('globex', from(acme)), 200, NONE],
    ["another tenant's, to write", '/', at('globex', from(acme, 'POST')), 403, NONE],
    ["another tenant's, preflight", '/', at('globex', preflight(acme, 'PUT')), 403, NONE],
    ['preflight', '/', at('acme', preflight(acme, 'PUT')), 204, { ...allowed(acme), 'allow-methods': 'PUT' }],
    ['a host that nobody has', '/', at('initech', from(acme)), 200, NONE],
    ['a host that nobody has, to write', '/', at('initech', from(acme, 'POST')), 403, NONE],
    ['a host that nobody has, preflight', '/', at('initech', preflight(acme, 'PUT')), 403, NONE],
  ])
}
