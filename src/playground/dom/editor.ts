import { fill } from './elements.js'
import type { Page } from './page.js'

interface EditorOptions {
  readonly id: string
  readonly label: string
  readonly value: string
  /** The element that lists the problems. */
  readonly describedBy: string
  readonly onInput: (text: string) => void
}

/** A text with line numbers, on which lines can be marked. */
export interface Editor {
  readonly element: Element
  readonly value: () => string
  /** @param lines from 1 */
  readonly mark: (bad: ReadonlySet<number>, noted: ReadonlySet<number>) => void
  readonly goTo: (line: number) => void
}

/** No more lines than these are numbered. A config is shorter, and a page with 100,000 elements is slow. */
const MAX_LINES = 2000

export function editor(page: Page, { id, label, value, describedBy, onInput }: EditorOptions): Editor {
  const { make } = page
  const area = make('textarea', {
    id,
    rows: '10',
    wrap: 'off',
    spellcheck: 'false',
    autocapitalize: 'off',
    'aria-describedby': describedBy,
    input: () => onInput(area.value),
    scroll: () => follow(),
  })
  area.value = value
  // Numbers and marks are for the eye: the list of problems says the same.
  const lines = make('div', { class: 'lines', 'aria-hidden': 'true' })
  const follow = () => {
    lines.scrollTop = area.scrollTop
  }
  const element = make(
    'div',
    { class: 'field' },
    make('label', { for: id }, label),
    make('div', { class: 'editor' }, lines, area),
  )
  return {
    element,
    value: () => area.value,
    mark: (bad, noted) => {
      const count = Math.min(area.value.split('\n').length, MAX_LINES)
      const classOf = (line: number) => (bad.has(line) ? 'line bad' : noted.has(line) ? 'line noted' : 'line')
      fill(
        lines,
        Array.from({ length: count }, (_, i) => make('div', { class: classOf(i + 1) }, String(i + 1))),
      )
      area.setAttribute('aria-invalid', String(bad.size > 0))
      follow()
    },
    goTo: (line) => {
      const start = offsetOf(area.value, line)
      const end = area.value.indexOf('\n', start)
      area.focus()
      area.setSelectionRange(start, end < 0 ? area.value.length : end)
    },
  }
}

function offsetOf(text: string, line: number): number {
  return text
    .split('\n')
    .slice(0, line - 1)
    .reduce((offset, { length }) => offset + length + 1, 0)
}
