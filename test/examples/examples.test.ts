import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { ADAPTER_EXAMPLES } from '../support/adapter-examples.js'
import { runNode } from '../support/child.js'
import { EXAMPLES, SCRIPTS } from '../support/examples.js'
import { importsOfFile, listFiles } from '../support/imports.js'
import { typeErrors } from '../support/type-check.js'

const folder = fileURLToPath(new URL('../../examples', import.meta.url))
const files = listFiles(folder)

t.setTimeout(300_000)

t.test('every example has a test', async (t) => {
  const tested = [...Object.keys(EXAMPLES), ...ADAPTER_EXAMPLES.map(({ file }) => file)].sort()
  t.strictSame(files, tested, 'test/support/examples.ts and adapter-examples.ts name every file of examples/')
})

for (const [file, check] of Object.entries(EXAMPLES)) {
  t.test(file, async (t) => {
    await check(t, folder)
  })
}

t.test('importing an example starts no server', async (t) => {
  const servers = files.filter((file) => !SCRIPTS.includes(file))
  // All in one process, which ends by itself only if nothing listens, nor does once the apps are closed.
  const program = `
    for (const file of ${JSON.stringify(servers)}) {
      const { build } = await import('./' + file)
      const app = build.length === 0 ? await build() : undefined
      if (app?.inject === undefined) continue
      console.log(file, (await app.ready()).server.listening)
      await app.close()
    }
  `
  const { code, stdout, stderr } = await runNode(['--input-type=module', '--eval', program], { cwd: folder })
  t.strictSame([code, stderr], [0, ''])
  t.match(stdout, 'fastify.mjs false')
  t.notMatch(stdout, 'true')
})

t.test('the demo fails if an answer is not what it should be', async (t) => {
  const demo = readFileSync(`${folder}/demo.mjs`, 'utf8')
  const wrong = demo.replace("methods: ['PUT']", "methods: ['PATCH']")
  t.not(wrong, demo)
  const { code, stderr } = await runNode([`${t.testdir({ 'wrong.mjs': wrong })}/wrong.mjs`])
  t.equal(code, 1)
  t.match(stderr, 'not what should have been answered')
})

t.test('examples name the package as its users do', async (t) => {
  for (const file of files) {
    const specifiers = importsOfFile(`${folder}/${file}`).map(({ specifier }) => specifier)
    t.ok(
      specifiers.some((specifier) => /^cors-policy(\/|$)/.test(specifier)),
      `${file} uses the package`,
    )
    t.strictSame(
      specifiers.filter((specifier) => /^[./#(]/.test(specifier)),
      [],
      `${file} has no other file beside it`,
    )
  }
})

t.test('examples pass the type checker', async (t) => {
  for (const file of files) t.match(readFileSync(`${folder}/${file}`, 'utf8'), /^\/\/ @ts-check\n/, file)
  t.strictSame(typeErrors(files.map((file) => `${folder}/${file}`)), [])
})
