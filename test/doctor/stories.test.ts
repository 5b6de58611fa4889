import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { main } from '../../src/cli/main.js'
import { testWithPrograms } from '../support/programs.js'
import { asInGuide, blockPattern, commandLine, namesIn, toBlock } from './field-guide.js'
import { STORIES } from './stories.js'

const MINUTES = 60_000
const GUIDE = fileURLToPath(new URL('../../docs/field-guide.md', import.meta.url))
/** As `tap --snapshot` has it: the guide's blocks are written anew. */
const UPDATES = process.env['TAP_SNAPSHOT'] === '1'

t.setTimeout(5 * MINUTES)

/** Runs the command line tool. */
async function run(argv: readonly string[]) {
  const written = { stdout: '', stderr: '' }
  const output = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text
    },
  })
  const io = { stdout: output('stdout'), stderr: output('stderr'), env: {}, cwd: process.cwd() }
  return { code: await main(argv, io), ...written }
}

for (const { name, programs, start, url, args, findings } of STORIES) {
  testWithPrograms(name, programs, MINUTES, async (t) => {
    const port = await start(t)
    const { pathname } = new URL(url)
    const argv = ['doctor', `http://127.0.0.1:${port}${pathname}`, ...args]
    const text = await run(argv)
    t.equal(text.stderr, '')
    checkGuide(t, name, commandLine(url, args), asInGuide(text.stdout, port, url))
    const { stdout, code } = await run([...argv, '--json'])
    const found = (JSON.parse(stdout) as { findings: { code: string; severity: string }[] }).findings
    t.strictSame(
      found.flatMap(({ code, severity }) => (severity === 'note' ? [] : [code])),
      findings,
    )
    t.strictSame([text.code, code], findings.length === 0 ? [0, 0] : [1, 1])
  })
}

/** What the guide shows of a story is what happens; not every story is in it. */
function checkGuide(t: Test, name: string, command: string, output: string): void {
  const guide = readFileSync(GUIDE, 'utf8')
  const pattern = blockPattern(name)
  const [, , shown] = pattern.exec(guide) ?? []
  if (shown === undefined) return
  const block = toBlock(command, output)
  if (UPDATES)
    writeFileSync(
      GUIDE,
      guide.replace(pattern, (_, begin, __, end) => `${begin}${block}${end}`),
    )
  else t.equal(shown, block, 'as in docs/field-guide.md')
}

t.test('the guide knows no other stories', async (t) => {
  t.ok(existsSync(GUIDE))
  const names = STORIES.map(({ name }) => name)
  t.strictSame(
    namesIn(readFileSync(GUIDE, 'utf8')).filter((name) => !names.includes(name)),
    [],
  )
})
