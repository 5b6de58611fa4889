import { createServer, request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import t from 'tap'
import { main } from '../../src/cli/main.js'
import { playground } from '../../src/cli/playground.js'
import { PLAYGROUND_PORT } from '../../src/cli/playground-link.js'
import { UsageError } from '../../src/cli/usage-error.js'
import { serve } from '../support/serve.js'

const PAGE = '<!doctype html><title>CORS ü</title>'

/** Runs the command with a stand-in for the page, while `visit` uses it. */
async function run(t: Folder, argv: readonly string[], visit: (url: string) => Promise<unknown> = async () => {}) {
  const folder = t.testdir({ 'page.html': PAGE })
  const written = { stdout: '', stderr: '' }
  const output = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text
    },
  })
  const untilStopped = async () => {
    await visit(/http:\S+/.exec(written.stdout)?.[0] as string)
  }
  const io = { stdout: output('stdout'), stderr: output('stderr'), env: {}, cwd: folder, untilStopped }
  const code = await playground(argv, io, join(folder, 'page.html'))
  return { code, folder, ...written }
}

interface Folder {
  testdir(files: Record<string, string>): string
}

/** What the user did wrong. */
async function faultOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work
  } catch (error) {
    if (error instanceof UsageError) return error.fault
    throw error
  }
  return undefined
}

interface Answer {
  readonly status: number
  readonly headers: Record<string, unknown>
  readonly body: string
}

function send(url: string, method: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(url)
    httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: Number(response.statusCode), headers: response.headers, body }))
    })
      .on('error', reject)
      .end()
  })
}

t.test('serves the page until it is stopped', async (t) => {
  let at = ''
  const { code, stdout, stderr } = await run(t, ['--port', '0'], async (url) => {
    at = url
    t.match(url, /^http:\/\/127\.0\.0\.1:\d+\/$/)
    const { status, headers, body } = await send(url, 'GET', '/')
    t.strictSame([status, body], [200, PAGE])
    const { date: _, connection: __, ...fields } = headers
    t.strictSame(fields, {
      'cache-control': 'no-store',
      'content-length': String(Buffer.byteLength(PAGE)),
      'content-security-policy': "frame-ancestors 'none'",
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    const head = await send(url, 'HEAD', '/')
    t.match(head, { status: 200, body: '', headers: { 'content-length': String(Buffer.byteLength(PAGE)) } })
    t.match(await send(url, 'GET', '/?from=chat'), { status: 200, body: PAGE })
  })
  t.strictSame([code, stderr], [0, ''])
  t.match(stdout, /^The playground is at http:\S+ \(Ctrl\+C stops it\)\n$/)
  await t.rejects(send(at, 'GET', '/'), { code: 'ECONNREFUSED' })
})

t.test('no other site reads, frames or reaches it', async (t) => {
  await run(t, ['--port', '0'], async (url) => {
    const { port } = new URL(url)
    const rows: [method: string, path: string, headers: Record<string, string>, status: number][] = [
      ['GET', '/', { host: 'localhost' }, 200],
      ['GET', '/', { host: `LOCALHOST:${port}` }, 200],
      ['GET', '/', { host: '[::1]:8080' }, 200],
      ['GET', '/', { host: 'evil.example' }, 421],
      ['GET', '/', { host: `evil.example:${port}` }, 421],
      ['GET', '/', { host: '127.0.0.1.evil.example' }, 421],
      ['GET', '/', { host: 'localhost.evil.example' }, 421],
      ['GET', '/', { host: 'localhost:1@evil.example' }, 421],
      ['GET', '/', { host: 'evil.localhost' }, 421],
      ['GET', '/', { host: '0.0.0.0' }, 421],
      ['GET', '/../package.json', {}, 404],
      ['GET', '/%2e%2e/package.json', {}, 404],
      ['GET', '//evil.example/', {}, 404],
      ['GET', 'http://evil.example/', {}, 404],
      ['GET', '/favicon.ico', {}, 404],
      ['POST', '/', {}, 405],
      ['DELETE', '/', {}, 405],
      ['OPTIONS', '/', { origin: 'https://evil.example', 'access-control-request-method': 'PUT' }, 405],
      ['OPTIONS', '*', {}, 404],
      ['GET', '/', { origin: 'https://evil.example' }, 200],
    ]
    for (const [method, path, headers, status] of rows) {
      const answer = await send(url, method, path, headers)
      const row = `${method} ${path} ${JSON.stringify(headers)}`
      t.equal(answer.status, status, row)
      t.strictSame(
        Object.keys(answer.headers).filter((name) => name.startsWith('access-control-')),
        [],
        row,
      )
      t.match(answer.headers, {
        'x-content-type-options': 'nosniff',
        'content-security-policy': "frame-ancestors 'none'",
        'cross-origin-resource-policy': 'same-origin',
      })
      if (status === 405) t.equal(answer.headers['allow'], 'GET, HEAD')
      if (status !== 200) t.equal(answer.body, '')
    }
    t.match(await raw(port, 'GET / HTTP/1.0\r\n\r\n'), /^HTTP\/1\.1 421 /, 'no Host')
    t.match(
      await raw(port, 'GET / HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n'),
      /^HTTP\/1\.1 421 /,
      'an empty one',
    )
    t.match(await raw(port, 'nonsense\r\n\r\n'), /^HTTP\/1\.1 400 /)
  })
})

function raw(port: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(text))
    socket
      .setEncoding('latin1')
      .on('data', (chunk: string) => {
        answer += chunk
      })
      .on('error', reject)
      .on('end', () => resolve(answer))
  })
}

