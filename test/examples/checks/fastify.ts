import { writeFileSync } from 'node:fs'
import { get, type IncomingHttpHeaders } from 'node:http'
import { join } from 'node:path'
import type { Test } from 'tap'
import { corsFields } from '../../support/cors-fields.js'
import { exchange } from '../../support/exchange.js'
import { allowed, from, NONE, preflight } from '../../support/server-example.js'
import { startNode } from '../../support/start.js'
import { APP, answers, OTHER, until } from './answers.js'

/** Checks of the examples that use Fastify. */

const ADMIN = 'https://admin.example.com'

export async function checkRoutePolicies(t: Test, folder: string): Promise<void> {
  const { url } = await startNode(t, [join(folder, 'route-policies.mjs')])
  const anybody = { vary: 'Origin', 'allow-origin': '*' }
  const told = { ...allowed(APP), 'allow-methods': 'PUT', 'allow-headers': 'content-type' }
  await answers(t, url, [
    ['default', '/profile', from(APP), 200, allowed(APP)],
    ['default, other', '/profile', from(OTHER), 200, NONE],
    ['default, no Origin', '/profile', {}, 200, NONE],
    ['default, preflight', '/profile', preflight(APP, 'PUT', 'content-type'), 204, told],
    ['default, preflight of the admin', '/profile', preflight(ADMIN, 'PUT'), 403, NONE],
    ['by name', '/prices', from(OTHER), 200, anybody],
    ['by name, no Origin', '/prices', {}, 200, anybody],
    ['by name, preflight', '/prices', preflight(OTHER, 'GET', 'x-a'), 204, { ...anybody, 'max-age': '86400' }],
    ['its own', '/profile', from(ADMIN, 'DELETE'), 204, allowed(ADMIN)],
    ['its own, the app', '/profile', from(APP, 'DELETE'), 204, NONE],
    [
      'its own, preflight',
      '/profile',
      preflight(ADMIN, 'DELETE'),
      204,
      { ...allowed(ADMIN), 'allow-methods': 'DELETE' },
    ],
    ['its own, preflight of the app', '/profile', preflight(APP, 'DELETE'), 403, NONE],
    ['none', '/webhooks/payment', from(APP, 'POST'), 200, NONE],
    ['none, preflight', '/webhooks/payment', preflight(APP, 'POST'), 404, NONE],
  ])
}

export async function checkLiveReload(t: Test, folder: string): Promise<void> {
  const file = join(t.testdir(), 'cors.json')
  const write = (text: string) => writeFileSync(file, text)
  const listing = (origin: string) => JSON.stringify({ origins: [origin], credentials: true })
  write(listing(APP))
  const { url, stderr } = await startNode(t, [join(folder, 'live-reload.mjs')], { env: { CORS_FILE: file } })
  const onlyFor = (allowedOrigin: string, refused: string) =>
    answers(t, url, [
      [`${allowedOrigin} is allowed`, '/orders', from(allowedOrigin), 200, allowed(allowedOrigin)],
      [`${refused} is not`, '/orders', from(refused), 200, NONE],
    ])
  await onlyFor(APP, ADMIN)
  write('{ "origins": [')
  await until(() => stderr().includes('SyntaxError'), 'what is no JSON is logged')
  await onlyFor(APP, ADMIN)
  write(listing(`${ADMIN}/`))
  await until(() => stderr().includes('origin-not-canonical'), 'a bad policy is logged')
  await onlyFor(APP, ADMIN)
  write(listing(ADMIN))
  const isNew = async () => corsFields((await exchange(`${url}/orders`, from(ADMIN))).headers)['allow-origin'] === ADMIN
  await until(isNew, 'the new policy')
  await onlyFor(ADMIN, APP)
}

export async function checkServerSentEvents(t: Test, folder: string): Promise<void> {
  const { url } = await startNode(t, [join(folder, 'server-sent-events.mjs')])
  for (const [origin, fields] of [
    [APP, allowed(APP)],
    [OTHER, NONE],
  ] as const) {
    const { headers, events } = await readEvents(`${url}/clock`, { origin, 'last-event-id': '41' }, 2)
    t.equal(headers['content-type'], 'text/event-stream')
    t.strictSame(corsFields(headers), fields, origin)
    for (const [i, event] of events.entries()) t.match(event, new RegExp(`^id: ${42 + i}\ndata: \\d{4}-.*Z$`))
  }
  await answers(t, url, [['404', '/nowhere', from(APP), 404, allowed(APP)]])
}

/** Reads some events of a stream, which it then leaves. */
function readEvents(
  url: string,
  headers: Readonly<Record<string, string>>,
  count: number,
): Promise<{ headers: IncomingHttpHeaders; events: string[] }> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
        const events = text.split('\n\n')
        if (events.length <= count) return
        resolve({ headers: response.headers, events: events.slice(0, count) })
        request.destroy()
      })
      response.on('error', reject).on('end', () => reject(new Error(`the stream has ended: ${text}`)))
    })
    request.on('error', reject)
  })
}

export async function checkDiagnostics(t: Test, folder: string): Promise<void> {
  const { url } = await startNode(t, [join(folder, 'diagnostics.mjs')])
  const readable = { vary: 'Origin', 'allow-origin': APP }
  await answers(t, url, [
    ['allowed', '/orders', from(APP), 200, readable],
    ['preflight', '/orders', preflight(APP, 'PUT'), 204, { ...readable, 'allow-methods': 'PUT' }],
    ['no Origin', '/orders', {}, 200, NONE],
    ['other', '/orders', from(OTHER), 200, NONE],
    ['preflight, other', '/orders', preflight(OTHER, 'PUT'), 403, NONE],
    ['null', '/orders', from('null'), 200, NONE],
    ['malformed', '/orders', from(`${APP}/`), 200, NONE],
  ])
  const { body, headers } = await exchange(`${url}/refused-origins`, from(APP))
  t.strictSame(corsFields(headers), NONE)
  t.strictSame(JSON.parse(body), {
    [`origin-not-allowed "${OTHER}"`]: 2,
    'origin-null "null"': 1,
    [`origin-malformed "${APP}/"`]: 1,
  })
  for (let i = 0; i < 120; i++) await exchange(`${url}/orders`, from(`https://${i}.example.com`))
  const after = JSON.parse((await exchange(`${url}/refused-origins`)).body) as object
  t.equal(Object.keys(after).length, 100, 'bounded')
}
