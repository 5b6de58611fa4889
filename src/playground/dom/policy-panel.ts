import { PLAYGROUND, PLAYGROUND_ASK as TEXTS } from '../../text/playground.js'
import { replacementFor } from '../config-edit.js'
import { type LineAdvice, type LineProblem, type ReadConfig, readConfigText } from '../config-text.js'
import { type Editor, editor } from './editor.js'
import { type Child, fill, items } from './elements.js'
import { button } from './fields.js'
import type { Page } from './page.js'

/** The editor of the config, with what is wrong in it. */
export interface PolicyPanel {
  readonly element: Element
  readonly read: () => ReadConfig
  /** Writes another config, so that Back leads to the one before. */
  readonly write: (text: string) => void
}

const PROBLEMS_ID = 'problems'

/** @param onChange is called after each change, with what the text is now */
export function policyPanel(page: Page, onChange: (read: ReadConfig) => void): PolicyPanel {
  const { make } = page
  const problems = make('div', { id: PROBLEMS_ID })
  let read = readConfigText(page.state().config)
  const refresh = () => {
    const text = config.value()
    read = readConfigText(text)
    config.mark(linesOf(read.problems), linesOf(read.advice))
    fill(problems, lists(page, read, config, write))
  }
  const config = editor(page, {
    id: 'config',
    label: TEXTS.config,
    value: page.state().config,
    describedBy: PROBLEMS_ID,
    onInput: (text) => {
      page.note({ config: text })
      refresh()
      page.announce(statusOf(read))
      onChange(read)
    },
  })
  const write = (text: string) => {
    page.go({ config: text })
    page.announce(`${PLAYGROUND.status.changed} ${statusOf(readConfigText(text))}`)
  }
  refresh()
  const element = make('section', { class: 'policy', 'aria-labelledby': 'policy-title' }, [
    make('h3', { id: 'policy-title' }, TEXTS.policy),
    config.element,
    problems,
  ])
  return { element, read: () => read, write }
}

function linesOf(items: readonly { readonly line: number | undefined }[]): ReadonlySet<number> {
  return new Set(items.flatMap(({ line }) => line ?? []))
}

/** In one sentence, for a screen reader. */
function statusOf({ problems, advice }: ReadConfig): string {
  return problems.length > 0
    ? PLAYGROUND.status.problems(problems.length)
    : PLAYGROUND.status.suggestions(advice.length)
}

function lists(page: Page, { problems, advice }: ReadConfig, config: Editor, write: (text: string) => void): Child {
  const { make } = page
  return [
    problems.length === 0
      ? make('p', { class: 'good' }, TEXTS.noProblems)
      : [
          make('h4', {}, TEXTS.problems),
          make(
            'ul',
            { class: 'problems' },
            items(make, problems, (item) => problemItem(page, item, config, write)),
          ),
        ],
    advice.length === 0
      ? undefined
      : [
          make('h4', {}, TEXTS.advice),
          make(
            'ul',
            { class: 'advice' },
            items(make, advice, (item) => adviceItem(page, item, config)),
          ),
        ],
  ]
}

function problemItem(
  page: Page,
  { problem, line }: LineProblem,
  config: Editor,
  write: (text: string) => void,
): Element {
  const replacement = replacementFor(config.value(), problem)
  return page.make('li', {}, [
    lineButton(page, line, config),
    page.make('code', {}, problem.path),
    `: ${problem.message} `,
    replacement && button(page, TEXTS.write(replacement.shown), () => write(replacement.text)),
  ])
}

function adviceItem(page: Page, { advice, line }: LineAdvice, config: Editor): Element {
  return page.make('li', {}, [
    line === undefined ? undefined : lineButton(page, line, config),
    page.make('code', {}, advice.path),
    `: ${advice.message}`,
  ])
}

function lineButton(page: Page, line: number, config: Editor): Child {
  return [
    page.make(
      'button',
      { type: 'button', class: 'line-link', title: TEXTS.goToLine(line), click: () => config.goTo(line) },
      TEXTS.onLine(line),
    ),
    ' ',
  ]
}
