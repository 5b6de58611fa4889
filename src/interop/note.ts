import type { CorsConfig } from '../config/types.js'
import { type Catalogue, render } from '../text/catalogue.js'
import { INTEROP_NOTES } from '../text/interop-notes.js'

/**
 * A difference between source and result, with the data of its sentence. The union on `code` is closed: the compiler
 * checks a `switch` over it.
 */
export type NoteItem =
  /** An option is absent, and the default of the source allows every origin. */
  | { readonly code: 'origin-default'; readonly source: string }
  /** Without this option the source does nothing. */
  | { readonly code: 'not-enabled'; readonly source: string; readonly option: string }
  /** The source replaces a list with these names by its default. */
  | { readonly code: 'default-used'; readonly source: string; readonly names: readonly string[] }
  /** The source also refuses preflights for GET, HEAD or POST; a policy does not, since CORS itself cannot. */
  | { readonly code: 'safelisted-method'; readonly methods: readonly string[] }
  /** A method that the target does not know is left out. */
  | { readonly code: 'method-dropped'; readonly target: string; readonly method: string }
  /** `*` means fewer methods on the other side. */
  | { readonly code: 'methods-narrowed'; readonly target: string; readonly methods: readonly string[] }
  /** Names that do nothing in their list: no script sends them, or none may read them. */
  | {
      readonly code: 'names-dropped'
      readonly fault: 'request' | 'response' | 'direction' | 'method'
      readonly names: readonly string[]
    }
  /** `*` among names, where a browser would read it as a name. */
  | { readonly code: 'wildcard-dropped'; readonly option: 'methods' | 'headers' | 'exposeHeaders' }
  /** The target has no `*` for response headers, so they stay hidden. */
  | { readonly code: 'expose-wildcard-dropped'; readonly target: string }
  /** The target has one list for request and response headers: these names are in only one of ours. */
  | { readonly code: 'headers-narrowed'; readonly target: string; readonly names: readonly string[] }
  /** Patterns that match less than their source. */
  | { readonly code: 'pattern-narrowed'; readonly patterns: readonly string[] }
  /** Patterns of which the target matches less. */
  | { readonly code: 'pattern-one-label'; readonly target: string; readonly patterns: readonly string[] }
  /** Patterns for any port of loopback, where the source requires a port. */
  | { readonly code: 'default-port'; readonly patterns: readonly string[] }
  /** Patterns that cannot be read back from the target. */
  | { readonly code: 'pattern-one-way'; readonly target: string }
  /** The source or target always sends or never sends credentials. */
  | {
      readonly code: 'credentials-differ'
      readonly fault: 'always' | 'never' | 'ignored' | 'import'
      readonly name: string
    }
  /** Browsers take less than the number says. */
  | { readonly code: 'max-age-capped'; readonly maximum: number }
  /** The number means something else, or is there where none was. */
  | {
      readonly code: 'max-age-explicit'
      readonly fault: 'negative' | 'default' | 'omitted'
      readonly name: string
      readonly seconds: number
    }
  /** An allowed preflight gets another status. */
  | { readonly code: 'status-fixed'; readonly target: string; readonly status: number }
  /** Which OPTIONS requests are answered as preflights. */
  | {
      readonly code: 'preflight-differs'
      readonly fault: 'lenient' | 'continued' | 'not-strict'
      readonly name: string
    }
  /** The target answers no preflights, so the server after it has to. */
  | { readonly code: 'preflight-from-origin'; readonly target: string }
  /** Not every response says `Vary: Origin`. */
  | { readonly code: 'vary-not-always'; readonly target: string }
  /** An option that has nothing to do with what a browser may do is left out. */
  | { readonly code: 'option-dropped'; readonly option: string }
  /** The document contains what a `dangerously…` option permits, but has no such option. */
  | { readonly code: 'dangerous-option-dropped'; readonly target: string }

export type ConversionNoteCode = NoteItem['code']

/** One difference between a document and the policy that it was made from, or the other way round. */
export type ConversionNote = NoteItem & {
  /** Where in the source: `allow_methods`, `CORSRules[0].AllowedOrigins[1]`, `maxAge`. */
  readonly path: string
  /** What differs, and what to do about it if anything. */
  readonly message: string
}

/** The result of `from…`. */
export interface Imported {
  /** Normalised and deep-frozen, as `parseConfig` gives it. */
  readonly config: CorsConfig
  readonly notes: readonly ConversionNote[]
}

/** The result of `to…`. */
export interface Exported<Document> {
  readonly document: Document
  readonly notes: readonly ConversionNote[]
}

const TEXTS: Catalogue<NoteItem> = INTEROP_NOTES

/** Notes with the same sentence are one. */
export class NoteList {
  readonly #notes = new Map<string, ConversionNote>()

  add(path: string, item: NoteItem): void {
    const message = render(TEXTS, item)
    const key = `${item.code} ${message}`
    if (!this.#notes.has(key)) this.#notes.set(key, Object.freeze({ ...item, path, message }))
  }

  finish(): readonly ConversionNote[] {
    return Object.freeze([...this.#notes.values()])
  }
}