t.test('only loopback', async (t) => {
  const addresses = Object.values((await import('node:os')).networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
  await run(t, ['--port', '0'], async (url) => {
    for (const { address } of addresses) {
      const { port } = new URL(url)
      await t.rejects(
        new Promise((resolve, reject) => {
          connect(Number(port), address, () => resolve(address)).on('error', reject)
        }),
        { code: 'ECONNREFUSED' },
        address,
      )
    }
  })
})

t.test('the path of the page', async (t) => {
  const { code, stdout, folder } = await run(t, ['--file'])
  t.strictSame([code, stdout], [0, `${join(folder, 'page.html')}\n`])
})

t.test('a port of its own', async (t) => {
  t.equal(PLAYGROUND_PORT, 2677, 'links in chats lead there')
  const taken = await serve(t, createServer())
  t.match(await faultOf(run(t, [`--port=${taken}`])), { code: 'port-in-use', port: taken })
  for (const port of ['', 'x', '-1', '1.5', '65536', '0x50', '1e3']) {
    t.match(await faultOf(run(t, [`--port=${port}`])), { code: 'port-invalid', value: port }, port)
  }
  // Nobody may listen there but root, and then it is taken already in most cases.
  t.intercept((await import('node:net')).Server.prototype, 'listen', {
    value(this: { emit(name: string, error: Error): void }) {
      this.emit('error', Object.assign(new Error('listen EACCES: permission denied 127.0.0.1:80'), { code: 'EACCES' }))
    },
  })
  t.match(await faultOf(run(t, [])), { code: 'port-denied', port: PLAYGROUND_PORT })
  t.match(await faultOf(run(t, ['--port=80'])), { code: 'port-denied', port: 80, why: /permission denied/ })
})

t.test('explains in one line why it cannot run', async (t) => {
  const written: string[] = []
  const output = { write: (text: string) => written.push(text) }
  const io = { stdout: output, stderr: output, env: {}, cwd: t.testdir({ folder: {} }) }
  t.equal(await main(['playground', 'now'], io), 2)
  t.equal(await main(['playgruond'], io), 2)
  t.strictSame(written, [
    'cors-policy: playground takes no argument, got "now"\n',
    'cors-policy: unknown command "playgruond". Did you mean playground? See cors-policy --help\n',
  ])
  const missing = join(io.cwd, 'page.html')
  t.match(await faultOf(playground([], io, missing)), { code: 'page-missing', file: missing })
  t.match(await faultOf(playground([], io, join(io.cwd, 'folder'))), { code: 'file-is-folder' })
})

t.test('ends at once where nothing says when', async (t) => {
  const folder = t.testdir({ 'page.html': PAGE })
  const output = { write() {} }
  const io = { stdout: output, stderr: output, env: {}, cwd: folder }
  t.equal(await playground(['--port=0'], io, join(folder, 'page.html')), 0)
})
