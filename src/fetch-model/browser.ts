import type { Engine } from './engine.js'
import { type Evaluation, evaluateIn, type Responses } from './evaluate.js'
import type { BrowserState } from './exchange.js'
import { HttpCache } from './http-cache.js'
import { PreflightCache } from './preflight-cache.js'
import type { BrowserRequest } from './request.js'

/** How a browser is to behave. */
export interface BrowserOptions {
  /** The time in milliseconds. Default: the clock's. */
  readonly now?: (() => number) | undefined
  /** Whose limits and cache keys hold. Default: `chromium`. */
  readonly engine?: Engine | undefined
}

/** A browser that remembers. */
export interface Browser {
  /** As `evaluate`, with what the browser remembers of earlier requests. What comes from a cache is not in `sent`. */
  evaluate(request: BrowserRequest, responses: Responses): Evaluation
}

/**
 * A browser with an HTTP cache and a preflight cache that last from one `evaluate` to the next, so that an `<img>` can
 * come first and a canvas later. The HTTP cache follows RFC 9111: freshness (without a word of the server's, a tenth of the time
 * since Last-Modified, and for good for 301, 308 and 410), Vary, validation and 304. Like browsers, it keeps one
 * response per URL and page's site. Not modelled: stale-while-revalidate, ranges, the in-memory cache of one page.
 *
 * @see https://fetch.spec.whatwg.org/#concept-cache for preflights
 */
export function createBrowser(options: BrowserOptions = {}): Browser {
  const { now = Date.now, engine = 'chromium' } = options
  const browser: BrowserState = { preflights: new PreflightCache(), httpCache: new HttpCache(), engine, now }
  return { evaluate: (request, responses) => evaluateIn(browser, request, responses) }
}
