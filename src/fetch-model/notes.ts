import { type Catalogue, type Coded, render } from '../text/catalogue.js'
import { NOTE_TEXTS } from '../text/model-notes.js'

/** What CORS does not decide, and a browser does. The union is closed. */
export type NoteFact =
  /**
   * `upgraded`: an https page's image or media, requested over https instead. `displayed`: from an address, over http.
   * `loopback`, `local`: engines differ.
   */
  | Coded<
      'mixed-content-upgraded' | 'mixed-content-displayed' | 'mixed-content-loopback' | 'mixed-content-local',
      { readonly url: string }
    >
  /** Chromium's local network access. `secure`: whether it asks the user; else it blocks. */
  | {
      readonly code: 'local-network-access'
      readonly url: string
      readonly space: 'loopback' | 'local'
      readonly secure: boolean
    }
  /** Credentials are sent to another site. */
  | { readonly code: 'cookie-third-party'; readonly url: string; readonly page: string }
  /** Cookies in Set-Cookie that the browser does not keep for another site's page. */
  | { readonly code: 'cookie-same-site'; readonly url: string; readonly names: readonly string[] }
  | { readonly code: 'cookie-over-http'; readonly url: string; readonly names: readonly string[] }
  /** Set-Cookie in the response to a request without credentials. */
  | { readonly code: 'cookie-ignored'; readonly names: readonly string[] }
  | { readonly code: 'opaque-response-blocking'; readonly type: string }
  /** What a page with a strict embedder policy would not get. */
  | Coded<'embedder-policy' | 'websocket-origin'>
  /** A font of another origin, for which engines differ. */
  | Coded<'font-without-cors'>

export type NoteCode = NoteFact['code']

/** A note with its text. */
export type Note = NoteFact & { readonly text: string }

const TEXTS: Catalogue<NoteFact> = NOTE_TEXTS

export function noteOf(fact: NoteFact): Note {
  return { ...fact, text: render(TEXTS, fact) }
}
