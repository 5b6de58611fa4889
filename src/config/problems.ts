import { words } from '#packages'
import { display } from '../text/display.js'
import { brandError } from './brand-error.js'
import type { OptionName } from './option-names.js'

/** What an unsafe origin would let its pages do. */
export interface Stakes {
  /** Read what the user may read, with their cookies. */
  readonly credentials: boolean
  /** Write, since `enforce` lets through those origins only. */
  readonly enforce: boolean
}

/**
 * Each kind of mistake, with what its sentence is made of. The union is closed: `switch` over `code`, and over `fault`
 * where there is one, and the compiler checks you.
 */
export type CorsConfigFault =
  | { readonly code: 'unknown-option'; readonly fault: 'unknown'; readonly known: readonly OptionName[] }
  | { readonly code: 'unknown-option'; readonly fault: 'misspelled' }
  | { readonly code: 'unknown-option'; readonly fault: 'foreign'; readonly option: string }
  | {
      readonly code: 'wrong-type'
      readonly fault:
        | 'config'
        | 'boolean'
        | 'exemption'
        | 'number'
        | 'string'
        | 'regular-expression'
        | 'empty-string'
        | 'hole'
        | 'origin-function'
    }
  | { readonly code: 'wrong-type'; readonly fault: 'origin-boolean'; readonly credentials: boolean }
  /** `entries` is the list that was probably meant, if it is one that would be accepted. */
  | { readonly code: 'wrong-type'; readonly fault: 'list'; readonly entries?: readonly string[] | undefined }
  | {
      readonly code: 'wrong-type'
      readonly fault: 'too-many-entries'
      readonly length: number
      readonly maximum: number
    }
  | { readonly code: 'wrong-type'; readonly fault: 'unreadable'; readonly thrown: unknown }
  | { readonly code: 'wrong-type'; readonly fault: 'too-deep'; readonly maximum: number }
  | { readonly code: 'origins-missing'; readonly fault: 'missing' | 'unset' | 'empty' }
  | { readonly code: 'wildcard-with-credentials' }
  | { readonly code: 'expose-wildcard-with-credentials' }
  | {
      readonly code: 'origin-syntax'
      readonly fault:
        | 'not-an-origin'
        | 'several'
        | 'semicolon'
        | 'quoted'
        | 'every-host'
        | 'address-wildcard'
        | 'regular-expression'
        | 'scheme-wildcard'
        | 'wildcard-place'
        | 'no-scheme'
        | 'trailing-dot'
        | 'port-zero'
        | 'port'
        | 'none-in-list'
    }
  | { readonly code: 'origin-syntax'; readonly fault: 'too-long'; readonly length: number; readonly maximum: number }
  /** `'*'` or `'none'` from outside the program. */
  | { readonly code: 'origin-syntax'; readonly fault: 'keyword'; readonly keyword: '*' | 'none' }
  | { readonly code: 'origin-null' }
  | { readonly code: 'origin-scheme'; readonly fault: 'file' }
  | { readonly code: 'origin-scheme'; readonly fault: 'never'; readonly scheme: string }
  | { readonly code: 'origin-scheme'; readonly fault: 'websocket'; readonly scheme: string; readonly meant: string }
  | { readonly code: 'origin-not-canonical'; readonly fault: 'origin' | 'range' }
  | ({ readonly code: 'insecure-origin' } & Stakes)
  | ({ readonly code: 'public-suffix'; readonly fault: 'subdomains'; readonly domain: string } & Stakes)
  | ({ readonly code: 'public-suffix'; readonly fault: 'any-host'; readonly scheme: string } & Stakes)
  | { readonly code: 'public-suffix'; readonly fault: 'label'; readonly domain: string }
  /** Whether it is one cannot be told: the bundle has no public suffix list. */
  | { readonly code: 'public-suffix'; readonly fault: 'no-list' }
  | ({ readonly code: 'public-address' } & Stakes)
  | { readonly code: 'exemption-unused'; readonly option: OptionName }
  | { readonly code: 'otherwise-unreachable' }
  | { readonly code: 'otherwise-option'; readonly option: OptionName }
  | { readonly code: 'method-syntax'; readonly fault: NameFault }
  | { readonly code: 'method-forbidden'; readonly method: string }
  | { readonly code: 'method-case' }
  | { readonly code: 'header-syntax'; readonly fault: NameFault }
  | { readonly code: 'header-forbidden'; readonly header: string; readonly list: HeaderOption }
  | {
      readonly code: 'header-direction'
      readonly header: string
      readonly list: HeaderOption
      /** In which messages the header of the CORS protocol is sent. */
      readonly direction: 'request' | 'response'
    }
  | { readonly code: 'max-age-range'; readonly minimum: number; readonly maximum: number }
  | { readonly code: 'status-range'; readonly minimum: number; readonly maximum: number }
  | { readonly code: 'enforce-with-wildcard' }

/** Why a text is not the name of a method or header. */
export type NameFault = 'wildcard' | 'separator' | 'character'

/** Request headers, or response headers. */
export type HeaderOption = 'headers' | 'exposeHeaders'

/** Every kind of mistake that a config can hold. */
export type CorsConfigProblemCode = CorsConfigFault['code']

/** A mistake and its place, before it is put into words. */
export type UnwordedProblem = CorsConfigFault & {
  /** Where: `origins[2]`, `maxAge`; `config` for the whole value. */
  readonly path: string
  /** What is there. */
  readonly value: unknown
  /** The text to write instead, where one is certain: a canonical origin, an upper-case method, a name of ours. */
  readonly suggestion?: string
}

/** What is wrong with a text that `parseOrigin` refuses. */
export type OriginFault = Extract<
  CorsConfigFault,
  { readonly code: 'origin-syntax' | 'origin-null' | 'origin-scheme' | 'origin-not-canonical' }
>

/** The same with the text to write instead, if one is certain. */
export type OriginDiagnosis = OriginFault & { readonly suggestion?: string }

/** What is wrong with the name of an option, with the one that was meant if it is near. */
export type OptionDiagnosis =
  | { readonly fault: 'unknown'; readonly known: readonly OptionName[] }
  | { readonly fault: 'misspelled'; readonly suggestion: OptionName }
  | { readonly fault: 'foreign'; readonly option: string }

/** One mistake in a config. */
export type CorsConfigProblem = UnwordedProblem & {
  /** What is wrong, why, and what to write instead. */
  readonly message: string
}

/**
 * Puts a problem into words.
 *
 * @param forRow whether they are for the author of a row, who can change neither the config nor the program
 */
export function withMessage(problem: UnwordedProblem, forRow = false): CorsConfigProblem {
  const { suggestion } = problem
  const { sentenceOf, withSuggestion } = words()
  const sentence = sentenceOf({ ...problem, forRow }, display(problem.value))
  return { ...problem, message: suggestion === undefined ? sentence : withSuggestion(sentence, suggestion) }
}

/**
 * Thrown when a config is refused, with every problem in it at once.
 * The message lists them all for people; programs read `problems`.
 */
export class CorsConfigError extends Error {
  static {
    brandError(CorsConfigError, 'CorsConfigError')
  }

  readonly code = 'ERR_CORS_CONFIG'
  readonly problems: readonly CorsConfigProblem[]

  /** @param problems at least one */
  constructor(problems: readonly CorsConfigProblem[]) {
    super(words().renderProblemList(problems))
    this.problems = Object.freeze(problems.map((problem) => Object.freeze({ ...problem })))
  }
}
