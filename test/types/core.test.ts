import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { isOfCore } from '../support/core.js'
import { listFiles } from '../support/imports.js'
import { typeErrors } from '../support/type-check.js'

const src = fileURLToPath(new URL('../../src', import.meta.url))

// The type checker takes seconds, and on a busy machine many.
t.setTimeout(300_000)

t.test('the core uses no global that only Node has', async (t) => {
  const core = listFiles(src).filter(isOfCore)
  t.ok(core.length > 0)
  // Without Node's types, `process` and `Buffer` are unknown names. A worker's globals are those of all other runtimes.
  const worker = { types: [], lib: ['lib.es2023.d.ts', 'lib.webworker.d.ts'] }
  t.strictSame(
    typeErrors(
      core.map((file) => join(src, file)),
      worker,
    ),
    [],
  )
  const usesNode = t.testdir({ 'uses-node.ts': 'export const pid = process.pid\n' })
  t.match(typeErrors([join(usesNode, 'uses-node.ts')], worker), [/Cannot find name 'process'/])
})
