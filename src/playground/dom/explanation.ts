import type { ExplanationFix } from '../../explain/config-fixes.js'
import { type ConsoleMessages, consoleMessages } from '../../explain/console-messages.js'
import type { BrowserFix } from '../../explain/fix.js'
import { fixesFor } from '../../explain/fixes.js'
import type { ExplainedDecision } from '../../explain/policy-responder.js'
import type { Evaluation } from '../../fetch-model/evaluate.js'
import { firstFailure } from '../../fetch-model/step.js'
import { PLAYGROUND_TIMELINE } from '../../text/playground.js'
import type { Child } from './elements.js'
import type { Page } from './page.js'
import { timeline } from './timeline.js'

interface Explained {
  readonly evaluation: Evaluation
  /** Default: what would get past the step that failed. */
  readonly fixes?: readonly (ExplanationFix | BrowserFix)[]
  readonly decisions?: readonly ExplainedDecision[]
  /** After the list of fixes: the button that makes them. */
  readonly change?: Child
}

const ENGINES = [
  ['chromium', 'Chromium'],
  ['firefox', 'Firefox'],
  ['webkit', 'WebKit'],
] as const

/** What comes of a request: the outcome, the step that failed, what to change, the course, and the consoles. */
export function explanation(page: Page, { evaluation, decisions, change, ...rest }: Explained): readonly Child[] {
  const { make } = page
  const { outcome, notes } = evaluation
  const fixes = rest.fixes ?? fixesFor(evaluation)
  return [
    make('p', { class: `outcome ${outcome}` }, outcomeOf(evaluation)),
    failure(page, evaluation),
    list(
      page,
      PLAYGROUND_TIMELINE.fixes,
      fixes.map(({ text }) => text),
      'fixes',
    ),
    change,
    make('h4', {}, PLAYGROUND_TIMELINE.steps),
    timeline(page, evaluation, decisions),
    list(
      page,
      PLAYGROUND_TIMELINE.notes,
      notes.map(({ text }) => text),
      'notes',
    ),
    consoles(page, consoleMessages(evaluation)),
  ]
}

/** What the page gets. An element may show or run what no script can read. */
export function outcomeOf({ outcome, request: { destination } }: Evaluation): string {
  const elements: Readonly<Record<string, string>> = PLAYGROUND_TIMELINE.opaqueElements
  const ofElement = outcome === 'opaque' ? elements[String(destination)] : undefined
  return ofElement ?? PLAYGROUND_TIMELINE.outcomes[outcome]
}

function failure({ make }: Page, { steps, outcome }: Evaluation): Child {
  const failed = firstFailure(steps)
  if (failed === undefined) return undefined
  return make(
    'p',
    { class: `failure ${outcome}` },
    make('code', {}, failed.step),
    ': ',
    failed.detail,
    '. ',
    make('a', { href: failed.spec, rel: 'noreferrer' }, PLAYGROUND_TIMELINE.standardFor(failed.step)),
  )
}

function list({ make }: Page, title: string, texts: readonly string[], name: string): Child {
  if (texts.length === 0) return undefined
  return [
    make('h4', {}, title),
    make(
      'ul',
      { class: name },
      texts.map((text) => make('li', {}, text)),
    ),
  ]
}

function consoles({ make }: Page, messages: ConsoleMessages): Child {
  const lines = ENGINES.flatMap(([engine, name]) => {
    const message = messages[engine]
    return message === undefined ? [] : [make('dt', {}, name), make('dd', {}, message)]
  })
  return lines.length === 0
    ? undefined
    : [make('h4', {}, PLAYGROUND_TIMELINE.console), make('dl', { class: 'console' }, lines)]
}
