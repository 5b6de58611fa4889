import type { Test } from 'tap'
import { words } from '../../src/platform/packages.js'
import { speakKorean } from '../../src/text/ko/index.js'
import { speakKoreanOnPage } from '../../src/text/ko/page.js'
import { leavesOf, say, sentencesOf, textFiles } from './sentences.js'

const HANGUL = /\p{Script=Hangul}/u
/** Four English words in a row are a sentence that nobody has translated, unless they are a quote. */
const ENGLISH = /\b[a-z]+ [a-z]+ [a-z]+ [a-z]+\b/
const QUOTES = [
  'Redirect is not allowed for a preflight request.',
  'Permission was denied for this request to access the',
  'Bypass OPTIONS requests to origin',
  'A policy for each host',
]
/** What a translation has to keep as it is: URLs, options, names of headers and functions, numbers, what is quoted. */
const KEPT =
  /[a-z][a-z-]*:\/\/[\w.*:/-]*\w|--[a-z][a-z-]*|\b[A-Z][a-z]+(?:-[A-Z*][\w*]*)+|\b[a-z]+[A-Z]\w*|[\w.]+\(\)|\d+(?:\.\d+)*|(?<=')[^' ]+(?=')|\b[A-Z]{3,}\b|net::\w+/g

/** The files with sentences that are translated, by the test that looks at them. */
export const AREAS = {
  config: ['config', 'config-origins', 'display', 'problem-list'],
  command: ['command', 'command-help'],
  explain: ['explanation', 'fixes', 'lint', 'model', 'model-notes', 'model-request'],
  doctor: textFiles().filter((file) => file.startsWith('doctor')),
  interop: ['interop', 'interop-notes'],
  playground: ['playground', 'playground-state', 'playground-stories'],
} as const

/**
 * Says all sentences of an area in English and in Korean, with the same data, and compares them.
 *
 * @param wordless texts without words of their own, or groups of such texts
 */
export async function checkKorean(t: Test, area: keyof typeof AREAS, wordless: readonly string[] = []): Promise<void> {
  const leaves = await leavesOf(AREAS[area])
  const english = leaves.map(sentencesOf)
  const undo = [speakKorean(words()), speakKoreanOnPage(words())]
  t.teardown(() => {
    for (const restore of undo.reverse()) restore()
  })
  const korean = leaves.map((leaf, i) => (english[i] ?? []).map(({ args }) => say(leaf, args)))
  const faults: string[] = []
  const lines = new Set<string>()
  for (const [i, leaf] of leaves.entries()) {
    for (const [j, sentence] of (english[i] ?? []).entries()) {
      const text = korean[i]?.[j]?.[0]?.text ?? ''
      lines.add(`${leaf.path}: ${text}`)
      faults.push(
        ...faultsOf(
          sentence.text,
          text,
          wordless.some((path) => leaf.path.startsWith(path)),
        ).map((fault) => `${leaf.path}: ${fault}`),
      )
    }
  }
  t.strictSame(faults, [])
  t.matchSnapshot([...lines].join('\n'))
}

function faultsOf(english: string, text: string, isWordless: boolean): string[] {
  const foreign = QUOTES.reduce((rest, quote) => rest.replaceAll(quote, ''), text)
  const lost = (english.match(KEPT) ?? []).filter((token) => !text.includes(token))
  return [
    ...(isWordless || HANGUL.test(text) ? [] : [`not Korean: ${text}`]),
    ...(ENGLISH.test(foreign) ? [`has an English sentence: ${text}`] : []),
    ...(lost.length === 0 ? [] : [`lacks ${lost.join(' ')}: ${text} | ${english}`]),
  ]
}
