import type {
  BodyKind,
  CredentialsMode,
  Destination,
  EmbedderPolicy,
  Initiator,
  RedirectMode,
  RequestMode,
} from '../fetch-model/request.js'
import type { Coded } from '../text/catalogue.js'

export type View = 'ask' | 'paste' | 'convert' | 'stories'

/** A request of a page: what `explain` takes, with every field there. */
export interface PlaygroundRequest {
  readonly origin: string
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly mode: RequestMode
  readonly credentials: CredentialsMode
  readonly redirect: RedirectMode
  readonly body: BodyKind | undefined
  readonly uploadListeners: boolean
  readonly destination: Destination
  readonly integrity: boolean
  readonly initiator: Initiator | undefined
  readonly embedderPolicy: EmbedderPolicy
  /** The response headers that the script reads. */
  readonly reads: readonly string[]
}

/** A document to convert, and the formats, as `cors-policy convert` names them. */
export interface PlaygroundConversion {
  readonly from: string
  readonly to: string
  readonly text: string
}

/** The state of the page that a link carries. */
export interface PlaygroundState {
  readonly view: View
  /** As typed: JSON of a config. */
  readonly config: string
  readonly request: PlaygroundRequest
  /** What `inspect` reads. */
  readonly paste: string
  readonly convert: PlaygroundConversion
  /** The id of a story, or `''`. */
  readonly story: string
}

/** Why a link does not give all of its state. The union is closed. */
export type StateProblem =
  | Coded<'link-too-long', { readonly maximum: number }>
  | Coded<'link-broken' | 'link-cut'>
  | Coded<'link-version', { readonly version: string }>
  /** Values of the wrong type, or text that did not fit into the link. */
  | Coded<'link-fields' | 'link-left-out', { readonly fields: readonly string[] }>

export const VIEWS: readonly View[] = ['ask', 'paste', 'convert', 'stories']

/**
 * The values that a link leaves out. So they must never change, or old links would mean something else: a page that
 * starts with an example shows it where there is no fragment.
 */
export const EMPTY_STATE: PlaygroundState = {
  view: 'ask',
  config: '',
  request: {
    origin: '',
    url: '',
    method: 'GET',
    headers: {},
    mode: 'cors',
    credentials: 'same-origin',
    redirect: 'follow',
    body: undefined,
    uploadListeners: false,
    destination: '',
    integrity: false,
    initiator: undefined,
    embedderPolicy: 'unsafe-none',
    reads: [],
  },
  paste: '',
  convert: { from: '', to: '', text: '' },
  story: '',
}
