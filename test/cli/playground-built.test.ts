import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { cleanEnv, runNode } from '../support/child.js'

const DIST = fileURLToPath(new URL('../../dist', import.meta.url))
const BIN = join(DIST, 'cli', 'bin.js')

t.test('the program serves the page that was built, until a signal ends it', async (t) => {
  const page = readFileSync(join(DIST, 'playground.html'), 'utf8')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const child = spawn(process.execPath, [BIN, 'playground', '--port', '0'], { env: cleanEnv({ LANG: 'C' }) })
    t.teardown(() => child.kill('SIGKILL'))
    const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
    const url = /^The playground is at (http:\/\/127\.0\.0\.1:\d+\/) /.exec(String(chunk))?.[1]
    const response = await fetch(String(url))
    t.equal(await response.text(), page)
    t.match(page, /<meta http-equiv="content-security-policy" content="default-src 'none'/i)
    child.kill(signal)
    t.strictSame(await once(child, 'exit'), [0, null], signal)
  }
})

t.test('the path of the page', async (t) => {
  const { code, stdout } = await runNode([BIN, 'playground', '--file'])
  t.strictSame([code, stdout], [0, `${join(DIST, 'playground.html')}\n`])
})
