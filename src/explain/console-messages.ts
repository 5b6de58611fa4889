import type { Engine } from '../fetch-model/engine.js'
import type { Evaluation } from '../fetch-model/evaluate.js'
import { chromiumMessage } from './console-chromium.js'
import { consoleFailure } from './console-failure.js'
import { firefoxMessage } from './console-firefox.js'
import { webkitMessage } from './console-webkit.js'

/** What an engine writes to its console; absent where it writes nothing, or nothing of CORS. */
export type ConsoleMessages = { readonly [E in Engine]?: string }

/**
 * What the consoles of the engines say of a request that failed, so that a person who has one of these lines finds it
 * again. The wording is that of 2026, from the engines' sources; engines change it as they like.
 */
export function consoleMessages(evaluation: Evaluation): ConsoleMessages {
  const failure = consoleFailure(evaluation)
  if (failure === undefined) return {}
  const lines = {
    chromium: chromiumMessage(failure),
    firefox: firefoxMessage(failure),
    webkit: webkitMessage(failure),
  }
  return Object.fromEntries(Object.entries(lines).filter(([, line]) => line !== undefined))
}
