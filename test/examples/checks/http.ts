import { join } from 'node:path'
import type { Test } from 'tap'
import { makeCertificate } from '../../support/certificate.js'
import { send } from '../../support/client.js'
import { exchange } from '../../support/exchange.js'
import { fieldsOf } from '../../support/fields-of.js'
import { allowed, from, NONE, preflight, put, type Row } from '../../support/server-example.js'
import { startNode } from '../../support/start.js'
import { APP, answers, OTHER } from './answers.js'

/** Checks of the examples that answer requests over HTTP, and that is all. */

const ANYBODY = { vary: 'Origin', 'allow-origin': '*' }

export async function checkExpress(t: Test, folder: string): Promise<void> {
  const { url } = await startNode(t, [join(folder, 'express.mjs')])
  const told = { ...allowed(APP), 'allow-methods': 'PUT', 'allow-headers': 'content-type', 'max-age': '600' }
  const malformed = { ...put(APP), body: '{' }
  await answers(t, url, [
    ['no Origin', '/notes/1', {}, 200, NONE],
    ['allowed', '/notes/1', from(APP), 200, allowed(APP)],
    ['other', '/notes/1', from(OTHER), 200, NONE],
    ['404', '/notes/9', from(APP), 404, allowed(APP)],
    ['404 of Express', '/nowhere', from(APP), 404, allowed(APP)],
    ['PUT', '/notes/2', put(APP), 204, allowed(APP)],
    ['400 of the body parser', '/notes/2', malformed, 400, allowed(APP)],
    ['preflight', '/notes/2', preflight(APP, 'PUT', 'content-type'), 204, told],
    ['preflight, other', '/notes/2', preflight(OTHER, 'PUT'), 403, NONE],
    ['for anybody', '/status', from(OTHER), 200, ANYBODY],
    ['preflight for what is for anybody', '/status', preflight(OTHER, 'PUT'), 403, NONE],
  ])
  t.equal((await exchange(`${url}/notes/2`)).body, '{"name":"new"}')
}

export async function checkNodeHttp(t: Test, folder: string): Promise<void> {
  const { url } = await startNode(t, [join(folder, 'node-http.mjs')])
  const readable = { vary: 'Origin', 'allow-origin': APP, 'expose-headers': 'x-request-id' }
  const preview = 'https://pr-7.preview.example.com'
  await answers(t, url, [
    ['no Origin', '/time', {}, 200, NONE],
    ['allowed', '/time', from(APP), 200, readable],
    ['a preview', '/time', from(preview), 200, { ...readable, 'allow-origin': preview }],
    ['other', '/time', from(OTHER), 200, NONE],
    ['DELETE', '/cache', from(APP, 'DELETE'), 204, readable],
    ['404', '/nowhere', from(APP), 404, readable],
    [
      'preflight',
      '/cache',
      preflight(APP, 'DELETE'),
      204,
      { vary: 'Origin', 'allow-origin': APP, 'allow-methods': 'DELETE' },
    ],
    ['preflight, other', '/cache', preflight(OTHER, 'DELETE'), 403, NONE],
  ])
  const { body, headers } = await exchange(`${url}/time`)
  t.ok(Date.parse((JSON.parse(body) as { now: string }).now) > 0)
  t.match(headers['x-request-id'], /^[\da-f-]{36}$/)
}

export async function checkHttp2(t: Test, folder: string): Promise<void> {
  const { key, cert } = await makeCertificate()
  const files = t.testdir({ 'key.pem': key, 'cert.pem': cert })
  const env = { TLS_KEY: join(files, 'key.pem'), TLS_CERT: join(files, 'cert.pem') }
  const { url } = await startNode(t, [join(folder, 'http2.mjs')], { env })
  const port = Number(new URL(url).port)
  for (const [protocol, version] of [
    ['h2', '2.0'],
    ['https', '1.1'],
  ] as const) {
    const ask = async (sent: Row[2]) => {
      const { status, lines, body } = await send({ protocol, port }, { method: 'GET', path: '/', ...sent })
      return [status, fieldsOf({ status, lines, body }), body]
    }
    const told = { ...allowed(APP), 'allow-headers': 'content-type' }
    t.strictSame(await ask({}), [200, NONE, `HTTP/${version}`], `${protocol}: no Origin`)
    t.strictSame(await ask(from(APP)), [200, allowed(APP), `HTTP/${version}`], `${protocol}: allowed`)
    t.strictSame(await ask(from(OTHER)), [200, NONE, `HTTP/${version}`], `${protocol}: other`)
    t.strictSame(await ask(preflight(APP, 'POST', 'content-type')), [204, told, ''], `${protocol}: preflight`)
    t.strictSame(await ask(preflight(OTHER, 'POST')), [403, NONE, ''], `${protocol}: preflight, other`)
  }
}

/** Node has no server of that shape. On the runtimes that have one, the example runs as well: test/runtimes. */
export async function checkFetch(t: Test, folder: string): Promise<void> {
  const program = `
    import { serve } from '@hono/node-server'
    import app from './fetch.mjs'
    serve({ ...app, hostname: '127.0.0.1', port: 0 }, ({ port }) => console.log('http://127.0.0.1:' + port))
  `
  const { url } = await startNode(t, ['--input-type=module', '--eval', program], { cwd: folder })
  await answersOfFetch(t, url)
}

/** Checks the answers of fetch.mjs, on whatever runtime it runs. */
export async function answersOfFetch(t: Test, url: string): Promise<void> {
  const readable = { vary: 'Origin', 'allow-origin': APP, 'expose-headers': 'x-served-by' }
  const told = { vary: 'Origin', 'allow-origin': APP, 'allow-headers': 'content-type', 'max-age': '600' }
  await answers(t, url, [
    ['no Origin', '/greeting', {}, 200, NONE],
    ['allowed', '/greeting', from(APP), 200, readable],
    ['other', '/greeting', from(OTHER), 200, NONE],
    ['POST', '/echo', { ...from(APP, 'POST'), body: 'x' }, 200, readable],
    ['404', '/nowhere', from(APP), 404, readable],
    ['preflight', '/echo', preflight(APP, 'POST', 'content-type'), 204, told],
    ['preflight, other', '/echo', preflight(OTHER, 'POST'), 403, NONE],
  ])
  t.equal((await exchange(`${url}/echo`, { method: 'POST', body: 'hello' })).body, 'hello')
}

export async function checkHono(t: Test, folder: string): Promise<void> {
  const { url } = await startNode(t, [join(folder, 'hono.mjs')])
  const told = { ...allowed(APP), 'allow-methods': 'DELETE', 'allow-headers': 'authorization' }
  await answers(t, url, [
    ['no Origin', '/books/1', {}, 200, NONE],
    ['allowed', '/books/1', from(APP), 200, allowed(APP)],
    ['other', '/books/1', from(OTHER), 200, NONE],
    ['DELETE', '/books/1', from(APP, 'DELETE'), 204, allowed(APP)],
    ['404', '/nowhere', from(APP), 404, allowed(APP)],
    ['an error', '/broken', from(APP), 500, allowed(APP)],
    ['preflight', '/books/1', preflight(APP, 'DELETE', 'authorization'), 204, told],
    ['preflight, other', '/books/1', preflight(OTHER, 'DELETE'), 403, NONE],
  ])
}
