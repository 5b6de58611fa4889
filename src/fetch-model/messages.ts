import type { FetchSite, ResponseTainting } from './fetch-state.js'
import type { HeaderFields, HeaderList } from './header-list.js'

/** A request as it leaves the browser. */
export interface OutgoingRequest {
  readonly kind: 'preflight' | 'actual'
  readonly method: string
  /** Absolute, without a fragment. */
  readonly url: string
  /** The script's headers and those that CORS and caches add. What else a browser sends (Cookie, Host, User-Agent) is not here. */
  readonly headers: HeaderList
  /** Whether the request includes cookies, client certificates and HTTP authentication, if there are any. */
  readonly credentials: boolean
  /** `basic` as long as every URL so far was of the page's own origin, and for forms and WebSockets. */
  readonly responseTainting: ResponseTainting
  /** The value of Sec-Fetch-Site, if the URL gets that header. */
  readonly site: FetchSite
}

/** The answer of a server. Bodies are not modelled. */
export interface ServerResponse {
  readonly status: number
  readonly headers?: HeaderFields | undefined
}

/** What a browser received. */
export interface ReceivedResponse {
  readonly status: number
  readonly headers: HeaderList
}

/** A response that was looked at, and the request that it is for. */
export interface Exchange {
  readonly request: OutgoingRequest
  /** Null where the connection failed. */
  readonly response: ReceivedResponse | null
}
