import { shareable } from '../share.js'
import { encodeState, type PlaygroundState } from '../state.js'

/** Milliseconds after the last key before the address is written anew: Safari allows 100 changes in 30 seconds. */
const REST = 400

/** The fragment of the page's address, which says what the page shows. */
export interface Address {
  /** Without `#`. */
  readonly fragment: () => string
  /** Writes the state into the entry of the history that is there, a little later. */
  readonly replace: (state: PlaygroundState) => void
  /** Makes a new entry, so that Back leads to what was there before. */
  readonly push: (state: PlaygroundState) => void
  /** Writes now what was to be written later. */
  readonly flush: () => void
}

export function addressOf(window: Window): Address {
  const { history, location } = window
  let waiting: (() => void) | undefined
  let timer: number | undefined
  const flush = () => {
    window.clearTimeout(timer)
    waiting?.()
    waiting = undefined
  }
  return {
    fragment: () => location.hash.slice(1),
    replace: (state) => {
      waiting = () => history.replaceState(null, '', toHash(state))
      window.clearTimeout(timer)
      timer = window.setTimeout(flush, REST)
    },
    push: (state) => {
      flush()
      history.pushState(null, '', toHash(state))
    },
    flush,
  }
}

function toHash(state: PlaygroundState): string {
  return `#${encodeState(shareable(state))}`
}
