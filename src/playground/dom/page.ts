import type { PlaygroundState, StateInput } from '../state.js'
import type { Make } from './elements.js'

/** What a view needs of the page around it. */
export interface Page {
  readonly make: Make
  readonly state: () => PlaygroundState
  /** Takes note of what was typed. The view shows it already, and Back does not undo it letter by letter. */
  readonly note: (change: Partial<PlaygroundState>) => void
  /** Shows another state, from which Back leads to this one. */
  readonly go: (change: StateInput) => void
  /** Tells those who do not see the page what has changed. */
  readonly announce: (text: string) => void
}

/** A view, made for the state that the page has. */
export type View = (page: Page) => Element
