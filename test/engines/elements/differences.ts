import type { Engine } from '../drivers/session.js'
import type { Arrival } from './stage.js'

/** What the page gets, and what arrives. */
export interface Sight {
  readonly seen: string
  readonly arrivals: readonly Arrival[]
}

/** A way in which an engine is known not to be as the standards say. */
export interface ElementDifference {
  readonly engines: readonly Engine[]
  /** Names of elements. */
  readonly elements: readonly string[]
  readonly reason: string
  /** @param answer the name of what the server says */
  readonly adjust: (predicted: Sight, answer: string) => Sight
}

const fontWithoutCors: ElementDifference = {
  engines: ['webkit'],
  elements: ['@font-face'],
  reason: 'A font is requested in no-cors mode, with cookies, and is used whatever the server says of CORS.',
  adjust: ({ arrivals }, answer) => ({
    seen: answer === 'same-origin only' ? 'blocked' : 'readable',
    arrivals: arrivals.map((arrival) => ({ ...arrival, origin: null, cookie: true })),
  }),
}

const errorsNotMuted: ElementDifference = {
  engines: ['firefox'],
  elements: ['script'],
  reason: 'The page gets the message of an exception in a classic script of another origin.',
  adjust: (predicted) => (predicted.seen === 'opaque' ? { ...predicted, seen: 'readable' } : predicted),
}

export const ELEMENT_DIFFERENCES: readonly ElementDifference[] = [fontWithoutCors, errorsNotMuted]
