import { type Catalogue, type Coded, render } from '../text/catalogue.js'
import { FIX_TEXTS } from '../text/fixes.js'
import type { OptionPath } from './config-levels.js'

/** A change to what a server answers. */
export type ResponseFix = Rendered<ResponseFixFact>

/** A change to what the page requests, or to the page. */
export type RequestFix = Rendered<RequestFixFact>

/** A change to the config. */
export type ConfigFix = Rendered<ConfigFixFact>

/** What would get a request past the step that failed. */
export type BrowserFix = ResponseFix | RequestFix

type Rendered<Fact> = Fact & { readonly text: string }

interface HeaderChange {
  readonly kind: 'response'
  /** Which answer: the preflight's, or the request's own. */
  readonly on: 'preflight' | 'actual'
  /** The header, or `status`. */
  readonly field: string
  readonly value: string
}

/** `set`: that is the value, whatever it was. `add`: one more element of the list. `remove`: no such header. */
type ResponseFixFact =
  | Coded<'set-allow-origin' | 'set-header' | 'set-status', HeaderChange & { readonly action: 'set' }>
  | Coded<'add-to-list', HeaderChange & { readonly action: 'add' }>
  | Coded<'remove-header', HeaderChange & { readonly action: 'remove' }>

interface RequestChange {
  readonly kind: 'request'
}

type RequestFixFact =
  | Coded<
      | 'omit-credentials'
      | 'real-origin'
      | 'cors-mode'
      | 'follow-redirects'
      | 'credentials-in-header'
      | 'redirect-without-credentials'
      | 'use-fetch',
      RequestChange
    >
  | Coded<'final-url', RequestChange & { readonly because: 'preflight' | 'origin' | 'stream' }>
  | Coded<'upper-case-method' | 'other-method', RequestChange & { readonly method: string }>
  | Coded<'crossorigin-attribute', RequestChange & { readonly element: string }>
  | Coded<'https-url', RequestChange & { readonly url: string }>
  | Coded<'https-page' | 'own-subdomains', RequestChange & { readonly origin: string }>
  | Coded<'not-configurable', RequestChange & { readonly reason: string }>
  | Coded<'unreadable-header', RequestChange & { readonly name: string }>

/** `path` is an option of the config, or of one that it holds: `otherwise.methods`. */
interface ConfigChange {
  readonly kind: 'config'
}

type ConfigFixFact =
  | Coded<
      'add-entry',
      ConfigChange & {
        readonly action: 'add'
        readonly path: OptionPath<'methods' | 'headers' | 'exposeHeaders'>
        readonly value: string
      }
    >
  | Coded<
      'add-origin',
      ConfigChange & {
        readonly action: 'add'
        readonly path: OptionPath<'origins'>
        readonly value: string
        /** Whether it is plain http. */
        readonly insecure: boolean
      }
    >
  | Coded<
      'list-origins',
      ConfigChange & {
        readonly action: 'set'
        readonly path: OptionPath<'origins'>
        readonly value: readonly string[]
        readonly insecure: boolean
      }
    >
  | Coded<
      'list-exposed',
      ConfigChange & {
        readonly action: 'set'
        readonly path: OptionPath<'exposeHeaders'>
        readonly value: readonly string[]
      }
    >
  | Coded<
      'set-credentials',
      ConfigChange & { readonly action: 'set'; readonly path: OptionPath<'credentials'>; readonly value: true }
    >

type FixFact = ResponseFixFact | RequestFixFact | ConfigFixFact

const TEXTS: Catalogue<FixFact> = FIX_TEXTS

/** A fix with its text. */
export function fix<Fact extends FixFact>(fact: Fact): Fact & { readonly text: string } {
  return { ...fact, text: render<FixFact>(TEXTS, fact) }
}
