import { inspectWithTranscript } from '../doctor/inspect/inspect.js'
import { shareableUrl } from '../doctor/share-text.js'
import { shareable as shareableRecord } from '../doctor/shareable.js'
import { pageOrigin } from '../fetch-model/page-origin.js'
import { standInValue } from '../fetch-model/stand-in-value.js'
import { EMPTY_STATE, type PlaygroundState, type StateInput, type View } from './state.js'

/** What each view shows, and so what a link to it carries. */
const SHOWN = {
  ask: ['config', 'request'],
  paste: ['paste'],
  convert: ['convert'],
  stories: ['story'],
} as const satisfies Readonly<Record<View, readonly (keyof PlaygroundState)[]>>

const FIELDS = Object.values(SHOWN).flat()

/** The state as a link may carry it, without anything that may be secret: people send links to chats. */
export function shareable(state: PlaygroundState): StateInput {
  const { view, request, paste } = state
  const headers = Object.entries(request.headers).map(([name, value]) => [name, standInValue(name, value)])
  const safe = {
    ...state,
    request: {
      ...request,
      origin: pageOrigin(request.origin),
      url: shareableUrl(request.url),
      headers: Object.fromEntries(headers),
    },
    paste: shareablePaste(paste),
  }
  return { view, ...Object.fromEntries(SHOWN[view].map((name) => [name, safe[name]])) }
}

/** Of what was pasted, what the cause is read from. `''` for what cannot be read. */
export function shareablePaste(paste: string): string {
  try {
    return shareableRecord(inspectWithTranscript(paste, {})).texts[0] ?? ''
  } catch {
    return ''
  }
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
