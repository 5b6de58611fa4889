import type { CorsConfig, OriginPattern } from '../config/types.js'
import { COMMAND_WORDS } from '../text/command.js'
import { nearestOf } from '../text/nearest.js'
import { UsageError } from './usage-error.js'

/** What `--allow` calls the `dangerously…` options. */
const ALLOWED = {
  'insecure-origins': 'dangerouslyAllowInsecureOrigins',
  'public-suffix-subdomains': 'dangerouslyAllowPublicSuffixSubdomains',
  'public-addresses': 'dangerouslyAllowPublicAddresses',
} as const

type Allowed = Record<string, boolean | readonly string[]>

/**
 * `--allow insecure-origins` for all, `--allow insecure-origins=http://192.168.1.23:5173` for one; repeatable.
 *
 * @throws UsageError if there is no such option
 */
export function readAllowed(list: readonly string[] = []): Partial<CorsConfig> {
  const allowed: Allowed = {}
  for (const text of list) {
    const [name = '', ...rest] = text.split('=')
    const option = (ALLOWED as Readonly<Record<string, string>>)[name]
    if (option === undefined || !Object.hasOwn(ALLOWED, name)) {
      const choices = Object.keys(ALLOWED)
      throw new UsageError({ code: 'allow-unknown', value: name, suggestion: nearestOf(name, choices), choices })
    }
    const before = allowed[option]
    if (rest.length === 0 || before === true) allowed[option] = true
    else allowed[option] = [...(Array.isArray(before) ? before : []), rest.join('=') as OriginPattern]
  }
  return allowed as Partial<CorsConfig>
}

/** Problems that `--allow` answers, and how. */
const ANSWERS: ReadonlyMap<string, keyof typeof ALLOWED> = new Map([
  ['insecure-origin', 'insecure-origins'],
  ['public-suffix', 'public-suffix-subdomains'],
  ['public-address', 'public-addresses'],
])

/** What to add to the command line, for each problem that a person may accept. */
export function allowHints(problems: readonly { readonly code: string; readonly value: unknown }[]): readonly string[] {
  return problems.flatMap(({ code, value }) => {
    const name = ANSWERS.get(code)
    // Some patterns below a public suffix no option permits; a text of another kind is no origin.
    return name === undefined || typeof value !== 'string' ? [] : [`${COMMAND_WORDS.accept(name, value)}\n`]
  })
}

/** @throws UsageError if it is not a number */
export function readRule(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new UsageError({ code: 'rule-invalid', value: text })
}
