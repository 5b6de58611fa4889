import type { PlaygroundState } from './state.js'

/** Texts that are kept in a link: a message of a console, a few headers. */
const MAX_SHARED_PASTE = 20_000
/** Names of fields and parameters whose values nobody else should have. */
const SECRETS = /cookie|authori[sz]ation|token|secret|password|api-?key|session|signature|x-amz-|\bbearer\b/i
/** What a value in a header is replaced by: CORS does not look at it. */
const HIDDEN = 'x'
/** Headers whose values decide whether there is a preflight. */
const DECIDING = /^(accept|accept-language|content-language|content-type|range)$/i

/**
 * The state as a link may carry it. What was pasted is left out where it could hold a secret, and so are values of headers
 * that could be one: people send links to chats.
 */
export function shareable(state: PlaygroundState): PlaygroundState {
  const { request, paste } = state
  const headers = Object.entries(request.headers).map(([name, value]) => [name, DECIDING.test(name) ? value : HIDDEN])
  return {
    ...state,
    request: { ...request, headers: Object.fromEntries(headers) },
    paste: isShareable(paste) ? paste : '',
  }
}

/** Whether a link may carry what was pasted. */
export function isShareable(paste: string): boolean {
  return paste.length <= MAX_SHARED_PASTE && !SECRETS.test(paste)
}
