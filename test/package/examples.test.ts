import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { ADAPTER_EXAMPLES } from '../support/adapter-examples.js'
import { makePackedProject } from '../support/packed-project.js'

const EXAMPLES = join(import.meta.dirname, '../../examples')
const TIMEOUT = 900_000

t.setTimeout(TIMEOUT)

t.test('from the packed package', { timeout: TIMEOUT }, async (t) => {
  const needed = new Set(ADAPTER_EXAMPLES.flatMap(({ needs }) => needs))
  const folder = join(await makePackedProject(t, [...needed]), 'examples')
  mkdirSync(folder)
  for (const { file, check } of ADAPTER_EXAMPLES) {
    copyFileSync(join(EXAMPLES, file), join(folder, file))
    await t.test(file, { timeout: TIMEOUT }, async (t) => {
      await check(t, folder)
    })
  }
})
