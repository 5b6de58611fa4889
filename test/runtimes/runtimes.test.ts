import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import t from 'tap'
import { behaviours, config } from '../contract/table.js'
import { makeCertificate } from '../support/certificate.js'
import { INSTALL_TIMEOUT } from '../support/npm-install.js'
import { serve } from '../support/serve.js'
import { coreInput } from './core-cases.js'
import { fetchInput, UPSTREAM_HEADERS } from './fetch-cases.js'
import { install } from './install.js'
import type { ProbeInput } from './probe-input.js'
import { RUNTIMES } from './runtimes.js'
import { TEST_TIMEOUT, testRuntime } from './test-runtime.js'

t.setTimeout(RUNTIMES.length * (INSTALL_TIMEOUT + TEST_TIMEOUT))

const upstream = createServer((_request, response) => response.writeHead(200, UPSTREAM_HEADERS).end('from upstream'))
const asked: ProbeInput = {
  core: coreInput,
  fetch: fetchInput(`http://127.0.0.1:${await serve(t, upstream)}/`),
  node: { config, behaviours, certificate: await makeCertificate() },
}
const input = join(t.testdir(), 'input.json')
writeFileSync(input, JSON.stringify(asked))

t.test('the Node that runs the tests', (t) => testRuntime(t, { kind: 'node', binary: process.execPath }, input))

for (const runtime of RUNTIMES) {
  t.test(`${runtime.name} (${runtime.version})`, async (t) => {
    // The cache may have to be filled first.
    t.setTimeout(INSTALL_TIMEOUT + TEST_TIMEOUT)
    const installed = await install(runtime)
    if ('binary' in installed) await testRuntime(t, { kind: runtime.kind, binary: installed.binary }, input)
    // Without a network, or on another platform, there is nothing to run. In CI that is no excuse.
    else if (process.env['CI'] === 'true') t.fail(`not tested: ${installed.reason}`)
    else t.pass('not tested', { skip: installed.reason })
  })
}
