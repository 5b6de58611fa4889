import { type Catalogue, type Coded, render } from '../text/catalogue.js'
import { ADVICE_TEXTS } from '../text/lint.js'

/** The data of a piece of advice. The union is closed. */
export type AdviceFact =
  /** Scripts that send JSON need `content-type` among the headers; `headers: '*'` does not cover Authorization. */
  | Coded<'content-type-not-allowed' | 'authorization-not-covered'>
  /** Browsers cap the time for which they remember a preflight: seconds. */
  | Coded<'max-age-above-limit', { readonly chromium: number; readonly webkit: number }>
  /** Without `maxAge` browsers ask again after five seconds. */
  | Coded<'max-age-missing', { readonly assumed: number; readonly suggested: number }>
  /** With `maxAge: 0` browsers ask before every request. */
  | Coded<'max-age-zero'>
  /** A page on a developer's own machine next to pages of the public web; a page over plain http. */
  | Coded<'localhost-in-production' | 'insecure-origin', { readonly origin: string }>
  /** A pattern for subdomains that anyone can register. */
  | Coded<'public-suffix-pattern', { readonly origin: string; readonly domain: string }>
  /** A pattern for subdomains whose parent domain is not allowed. */
  | Coded<'apex-not-covered', { readonly origin: string; readonly apex: string }>
  /** An origin that another entry covers, or one of the config whose `otherwise` this is. */
  | Coded<'origin-covered', { readonly origin: string; readonly by: 'wildcard' | 'pattern' | 'outer-config' }>
  /** A method or header name next to `*`; GET, HEAD or POST, which CORS cannot forbid. */
  | Coded<'name-covered' | 'safelisted-method', { readonly name: string }>
  /** OPTIONS, which preflights do not need. */
  | Coded<'options-method'>
  /** A request header that most values of need no entry; a response header that every script can read. */
  | Coded<'safelisted-request-header' | 'safelisted-response-header', { readonly name: string }>
  /** Headers that clients of a protocol send or read, where the config lists another one of it. */
  | Coded<
      'protocol-headers-missing',
      {
        readonly protocol: string
        readonly option: 'headers' | 'exposeHeaders'
        readonly names: readonly string[]
      }
    >
  /** CORS does not keep requests with cookies from running. */
  | Coded<'credentials-without-enforce'>
  /** A `dangerously…` option without which the config compiles as well. */
  | Coded<'dangerous-option-unneeded', { readonly option: string }>
  /** An entry of such an option's list without which the config compiles as well. */
  | Coded<'exemption-unneeded', { readonly option: string; readonly origin: string }>

/** Every kind of advice. The union is closed. */
export type AdviceCode = AdviceFact['code']

/** Something legal in a config that its author may not have meant. */
export type Advice = AdviceFact & {
  /** Where: `origins[2]`, `maxAge`, `otherwise.origins[0]`. */
  readonly path: string
  /** The value there; undefined if the option is absent. */
  readonly value: unknown
  /** The consequence, and what to write instead. */
  readonly message: string
}

const TEXTS: Catalogue<AdviceFact> = ADVICE_TEXTS

export function advise(path: string, value: unknown, fact: AdviceFact): Advice {
  return { ...fact, path, value, message: render(TEXTS, fact) }
}
