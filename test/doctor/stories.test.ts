import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import t, { type Test } from 'tap'
import { speaking } from '../../src/cli/language.js'
import { parseHeader } from '../../src/cli/parse-header.js'
import { diagnose } from '../../src/doctor/diagnose.js'
import { exitCodeOf } from '../../src/doctor/diagnosis.js'
import type { DiagnoseOptions } from '../../src/doctor/options.js'
import { renderDiagnosis } from '../../src/doctor/render-diagnosis.js'
import { testWithPrograms } from '../support/programs.js'
import { asInGuide, blockPattern, commandLine, namesIn, toBlock } from './field-guide.js'
import { leadTo } from './lead-to.js'
import { STORIES } from './stories.js'

const MINUTES = 60_000
const GUIDE = fileURLToPath(new URL('../../docs/field-guide.md', import.meta.url))
const KOREAN_GUIDE = fileURLToPath(new URL('../../docs/ko/field-guide.md', import.meta.url))
/** As `npm run snapshot` has it: the outputs in the guides are written again. */
const UPDATES = process.env['TAP_SNAPSHOT'] === '1'

t.setTimeout(5 * MINUTES)

/** The options of a command line, as the tool reads them. */
function optionsOf(args: readonly string[]): DiagnoseOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      origin: { type: 'string' },
      method: { type: 'string' },
      header: { type: 'string', multiple: true },
      credentials: { type: 'boolean' },
    },
  })
  const { origin = '', header = [], ...rest } = values
  return { origin, ...rest, headers: header.map(parseHeader) }
}

for (const { name, programs, start, url, args, findings } of STORIES) {
  testWithPrograms(name, programs, MINUTES, async (t) => {
    const transport = leadTo(await start(t))
    const diagnosis = await diagnose(url, { ...optionsOf(args), transport })
    checkGuide(t, GUIDE, name, commandLine(url, args), asInGuide(renderDiagnosis(diagnosis)))
    t.strictSame(
      diagnosis.findings.flatMap(({ code, severity }) => (severity === 'note' ? [] : [code])),
      findings,
    )
    t.equal(exitCodeOf(diagnosis), findings.length === 0 ? 0 : 1)
    if (namesIn(readFileSync(KOREAN_GUIDE, 'utf8')).includes(name)) {
      // From the start: caches have learned, and servers take turns.
      const transport = leadTo(await start(t))
      const output = await speaking('ko', async () =>
        renderDiagnosis(await diagnose(url, { ...optionsOf(args), transport })),
      )
      checkGuide(t, KOREAN_GUIDE, name, commandLine(url, [...args, '--lang', 'ko']), asInGuide(output))
    }
  })
}

/** What the guide shows of a story is what happens; not every story is in it. */
function checkGuide(t: Test, path: string, name: string, command: string, output: string): void {
  const guide = readFileSync(path, 'utf8')
  const pattern = blockPattern(name)
  const [, , shown] = pattern.exec(guide) ?? []
  if (shown === undefined) return
  const block = toBlock(command, output)
  if (UPDATES)
    writeFileSync(
      path,
      guide.replace(pattern, (_, begin, __, end) => `${begin}${block}${end}`),
    )
  else t.equal(shown, block, `as in ${path}`)
}

t.test('the guide shows every story that it marks, and no others', async (t) => {
  t.ok(existsSync(GUIDE))
  const names = STORIES.map(({ name }) => name)
  const guide = readFileSync(GUIDE, 'utf8')
  for (const name of namesIn(guide)) t.match(blockPattern(name).exec(guide)?.[2], /```text\n\S/, `${name} is shown`)
  t.strictSame(
    namesIn(guide).filter((name) => !names.includes(name)),
    [],
  )
})

t.test('the Korean guide tells every story, in the same order', async (t) => {
  const [english, korean] = [GUIDE, KOREAN_GUIDE].map((path) => readFileSync(path, 'utf8')) as [string, string]
  t.strictSame(namesIn(korean), namesIn(english))
  const shapeOf = (guide: string) => ({
    sections: guide.match(/^## /gm)?.length,
    rows: guide.match(/^\| .*\]\(#/gm)?.length,
    points: guide.match(/^- /gm)?.length,
    code: guide.match(/^ *```\w+.*$/gm),
  })
  t.strictSame(shapeOf(korean), shapeOf(english))
})
