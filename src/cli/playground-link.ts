import { encodeState, type StateInput } from '../playground/state.js'
import { COMMAND_WORDS } from '../text/command.js'

/** C, O, R, S on the keys of a telephone. Links lead there, so it must not change. */
export const PLAYGROUND_PORT = 2677

/** Chat programs and mail cut longer ones, or do not make them a link. */
const MAX_LINK_LENGTH = 8000

/** What a report has of its link. */
export interface Linked {
  /** null: there is none that is short enough. Absent: nobody asked for one. */
  readonly link?: string | null
  /** The finding that the page does not show, since it takes more than the requests of a page. */
  readonly notShown?: string
}

/** @returns a link to the first state whose link is short enough; null if there is none */
export function linkTo(states: Iterable<StateInput>): string | null {
  for (const state of states) {
    const link = `http://127.0.0.1:${PLAYGROUND_PORT}/#${encodeState(state)}`
    if (link.length <= MAX_LINK_LENGTH) return link
  }
  return null
}

/** The line after a report; none where nobody asked for a link. */
export function linkLines({ link, notShown }: Linked): string[] {
  if (link === undefined) return []
  if (link === null) return ['', COMMAND_WORDS.noLink]
  return ['', ...(notShown === undefined ? [] : [COMMAND_WORDS.notShown(notShown)]), COMMAND_WORDS.link(link)]
}
