import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import type { Diagnosis } from '../../src/doctor/diagnosis.js'
import { inspect, inspectWithTranscript } from '../../src/doctor/inspect/inspect.js'
import { renderDiagnosis } from '../../src/doctor/render-diagnosis.js'
import { shareable } from '../../src/doctor/shareable.js'
import type { Detail } from '../../src/doctor/transcript.js'

/*
 * What people pasted into public threads when they asked for help: messages of browsers of all ages and languages, what
 * command line tools print, copied headers and logs, with the Markdown and the words around them. Names of people and
 * hosts are replaced, and the shapes are as they were found.
 */

/** What a person should read, judged by hand. */
interface Expected {
  /** The first finding that is not a note, else `healthy`, `unclear`, or `unreadable`. */
  readonly first: string
  readonly url?: string
  readonly origin?: string
  /** What has to be named as not known. */
  readonly unknown?: readonly string[]
}

const folder = fileURLToPath(new URL('fixtures/pastes/', import.meta.url))
const table = JSON.parse(readFileSync(`${folder.slice(0, -1)}.json`, 'utf8')) as Record<string, Expected>
const textOf = (name: string) => readFileSync(`${folder}${name}.txt`, 'utf8')
const DETAILS: readonly Detail[] = ['cors', 'headers', 'bodies']

function verdictOf({ healthy, findings }: Diagnosis): string {
  if (healthy) return 'healthy'
  return (findings.find(({ severity }) => severity !== 'note') ?? findings[0])?.code ?? 'unclear'
}

t.test('each paste has its answer', async (t) => {
  t.strictSame(
    readdirSync(folder)
      .map((file) => file.replace(/\.txt$/, ''))
      .sort(),
    Object.keys(table).sort(),
  )
})

for (const [name, { first, url, origin, unknown = [] }] of Object.entries(table)) {
  t.test(name, async (t) => {
    const text = textOf(name)
    if (first === 'unreadable') {
      t.throws(() => inspect(text), { code: 'record-unreadable' })
      return
    }
    const examined = inspectWithTranscript(text, {})
    const { diagnosis } = examined
    t.equal(verdictOf(diagnosis), first, diagnosis.findings.map(({ code }) => code).join())
    if (url !== undefined) t.equal(diagnosis.url, url)
    if (origin !== undefined) t.equal(diagnosis.origin, origin)
    const codes: readonly string[] = diagnosis.unknown.map(({ code }) => code)
    for (const code of unknown) t.ok(codes.includes(code), `${code} is not known (${codes})`)
    // Neither a report nor a link has what is secret, or the names that stand for what is not known.
    t.notMatch(JSON.stringify(diagnosis), 'S3CRET')
    t.notMatch(renderDiagnosis(diagnosis), 'unknown-page.invalid')
    for (const detail of DETAILS) t.notMatch(examined.transcript(detail), /S3CRET|unknown-page\.invalid/)
    const [shared] = shareable(examined).texts
    if (shared !== undefined && first !== 'unclear') t.equal(verdictOf(inspect(shared)), first, shared)
  })

  t.test(`${name}: in another dress`, async (t) => {
    if (first === 'unreadable') return
    const text = textOf(name)
    const dresses = {
      'with the line ends of Windows': text.replaceAll('\n', '\r\n'),
      'in a fence of Markdown': `Here it is:\n\n\`\`\`text\n${text}\`\`\`\n`,
      'with a byte order mark': `\uFEFF${text}`,
      'with colours': text.replace(/^(\S+)/gm, '\u001B[31m$1\u001B[0m'),
    }
    for (const [dress, dressed] of Object.entries(dresses)) t.equal(verdictOf(inspect(dressed)), first, dress)
  })
}
