import type { CorsConfig } from '../config/types.js'
import { DEFAULT_URL, type Explanation, explain } from '../explain/explain.js'
import type { ConfigFix } from '../explain/fix.js'
import { PLAYGROUND_ASK } from '../text/playground.js'
import type { PlaygroundRequest } from './state.js'

/** What a browser makes of a request, or why it cannot be asked. */
export type Answer =
  | { readonly explanation: Explanation; readonly refusal?: undefined }
  | { readonly explanation?: undefined; readonly refusal: string }

/** A page that has not been named. */
const DEFAULT_ORIGIN = 'https://app.example.com'

/**
 * Each header may be refused and proposed in turn, so that with thousands of them an answer takes minutes. Servers accept no
 * more either.
 */
const MAX_FIELDS = 100

/** Asks a policy as the page would. Never throws: a link may name any value. */
export function ask(config: CorsConfig, request: PlaygroundRequest): Answer {
  const { origin, url, method, headers, reads } = request
  if (Math.max(Object.keys(headers).length, reads.length) > MAX_FIELDS) {
    return { refusal: PLAYGROUND_ASK.tooManyFields(MAX_FIELDS) }
  }
  try {
    const asked = { ...request, origin: origin || DEFAULT_ORIGIN, url: url || DEFAULT_URL, method: method || 'GET' }
    return { explanation: explain(config, asked) }
  } catch (error) {
    return { refusal: (error as Error).message }
  }
}

/** The changes to the config, which belong together. */
export function configFixesOf({ fixes }: Explanation): readonly ConfigFix[] {
  return fixes.filter((change) => change.kind === 'config')
}
