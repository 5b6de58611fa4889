import { EMPTY_STATE, type PlaygroundState, type StateInput, type View } from './state.js'

/** Texts that are kept in a link: a message of a console, a few headers. */
const MAX_SHARED_PASTE = 20_000
/** Names of fields and parameters whose values nobody else should have. */
const SECRETS = /cookie|authori[sz]ation|token|secret|password|api-?key|session|signature|x-amz-|\bbearer\b/i
/** What a value in a header is replaced by: CORS does not look at it. */
const HIDDEN = 'x'
/** Headers whose values decide whether there is a preflight. */
const DECIDING = /^(accept|accept-language|content-language|content-type|range)$/i

/** What each view shows, and so what a link to it carries. */
const SHOWN = {
  ask: ['config', 'request'],
  paste: ['paste'],
  convert: ['convert'],
  stories: ['story'],
} as const satisfies Readonly<Record<View, readonly (keyof PlaygroundState)[]>>

const FIELDS = Object.values(SHOWN).flat()

/**
 * The state as a link may carry it. What was pasted is left out where it could hold a secret, and so are values of headers
 * that could be one: people send links to chats.
 */
export function shareable(state: PlaygroundState): StateInput {
  const { view, request, paste } = state
  const headers = Object.entries(request.headers).map(([name, value]) => [name, DECIDING.test(name) ? value : HIDDEN])
  const safe = {
    ...state,
    request: { ...request, headers: Object.fromEntries(headers) },
    paste: isShareable(paste) ? paste : '',
  }
  return { view, ...Object.fromEntries(SHOWN[view].map((name) => [name, safe[name]])) }
}

/** Whether a link may carry what was pasted. */
export function isShareable(paste: string): boolean {
  return paste.length <= MAX_SHARED_PASTE && !SECRETS.test(paste)
}

/** The state after a link was followed: what it does not speak of stays. */
export function followed(before: PlaygroundState, linked: PlaygroundState): PlaygroundState {
  const shown: readonly string[] = SHOWN[linked.view]
  const kept = FIELDS.filter((name) => !shown.includes(name) && linked[name] === EMPTY_STATE[name])
  return { ...linked, ...Object.fromEntries(kept.map((name) => [name, before[name]])) }
}

/** The state with a change. Of a request or conversion, the fields that are not named stay. */
export function changed(state: PlaygroundState, { request, convert, ...change }: StateInput): PlaygroundState {
  return {
    ...state,
    ...change,
    request: { ...state.request, ...request },
    convert: { ...state.convert, ...convert },
  }
}
