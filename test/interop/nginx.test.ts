import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import type { CorsConfig } from '../../src/config/types.js'
import { toNginx } from '../../src/interop/to-nginx.js'
import { compilePolicy } from '../../src/policy/compile-policy.js'
import { Random } from '../config/fixtures/random.js'
import { APP, actual, behaviours, config, EVIL, rows } from '../contract/table.js'
import { type ClientRequest, send } from '../support/client.js'
import { programPath, testWithPrograms } from '../support/programs.js'
import { serve } from '../support/serve.js'
import { briefProblems } from './support.js'

/** Where nginx and the adapters do not say the same, and why. Nothing else may differ. */
const DIFFERENCES = {
  'Vary on a line of its own':
    'nginx appends a field line to what the app says; RFC 9110 section 5.3 makes no difference between lines and a list',
  'a body with 403':
    'nginx sends the error page of a refusal, in which nothing is but the status; a browser shows it to no script',
}

/** An app without CORS, with the behaviour of the request table. */
function createApp(onRun: () => void): Server {
  return createServer((request, response) => {
    const path = request.url ?? ''
    if (path === '/nowhere') return response.writeHead(404).end()
    onRun()
    if (path === '/throws' || path === '/throws-later') return response.writeHead(500).end('no')
    if (path === '/stream') return response.write('o') && response.end('k')
    const { status, headers, body } = behaviours[path] ?? { status: 200, headers: {}, body: 'ok' }
    return response.writeHead(status, headers).end(body)
  })
}

