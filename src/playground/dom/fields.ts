import type { Child } from './elements.js'
import type { Page } from './page.js'

/** Those controls whose value is a text. */
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

interface Field {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
}

/** A line of text with its label. */
export function textField(
  page: Page,
  { id, label, value, onInput }: Field,
  suggestions: readonly string[] = [],
): Element {
  const list = suggestions.length === 0 ? undefined : `${id}-list`
  const input = page.make('input', { id, list, autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false' })
  const options =
    list &&
    page.make(
      'datalist',
      { id: list },
      suggestions.map((suggestion) => page.make('option', { value: suggestion })),
    )
  return labelled(page, label, bind(input, value, onInput), options)
}

/** Several lines of text. */
export function textArea(page: Page, { id, label, value, onInput }: Field, rows: number): Element {
  const area = page.make('textarea', { id, rows: String(rows), autocapitalize: 'off', spellcheck: 'false' })
  return labelled(page, label, bind(area, value, onInput))
}

/** A choice of a few. */
export function choice(
  page: Page,
  field: Field,
  options: readonly (readonly [value: string, label: string])[],
): Element {
  const { id, label, value, onInput } = field
  const select = page.make(
    'select',
    { id },
    options.map(([name, text]) => page.make('option', { value: name }, text)),
  )
  return labelled(page, label, bind(select, value, onInput))
}

export function button(page: Page, text: string, onClick: () => void, id?: string): HTMLButtonElement {
  return page.make('button', { type: 'button', id, click: onClick }, text)
}

function bind(control: Control, value: string, onInput: (value: string) => void): Control {
  control.value = value
  control.addEventListener('input', () => onInput(control.value))
  return control
}

function labelled(page: Page, label: string, control: Control, ...more: readonly Child[]): Element {
  return page.make('div', { class: 'field' }, page.make('label', { for: control.id }, label), control, more)
}
