import { brandError } from '../config/brand-error.js'
import type { CorsConfigProblem } from '../config/problems.js'
import { type Catalogue, render } from '../text/catalogue.js'
import { INTEROP_PROBLEMS, renderConversionProblems } from '../text/interop.js'
import type { RegexFault } from './origin-regex.js'

/** Why a conversion is refused, with what its sentence is made of. */
export type ConversionProblemItem =
  /** The text is not what it should be, or more than a configuration can be. */
  | { readonly code: 'document-syntax'; readonly format: string; readonly reason: string }
  | { readonly code: 'document-limit'; readonly fault: 'length' | 'depth' | 'size' | 'binary'; readonly limit: number }
  /** Of Helm or Jinja, which has to make the document first. */
  | { readonly code: 'document-template' }
  /** The configuration of a program that we cannot read. */
  | { readonly code: 'not-read'; readonly program: string }
  /** A getter, a proxy, or something else that throws. */
  | { readonly code: 'document-unreadable'; readonly reason: string }
  /** No configuration of that dialect, or several. */
  | { readonly code: 'nothing-found'; readonly dialect: string; readonly known: readonly string[] }
  | { readonly code: 'several-found'; readonly dialect: string; readonly paths: readonly string[] }
  | { readonly code: 'pick-not-found'; readonly paths: readonly string[] }
  | { readonly code: 'rule-not-found'; readonly count: number }
  | { readonly code: 'unknown-key'; readonly key: string; readonly known: readonly string[] }
  | { readonly code: 'wrong-value'; readonly expected: string; readonly got: string }
  /** Other code merges or sets more. */
  | { readonly code: 'options-elsewhere' }
  | { readonly code: 'options-conflict'; readonly names: readonly string[] }
  /** A function, a variable, a reference: its value is not in the document. */
  | { readonly code: 'computed-value'; readonly expression: string; readonly option: string }
  /** A function that the peer calls for each request, for its origins or for all of its options. */
  | { readonly code: 'origin-function'; readonly fault: 'origins' | 'options'; readonly source: string }
  /** The peer itself throws, or answers 500. */
  | { readonly code: 'source-fails'; readonly source: string; readonly option: string; readonly got: string }
  | { readonly code: 'preflight-off'; readonly source: string }
  | { readonly code: 'reflects-any-origin'; readonly source: string }
  /** A text that is a pattern to us, and none to the source. */
  | { readonly code: 'literal-pattern'; readonly source: string }
  | { readonly code: 'wildcard-in-list'; readonly source: string }
  /** The source may allow every origin in the place of one that it does not accept. */
  | { readonly code: 'source-rejects'; readonly source: string }
  | { readonly code: 'origin-prefix'; readonly source: string }
  | { readonly code: 'one-label'; readonly source: string; readonly pattern: string }
  | { readonly code: 'port-required'; readonly pattern: string }
  | { readonly code: 'regex'; readonly fault: RegexFault; readonly meant: readonly string[] }
  | { readonly code: 'regex-flags'; readonly flags: string }
  | { readonly code: 'method-any' }
  /** An option that only says that there is a default. */
  | { readonly code: 'shorthand'; readonly name: string }
  | { readonly code: 'rules-differ'; readonly count: number }
  | { readonly code: 'dynamic-origin'; readonly expression: string }
  /** A `*` that is sent to some origins only. */
  | { readonly code: 'conditional-wildcard' }
  /** Parts of a text that count for different paths. */
  | { readonly code: 'paths-differ'; readonly count: number }
  /** What a target would allow beyond the policy, or could not allow at all. */
  | { readonly code: 'target-origin'; readonly fault: TargetOriginFault; readonly target: string }
  | { readonly code: 'target-enforce'; readonly target: string }
  | { readonly code: 'target-none'; readonly target: string }
  | { readonly code: 'target-otherwise'; readonly target: string }
  /** A rule for an inner config would also fit requests of origins of an outer one, with these methods and headers. */
  | { readonly code: 'target-rules'; readonly target: string; readonly names: readonly string[] }
  | { readonly code: 'target-headers'; readonly fault: TargetHeadersFault; readonly target: string }
  | { readonly code: 'target-name'; readonly fault: 'dollar' | 'variable'; readonly target: string }
  | { readonly code: 'target-size'; readonly target: string; readonly limit: number }

export type TargetOriginFault =
  | 'pattern'
  | 'range'
  | 'scheme'
  | 'label'
  | 'two-wildcards'
  | 'subdomains-only'
  | 'any-port'
  | 'any-host'
  | 'address-range'
  | 'host'
export type TargetHeadersFault =
  | 'authorization'
  | 'literal-wildcard'
  | 'content-type'
  | 'one-direction'
  | 'no-wildcard'
  | 'characters'

/** Where it is, what is there, and what to do. */
interface Located {
  /** Where: `allow_origins[0]`; `document` for the whole. */
  readonly path: string
  readonly value: unknown
  /** What is wrong, why, and what to write instead. */
  readonly message: string
  /** The text to write instead, where one is certain. */
  readonly suggestion?: string | undefined
  /** In the text of the document, from 1. */
  readonly line?: number
  readonly column?: number
}

/** Either a problem of the conversion, or one of the config that it would give: `insecure-origin`, say. */
export type ConversionProblem = (ConversionProblemItem & Located) | (CorsConfigProblem & Located)

export type ConversionProblemCode = ConversionProblem['code']

const TEXTS: Catalogue<ConversionProblemItem> = INTEROP_PROBLEMS

export function describeProblem(item: ConversionProblemItem): string {
  return render(TEXTS, item)
}

/**
 * Thrown when a document or a policy is not converted, with every reason at once. The message lists them all for people;
 * programs read `problems`.
 */
export class CorsConversionError extends Error {
  static {
    brandError(CorsConversionError, 'CorsConversionError')
  }

  readonly code = 'ERR_CORS_CONVERSION'
  readonly problems: readonly ConversionProblem[]

  /** @param problems at least one */
  constructor(problems: readonly ConversionProblem[]) {
    super(renderConversionProblems(problems))
    this.problems = Object.freeze(problems.map((problem) => Object.freeze({ ...problem })))
  }
}