/** A port that was free a moment ago: nginx cannot be asked for one. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Starts nginx with the snippet in front of the app, and ends it with the test. */
async function startNginx(
  t: Test,
  policy: CorsConfig,
  upstream: number,
  locations: Readonly<Record<string, CorsConfig>> = {},
): Promise<number> {
  const folder = t.testdir({})
  mkdirSync(join(folder, 'temp'))
  const port = await freePort()
  const { http, server } = toNginx(policy).document
  const others = Object.entries(locations).map(([path, other]) => ({ path, ...toNginx(other).document }))
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/temp/${name};`,
  )
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log stderr warn;
events {}
http {
access_log off;
${temp.join('\n')}
${http}
${others.map((other) => other.http).join('\n')}
server {
listen 127.0.0.1:${port};
client_max_body_size 1k;
${server}
location / { proxy_pass http://127.0.0.1:${upstream}; }
location /gone { proxy_pass http://127.0.0.1:1; }
${others.map(({ path, server }) => `location ${path} {\n${server}\nproxy_pass http://127.0.0.1:${upstream};\n}`).join('\n')}
location /own { return 301 /ok; }
location /secret { deny all; }
}
}
`,
  )
  const child = spawn(programPath('nginx'), ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk
  })
  const ended = new Promise((resolve) => child.on('close', resolve))
  t.teardown(async () => {
    child.kill()
    await ended
  })
  await Promise.race([untilListening(port), ended.then(() => Promise.reject(new Error(`nginx has ended: ${stderr}`)))])
  return port
}

async function untilListening(port: number): Promise<void> {
  for (let i = 0; i < 300; i++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
      socket.on('connect', () => socket.destroy())
    })
    if (open) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('nginx does not listen')
}

/** All that a response says about CORS; several lines of Vary as the list that they are. */
async function ask(port: number, request: ClientRequest) {
  const { status, lines, body } = await send({ protocol: 'http', port }, request)
  const fields: Record<string, string> = {}
  for (const [name, value] of lines) {
    if (name !== 'vary' && !name.startsWith('access-control-')) continue
    const glue = name === 'vary' ? ', ' : ' AND '
    fields[name] = fields[name] === undefined ? value : `${fields[name]}${glue}${value}`
  }
  return { status, fields, body }
}

function varyNames(fields: Readonly<Record<string, string>>): string[] {
  return [...new Set((fields['vary'] ?? '').toLowerCase().split(/ *, */))].sort()
}

testWithPrograms('the snippet answers the request table in a real nginx', ['nginx'], 120_000, async (t) => {
  let runs = 0
  const app = createApp(() => runs++)
  const port = await startNginx(t, config, await serve(t, app))
  const seen = new Set<string>()
  for (const row of rows) {
    const before = runs
    const { status, fields, body } = await ask(port, row)
    const got = { status, fields, ran: runs > before }
    if (fields['vary'] !== row.fields['vary']) {
      seen.add('Vary on a line of its own')
      // `*` absorbs all names, and so it does in a list.
      const names = varyNames(fields)
      t.ok(names.includes('origin'), `${row.name}: Vary has Origin`)
      t.strictSame(
        names.filter((name) => name !== 'origin'),
        varyNames(row.fields).filter((name) => name !== 'origin'),
        row.name,
      )
      got.fields = { ...fields, vary: row.fields['vary'] as string }
    }
    t.strictSame(got, { status: row.status, fields: row.fields, ran: row.ran }, row.name)
    if (status === 403 && !row.ran && body !== '') seen.add('a body with 403')
  }
  t.strictSame([...seen].sort(), Object.keys(DIFFERENCES).sort(), 'each difference that is listed is there')

  const own: [name: string, request: ClientRequest, status: number][] = [
    ['a dead upstream', { method: 'GET', path: '/gone', headers: {} }, 502],
    ['a redirect of its own', { method: 'GET', path: '/own', headers: {} }, 301],
    ['access denied', { method: 'GET', path: '/secret', headers: {} }, 403],
    ['too large a body', { method: 'POST', path: '/ok', headers: {}, body: 'x'.repeat(2000) }, 413],
  ]
  for (const [name, request, status] of own) {
    const allowed = await ask(port, { ...request, headers: { origin: APP } })
    t.strictSame({ status: allowed.status, fields: allowed.fields }, { status, fields: actual() }, `${name}, allowed`)
    const other = await ask(port, { ...request, headers: { origin: EVIL } })
    t.strictSame(
      { status: other.status, fields: other.fields },
      { status, fields: { vary: 'Origin' } },
      `${name}, other`,
    )
  }
})

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS']
const ORIGINS = [
  APP,
  'http://127.0.0.1:1',
  'https://x.b.test',
  'https://b.test',
  'null',
  'HTTPS://APP.EXAMPLE.COM',
  `${APP}, ${APP}`,
  undefined,
]
const ASKED_METHODS = ['PUT', 'put', 'P(T', 'x'.repeat(64), 'x'.repeat(65), 'a b', undefined]
const ASKED_HEADERS = [
  'x-id',
  ' x-id ,, y\t',
  'x id',
  'x-id;',
  ',',
  'a'.repeat(1024),
  'a'.repeat(1025),
  `${',x'.repeat(500)}(`,
  undefined,
]
const SITES = ['same-origin', 'none', 'cross-site', 'Same-Origin', undefined]
const HOSTS = ['b.test', 'app.example.com', '127.0.0.1:1']

const POLICIES: Record<string, CorsConfig> = {
  'everything is echoed': {
    origins: [APP, 'https://*.b.test'],
    methods: '*',
    headers: '*',
    credentials: true,
    preflightStatus: 200,
  },
  enforced: { origins: [APP], methods: ['PUT'], enforce: true, maxAge: 0 },
  'an app, its previews, and everybody else': {
    origins: [APP],
    methods: '*',
    headers: '*',
    credentials: true,
    exposeHeaders: ['etag'],
    maxAge: 60,
    enforce: true,
    otherwise: {
      origins: ['https://*.b.test', APP, 'http://127.0.0.1:1'],
      credentials: true,
      methods: ['PUT'],
      preflightStatus: 200,
      otherwise: { origins: '*', headers: '*', exposeHeaders: ['x-total'], maxAge: 5 },
    },
  },
  'nobody, and a partner without cookies': {
    origins: 'none',
    enforce: true,
    otherwise: { origins: ['https://*.b.test'], methods: ['PUT'], maxAge: 0, preflightStatus: 299 },
  },
  'an app with cookies, and everybody else': {
    origins: [APP, 'https://*.b.test'],
    credentials: true,
    otherwise: { origins: '*', methods: ['PUT'], headers: ['x-id'] },
  },
  'for everybody': { origins: '*', methods: '*', headers: ['*', 'authorization'], exposeHeaders: '*' },
}

testWithPrograms('random requests get what the policy decides', ['nginx'], 240_000, async (t) => {
  for (const [name, policy] of Object.entries(POLICIES)) {
    await t.test(name, async (t) => {
      const port = await startNginx(
        t,
        policy,
        await serve(
          t,
          createApp(() => {}),
        ),
      )
      const compiled = compilePolicy(policy)
      const random = new Random(17)
      for (let i = 0; i < 400; i++) {
        const facts = {
          method: random.pick(METHODS),
          origin: random.pick(ORIGINS),
          requestMethod: random.pick(ASKED_METHODS),
          requestHeaders: random.pick(ASKED_HEADERS),
          fetchSite: random.pick(SITES),
          host: random.pick(HOSTS),
        }
        const decision = compiled.decide(facts)
        const headers = Object.entries({
          origin: facts.origin,
          'access-control-request-method': facts.requestMethod,
          'access-control-request-headers': facts.requestHeaders,
          'sec-fetch-site': facts.fetchSite,
          host: facts.host,
        }).filter((entry): entry is [string, string] => entry[1] !== undefined)
        const { status, fields } = await ask(port, {
          method: facts.method,
          path: '/ok',
          headers: Object.fromEntries(headers),
        })
        const expected = {
          status: decision.status ?? 200,
          fields: {
            vary: decision.vary.join(', '),
            ...Object.fromEntries(
              Object.entries(decision.headers).map(([field, value]) => [field.toLowerCase(), value.trim()]),
            ),
          },
        }
        t.strictSame({ status, fields }, expected, JSON.stringify(facts))
      }
    })
  }
})

testWithPrograms('two policies in one server do not mix', ['nginx'], 120_000, async (t) => {
  const strict: CorsConfig = { origins: [APP], credentials: true }
  const upstream = await serve(
    t,
    createApp(() => {}),
  )
  const port = await startNginx(t, strict, upstream, { '/open': { origins: '*' } })
  const get = (path: string) => ask(port, { method: 'GET', path, headers: { origin: EVIL } })
  t.strictSame((await get('/ok')).fields, { vary: 'Origin' })
  t.strictSame((await get('/open')).fields, { vary: 'Origin', 'access-control-allow-origin': '*' })
})

t.test('the name of the variables', async (t) => {
  const policy: CorsConfig = { origins: [APP] }
  const variables = (name?: string, config = policy) => {
    const { http, server } = toNginx(config, { name }).document
    return [...new Set((http + server).match(/\$cors_[a-z0-9]+/g))]
  }
  t.strictSame(variables('shop'), ['$cors_shop'])
  t.strictSame(variables(), variables(), 'the same config has the same name')
  t.notSame(variables(), variables(undefined, { origins: '*' }))
  t.match(variables()[0], /^\$cors_p[0-9a-f]{8}$/)
  for (const name of ['', 'Shop', '1', 'a b', 'a;', '$x', 'x'.repeat(21)]) {
    t.strictSame(
      briefProblems(() => toNginx(policy, { name })),
      ['target-name name'],
      name,
    )
  }
})
