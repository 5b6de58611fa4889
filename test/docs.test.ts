import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { checkMarkdown } from './support/readme.js'

const DOCS = fileURLToPath(new URL('../docs', import.meta.url))

t.setTimeout(300_000)

for (const name of readdirSync(DOCS).filter((file) => file.endsWith('.md'))) {
  t.test(`docs/${name}`, async (t) => {
    t.setTimeout(300_000)
    const { problems } = await checkMarkdown(readFileSync(join(DOCS, name), 'utf8'), t.testdir())
    t.strictSame(problems, [])
  })
}
