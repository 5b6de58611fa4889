import { basename, dirname, join } from 'node:path'
import type { Test } from 'tap'
import * as core from '../../src/index.js'
import { answersOfFetch } from '../examples/checks/http.js'
import { run } from '../support/child.js'
import type { Address } from '../support/client.js'
import { CACHE } from '../support/npm-install.js'
import { type Started, start } from '../support/start.js'
import { coreExpected } from './core-cases.js'
import { fetchExpected } from './fetch-cases.js'
import type { Runtime } from './runtimes.js'
import { testFetchServer, testTable } from './test-server.js'
import { testWays } from './test-ways.js'
import { writeWorkerdConfig } from './workerd.js'

interface Program {
  readonly kind: Runtime['kind']
  readonly binary: string
}

/** Of one runtime. The machine may be busy. */
export const TEST_TIMEOUT = 600_000

const PROBES = join(import.meta.dirname, 'probes')
/** What goes before the program's file. Deno and Bun take what is installed, and nothing from the network. */
const ARGUMENTS: Readonly<Record<Runtime['kind'], readonly string[]>> = {
  node: ['--throw-deprecation'],
  bun: ['--no-install'],
  deno: [
    'run',
    '--no-remote',
    '--node-modules-dir=manual',
    '--allow-read',
    '--allow-env',
    '--allow-sys',
    '--allow-net=127.0.0.1',
  ],
  workerd: ['serve', '--control-fd=1'],
}
const ENVIRONMENT = { DENO_DIR: join(CACHE, 'deno-dir'), DENO_NO_UPDATE_CHECK: '1', NO_COLOR: '1' }

/** What probes/serve-node.mjs starts: every adapter, over every protocol, and a server for each way to send headers. */
const NODE_SERVERS = [
  'node:http',
  'ways',
  'node:https',
  'node:http2',
  'node:http2, secure',
  'node:http2, spoken to in HTTP/1.1',
  'Express 5',
  'Express 4',
  'Fastify',
  'Fastify over HTTP/2',
]
/** Where a runtime's own HTTP/2 server, with nothing of ours in it, dies of a few hundred connections. */
const NO_HTTP2: Partial<Record<Runtime['kind'], string>> = {
  deno: 'a plain node:http2 server of Deno 2.9.6 ends with a segmentation fault in nghttp2',
}
/** What `require('cors-policy')` gives. */
const REQUIRED = Object.keys(core).sort()
const EXPECTED = { core: coreExpected, fetch: fetchExpected }

/**
 * Runs all that the runtime is for.
 *
 * @param input the file with what is asked
 */
export async function testRuntime(t: Test, program: Program, input: string): Promise<void> {
  t.setTimeout(TEST_TIMEOUT)
  if (program.kind === 'workerd') {
    await testWorkerd(t, program, input)
    return
  }
  await t.test('core and fetch adapter', async (t) => {
    const options = { env: ENVIRONMENT }
    const { code, stdout, stderr } = await run(program.binary, argumentsFor(program, 'print.mjs', input), options)
    t.strictSame({ code, stderr }, { code: 0, stderr: '' })
    t.strictSame(JSON.parse(stdout), { ...EXPECTED, required: REQUIRED })
  })
  await testNodeServers(t, program, input)
  if (program.kind === 'node') await testDifferential(t, program, input)
  if (program.kind === 'bun') await testOwnServer(t, program, 'serve-bun.mjs', input)
  if (program.kind === 'deno') await testOwnServer(t, program, 'serve-deno.mjs', input)
}

async function testNodeServers(t: Test, program: Program, input: string): Promise<void> {
  await t.test('Node adapters', async (t) => {
    const started = await start(t, program.binary, argumentsFor(program, 'serve-node.mjs', input), { env: ENVIRONMENT })
    const addresses = addressesOf(started)
    t.strictSame(
      addresses.map(([name]) => name),
      NODE_SERVERS,
    )
    for (const [name, address] of addresses) {
      const skip = (address.protocol.startsWith('h2') && NO_HTTP2[program.kind]) || false
      await t.test(name, { skip }, (t) => (name === 'ways' ? testWays(t, address) : testTable(t, address)))
    }
    t.equal(started.stderr(), '')
  })
}

/** That all else goes out as this Node sends it without us: its versions differ. */
async function testDifferential(t: Test, { binary }: Program, input: string): Promise<void> {
  await t.test('headers as Node sends them', async (t) => {
    // What the forms do on purpose, Node warns about: here no warning is an error.
    const args = ['--no-warnings', join(PROBES, 'differential.mjs'), input]
    const { code, stdout, stderr } = await run(binary, args, { env: ENVIRONMENT, timeout: TEST_TIMEOUT })
    t.strictSame({ code, stderr }, { code: 0, stderr: '' })
    const { compared, differences } = JSON.parse(stdout) as { compared: number; differences: string[] }
    t.ok(compared > 0, `${compared} exchanges`)
    t.strictSame(differences, [])
  })
}

async function testOwnServer(t: Test, program: Program, probe: string, input: string): Promise<void> {
  await t.test('its own server', async (t) => {
    const started = await start(t, program.binary, argumentsFor(program, probe, input), { env: ENVIRONMENT })
    await testFetchServer(t, addressOf(started))
    t.equal(started.stderr(), '')
  })
  await t.test('the example', async (t) => {
    const args = argumentsFor(program, 'serve-example.mjs', input)
    const started = await start(t, program.binary, args, { env: ENVIRONMENT })
    await answersOfFetch(t, `http://127.0.0.1:${addressOf(started).port}`)
    t.equal(started.stderr(), '')
  })
}

/** The servers that a probe announces, by name. */
function addressesOf({ line }: Started): [name: string, Address][] {
  return Object.entries(JSON.parse(line) as Record<string, Address>)
}

/** The one server that a probe announces. */
function addressOf(started: Started): Address {
  const [only] = addressesOf(started)
  if (only === undefined) throw new Error(`no server: ${started.line}`)
  return only[1]
}

function argumentsFor({ kind }: Program, probe: string, input: string): string[] {
  return [...ARGUMENTS[kind], join(PROBES, probe), input]
}

async function testWorkerd(t: Test, program: Program, input: string): Promise<void> {
  const { url, stderr } = await startWorkerd(t, program, 'test/runtimes/probes/worker.mjs', input)
  await t.test('core and fetch adapter', async (t) => {
    const response = await fetch(`${url}/probe`)
    t.strictSame(JSON.parse(await response.text()), EXPECTED)
  })
  await t.test('its own server', (t) => testFetchServer(t, { protocol: 'http', port: Number(new URL(url).port) }))
  const example = await startWorkerd(t, program, 'examples/fetch.mjs', input)
  await t.test('the example', (t) => answersOfFetch(t, example.url))
  t.equal(stderr() + example.stderr(), '')
}

async function startWorkerd(t: Test, { kind, binary }: Program, worker: string, input: string) {
  const config = join(dirname(input), `${basename(worker)}.capnp`)
  writeWorkerdConfig(config, worker, input)
  const { line, stderr } = await start(t, binary, [...ARGUMENTS[kind], config])
  const { port } = JSON.parse(line) as { port: number }
  return { url: `http://127.0.0.1:${port}`, stderr }
}
