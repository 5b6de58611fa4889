import { join } from 'node:path'
import t from 'tap'
import { ADAPTER_EXAMPLES } from '../support/adapter-examples.js'

const EXAMPLES = join(import.meta.dirname, '../../examples')
const TIMEOUT = 900_000

t.setTimeout(TIMEOUT)

for (const { file, check } of ADAPTER_EXAMPLES) {
  t.test(`${file}, from the repository`, { timeout: TIMEOUT }, async (t) => {
    await check(t, EXAMPLES)
  })
}
