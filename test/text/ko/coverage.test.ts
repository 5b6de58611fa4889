import { readdirSync, readFileSync } from 'node:fs'
import t from 'tap'
import { words } from '../../../src/platform/packages.js'
import { speakKorean } from '../../../src/text/ko/index.js'
import { speakKoreanOnPage } from '../../../src/text/ko/page.js'
import { AREAS } from '../../support/korean.js'
import { leavesOf, textFiles } from '../../support/sentences.js'

/**
 * Files with no sentences, and those whose sentences nobody meets in the command line tool or in the playground: what a
 * server says stays English, so that people find it when they search for it. Consoles are quoted as they are.
 */
const ENGLISH_ONLY = [
  ...['catalogue', 'language', 'nearest', 'suggestion', 'value-kinds'],
  ...['adapters', 'brief', 'chooser', 'fastify', 'platform', 'rows', 'schema', 'sync', 'testing'],
  'console',
]

t.test('each file is English, or belongs to an area', async (t) => {
  t.strictSame([...ENGLISH_ONLY, ...Object.values(AREAS).flat()].sort(), textFiles().sort())
})

/** Texts that hold names and no words, or are made of others. */
const WORDLESS = [
  'command.COMMAND_TEXTS.question-invalid',
  'command.COMMAND_WORDS.error',
  'explanation.EXPLANATION.actual',
  'playground.PLAYGROUND_ASK.kinds.',
  'playground.PLAYGROUND_ASK.url',
  'playground.PLAYGROUND_CONVERT.formats.',
]

t.test('every sentence of the tool and the playground has a translation', async (t) => {
  const leaves = await leavesOf(textFiles().filter((file) => !ENGLISH_ONLY.includes(file)))
  const read = () => leaves.map(({ owner, name }): unknown => Reflect.get(owner, name))
  const english = read()
  const undo = [speakKorean(words()), speakKoreanOnPage(words())]
  const korean = read()
  for (const restore of undo.reverse()) restore()
  const missing = leaves.filter((_, i) => korean[i] === english[i]).map(({ path }) => path)
  t.strictSame(
    missing.filter((path) => !WORDLESS.some((name) => path.startsWith(name))),
    [],
  )
  t.ok(leaves.length > 400)
  t.strictSame(read(), english, 'and English is back afterwards')
})

const FOLDER = new URL('../../../src/text/ko/', import.meta.url)
const sources = readdirSync(FOLDER).map((file) => ({ file, source: readFileSync(new URL(file, FOLDER), 'utf8') }))

/** Particles that differ after a vowel and after a consonant. */
const PARTICLE = /\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}['"]?(?:은|는|이|가|을|를|과|와|로|으로|라고|이라고)(?=[\s.,)`])/g

t.test('no particle follows a value, since its form depends on how the value is read', async (t) => {
  for (const { file, source } of sources) t.strictSame(source.match(PARTICLE) ?? [], [], file)
})

t.test('what an error of a conversion may expect is what the readers of documents say', async (t) => {
  const folder = new URL('../../../src/interop/', import.meta.url)
  const interop = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'))
  const korean = sources.find(({ file }) => file === 'interop.ts')?.source ?? ''
  const tables = korean.slice(korean.indexOf('const EXPECTED'), korean.indexOf('const DOCUMENT_LIMITS'))
  const phrases = [...tables.matchAll(/^ {2}'(.*?)':/gm)].map(([, phrase]) => phrase as string)
  t.ok(phrases.length > 10)
  for (const phrase of phrases)
    t.ok(
      interop.some((source) => source.includes(`'${phrase}'`)),
      phrase,
    )
})
