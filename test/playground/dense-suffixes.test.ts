import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { dense } from '../../scripts/dense-suffixes.mjs'

const file = fileURLToPath(new URL('../../node_modules/tldts/dist/es6/src/data/trie.js', import.meta.url))
const code = readFileSync(file, 'utf8').replace(/^\/\/# .*/m, '')

function load(text: string): Promise<Record<string, unknown>> {
  return import(`data:text/javascript,${encodeURIComponent(text)}`)
}

t.test('the dense list has the same exports', async (t) => {
  const short = dense(code)
  t.ok(short.length < code.length * 0.9, `${short.length} of ${code.length} characters`)
  t.strictSame({ ...(await load(short)) }, { ...(await load(code)) })
})

t.test('the build fails if tldts writes the list in another way', async (t) => {
  t.throws(() => dense('export const edgeLength = []'), /the list of tldts has no .*edgeLength/)
  const long = code.replace(/(edgeLength = .*?\[)3/, '$136')
  t.throws(() => dense(long), /more than 35/)
})
