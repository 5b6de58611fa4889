import type { CorsConfig } from '../config/types.js'

/** What a conversion loses, or does in another way. The union is closed: `switch` over it and the compiler checks you. */
export type ConversionNoteCode =
  /** An option is absent, and the default of the source allows every origin. */
  | 'origin-default'
  /** The source also refuses preflights for GET, HEAD or POST; a policy does not, since CORS itself cannot. */
  | 'safelisted-method'
  /** A method that the target does not know is left out. */
  | 'method-dropped'
  /** `*` stands for fewer methods on the other side. */
  | 'methods-narrowed'
  /** The target has no `*` for response headers, so they stay hidden. */
  | 'expose-wildcard-dropped'
  /** A pattern of the source crosses dots, and ours stays within one label. */
  | 'pattern-narrowed'
  /** A pattern that cannot be read back from the target. */
  | 'pattern-one-way'
  /** The source or target always sends or never sends credentials. */
  | 'credentials-differ'
  /** Browsers take less than the number says. */
  | 'max-age-capped'
  /** The number means something else, or stands there where none was. */
  | 'max-age-explicit'
  /** An allowed preflight gets another status. */
  | 'status-fixed'
  /** Which OPTIONS requests are answered as preflights. */
  | 'preflight-differs'
  /** The target answers no preflights: what stands behind it has to. */
  | 'preflight-from-origin'
  /** Not every response says `Vary: Origin`. */
  | 'vary-not-always'
  /** An option that has nothing to do with what a browser may do is left out. */
  | 'option-dropped'
  /** What a `dangerously…` option permits is in the document, and the option is not. */
  | 'dangerous-option-dropped'

/** One difference between a document and the policy that it was made from, or the other way round. */
export interface ConversionNote {
  readonly code: ConversionNoteCode
  /** Where in the source: `allow_methods`, `CORSRules[0].AllowedOrigins[1]`, `maxAge`. */
  readonly path: string
  /** What differs, and what to do about it if anything. */
  readonly message: string
}

/** What `from…` gives. */
export interface Imported {
  /** Normalised and deep-frozen, as `parseConfig` gives it. */
  readonly config: CorsConfig
  readonly notes: readonly ConversionNote[]
}

/** What `to…` gives. */
export interface Exported<Document> {
  readonly document: Document
  readonly notes: readonly ConversionNote[]
}

/** https://fetch.spec.whatwg.org/#cors-safelisted-method: no policy can forbid them, so a policy does not list them. */
export const SAFELISTED_METHODS: readonly string[] = ['GET', 'HEAD', 'POST']
