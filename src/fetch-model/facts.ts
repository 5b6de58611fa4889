import type { Coded } from '../text/catalogue.js'

/** What a step says that the request passed. The union is closed. */
export type PassedFact =
  | Coded<'same-origin' | 'navigation', { readonly target: string }>
  | {
      readonly code: 'cross-origin'
      readonly target: string
      readonly origin: string
      /** Whether the request was at another origin before. */
      readonly back: boolean
      readonly cors: boolean
    }
  | { readonly code: 'handshake'; readonly target: string; readonly origin: string }
  | { readonly code: 'method-normalized'; readonly from: string; readonly to: string }
  | { readonly code: 'headers-dropped'; readonly names: readonly string[]; readonly noCors: boolean }
  | { readonly code: 'body-dropped'; readonly method: string }
  | {
      readonly code: 'preflight-needed'
      /** The method, where it needs a preflight. */
      readonly method: string | null
      readonly upload: boolean
      /** The headers that need one, in lower case. */
      readonly headers: readonly string[]
    }
  | Coded<'preflight-not-needed' | 'event-source' | 'preflight-remembered'>
  | Coded<'allow-origin-any' | 'lists-readable' | 'authorization-absent' | 'authorization-named'>
  | { readonly code: 'allow-origin-matches'; readonly origin: string; readonly credentials: boolean }
  | { readonly code: 'status-ok'; readonly status: number }
  | { readonly code: 'method-allowed'; readonly method: string; readonly by: 'name' | 'safelist' | 'wildcard' }
  | { readonly code: 'headers-allowed'; readonly wildcard: boolean }
  | { readonly code: 'max-age'; readonly seconds: number }
  | { readonly code: 'cache-fresh'; readonly age: number; readonly lifetime: number | null }
  | { readonly code: 'cache-vary'; readonly field: string }
  | { readonly code: 'cache-stale'; readonly revalidates: boolean }
  | Coded<'cache-validated' | 'misdirected-retry' | 'integrity-unknown'>
  | { readonly code: 'resource-policy-passed'; readonly policy: string | null }
  | { readonly code: 'redirect-scheme-ok'; readonly scheme: string }
  | { readonly code: 'redirect-counted'; readonly count: number; readonly limit: number }
  | Coded<'redirect-without-credentials' | 'redirect-same-origin-credentials' | 'redirect-body-sent'>
  | {
      readonly code: 'redirected'
      readonly url: string
      /** The new method, where it changes. */
      readonly method: string | null
      /** Whether Authorization is removed. */
      readonly authorization: boolean
      readonly nullOrigin: boolean
    }
  | { readonly code: 'response-visible'; readonly status: number; readonly hidden: readonly string[] }
  | { readonly code: 'socket-open' }

/**
 * Why a step failed. `subject` is the method, header name, value or URL on which it failed. The union is closed.
 */
export type FailedFact =
  | Coded<
      | 'url-invalid'
      | 'url-credentials'
      | 'method-invalid'
      | 'method-forbidden'
      | 'method-not-safelisted'
      | 'body-with-get'
      | 'mixed-content'
      | 'mode-no-cors-redirect'
      | 'scheme-not-http'
      | 'allow-origin-wildcard'
      | 'allow-origin-multiple'
      | 'allow-credentials-not-true'
      | 'preflight-redirect'
      | 'preflight-not-ok'
      | 'allow-methods-invalid'
      | 'allow-headers-invalid'
      | 'redirect-error'
      | 'redirect-manual'
      | 'redirect-credentials'
      | 'handshake-status',
      { readonly subject: string }
    >
  | Coded<
      | 'stream-mode'
      | 'stream-unauthorized'
      | 'allow-origin-missing'
      | 'allow-credentials-missing'
      | 'location-invalid'
      | 'integrity-opaque'
      | 'response-opaque'
      | 'response-navigated'
      | 'response-discarded'
    >
  | { readonly code: 'header-invalid'; readonly subject: string; readonly part: 'name' | 'value' }
  | Coded<'mode-same-origin' | 'allow-origin-mismatch', { readonly subject: string; readonly origin: string }>
  | { readonly code: 'network-error'; readonly preflight: boolean }
  | { readonly code: 'method-not-allowed'; readonly subject: string; readonly wildcard: boolean }
  | { readonly code: 'authorization-not-allowed'; readonly subject: 'authorization'; readonly wildcard: boolean }
  | {
      readonly code: 'header-not-allowed'
      readonly subject: string
      /** All that are missing, in lower case. */
      readonly missing: readonly string[]
      readonly wildcard: boolean
    }
  | {
      readonly code: 'resource-policy'
      readonly subject: string
      readonly origin: string
      /** The page's embedder policy, where that is what keeps the response out. */
      readonly embedder: string | null
    }
  | { readonly code: 'redirect-scheme'; readonly subject: string; readonly scheme: string }
  | { readonly code: 'redirect-count'; readonly limit: number }
  | { readonly code: 'redirect-stream'; readonly status: number }
  | { readonly code: 'event-source-rejected'; readonly status: number; readonly type: string | null }

/** What a step says. */
export type StepFact = PassedFact | FailedFact

/** Why a step failed. The union is closed. */
export type FailureReason = FailedFact['code']
