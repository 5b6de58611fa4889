import { words } from '#packages'
import { nearestOf } from '../text/nearest.js'
import type { Io } from './io.js'
import type { UsageFault } from './usage-error.js'

type Language = 'en' | 'ko'

const LANGUAGES: readonly Language[] = ['en', 'ko']

/** What people may write for a language, and its code: a suggestion for a code that is unknown. */
const NAMES: ReadonlyMap<string, Language> = new Map([
  ['en', 'en'],
  ['english', 'en'],
  ['ko', 'ko'],
  ['korean', 'ko'],
  ['한국어', 'ko'],
])

interface CommandLine {
  /** The other arguments. */
  readonly args: readonly string[]
  /** That of `--lang`, else that of the environment. */
  readonly language: Language
  /** What is wrong with `--lang`. */
  readonly fault?: UsageFault
}

/** Takes `--lang` out of a command line: it may be anywhere before `--`, and the last one counts. */
export function readLanguage(argv: readonly string[], env: Io['env']): CommandLine {
  const args: string[] = []
  let language = languageOf(env)
  const end = argv.indexOf('--')
  const options = end < 0 ? argv : argv.slice(0, end)
  for (let i = 0; i < options.length; i++) {
    const text = options[i] as string
    if (text !== '--lang' && !text.startsWith('--lang=')) {
      args.push(text)
      continue
    }
    const value = text === '--lang' ? options[++i] : text.slice('--lang='.length)
    const wanted = languageIn(value ?? '')
    if (wanted === undefined) return { args, language, fault: faultOf(value) }
    language = wanted
  }
  return { args: [...args, ...argv.slice(options.length)], language }
}

function faultOf(value: string | undefined): UsageFault {
  if (value === undefined) return { code: 'option-without-value', option: '--lang' }
  const suggestion = NAMES.get(nearestOf(value.toLowerCase(), [...NAMES.keys()]) ?? '')
  return { code: 'language-unknown', value, suggestion, choices: LANGUAGES }
}

/** The order is that of POSIX, base definitions, 8.2: an empty variable is as good as none. */
function languageOf(env: Io['env']): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return languageIn(locale) ?? 'en'
}

/** `ko`, `ko-KR`, `ko_KR.UTF-8`. */
function languageIn(text: string): Language | undefined {
  const [code] = text.toLowerCase().split(/[-_.@]/, 1)
  return LANGUAGES.find((language) => language === code)
}

/** Of calls that speak Korean at the same time, the first begins and the last ends. */
let korean: { speakers: number; readonly stop: () => void } | undefined

/**
 * Runs with all sentences in a language, which is that of the whole process meanwhile. Korean is loaded when it is
 * wanted.
 *
 * @returns what `run` returns
 */
export async function speaking<Result>(language: Language, run: () => Promise<Result>): Promise<Result> {
  if (language === 'en') return await run()
  const { speakKorean } = await import('../text/ko/index.js')
  korean ??= { speakers: 0, stop: speakKorean(words()) }
  const shared = korean
  shared.speakers++
  try {
    return await run()
  } finally {
    if (--shared.speakers === 0) {
      shared.stop()
      korean = undefined
    }
  }
}
