import { PLAYGROUND_PASTE as TEXTS } from '../../text/playground.js'
import { EXAMPLE_PASTE } from '../examples.js'
import { MAX_PASTE_LENGTH, type Reading, readPaste } from '../paste.js'
import { shareablePaste } from '../share.js'
import { diagnosis } from './diagnosis.js'
import { type Child, fill } from './elements.js'
import { button } from './fields.js'
import type { Page } from './page.js'

const MEGABYTE = 1_000_000

/** What people have, and the cause that is in it. A file is read here and never shown: it may be large. */
export function pasteView(page: Page): Element {
  const { make } = page
  const result = make('div', { id: 'result' })
  const source = make('p', { class: 'source', role: 'status' })
  const show = (reading: Reading) => fill(result, readingView(page, reading))
  const take = (text: string) => {
    const reading = readPaste(text)
    const shared = reading.kind === 'diagnosis' ? shareablePaste(text) : ''
    page.note({ paste: shared })
    show(reading)
    page.announce(shared === text.trim() ? '' : TEXTS.notShared)
  }
  const takeFile = async (file: File | null | undefined) => {
    if (!file) return
    area.value = ''
    fill(source, TEXTS.fileName(file.name))
    if (file.size > MAX_PASTE_LENGTH) return show({ kind: 'too-long', length: file.size, maximum: MAX_PASTE_LENGTH })
    try {
      take(await file.text())
    } catch {
      fill(result, make('p', { class: 'bad' }, TEXTS.fileUnreadable(file.name)))
    }
  }
  const area = make('textarea', {
    id: 'paste',
    rows: '12',
    spellcheck: 'false',
    autocapitalize: 'off',
    input: () => {
      fill(source)
      take(area.value)
    },
    paste: (event) => {
      // A text area with so much in it no longer answers.
      const text = (event as ClipboardEvent).clipboardData?.getData('text') ?? ''
      if (text.length <= MAX_PASTE_LENGTH) return
      event.preventDefault()
      show(readPaste(text))
    },
  })
  area.value = page.state().paste
  const input = make('input', { id: 'file', type: 'file', change: () => void takeFile(input.files?.[0]) })
  show(readPaste(area.value))
  const panel = make('section', { class: 'inputs', 'aria-labelledby': 'paste-title' }, [
    make('h3', { id: 'paste-title' }, TEXTS.input),
    make('div', { class: 'field' }, make('label', { for: 'paste' }, TEXTS.label), area),
    make('div', { class: 'field' }, make('label', { for: 'file' }, TEXTS.file), input),
    source,
    make('div', { class: 'row' }, [
      button(page, TEXTS.example, () => page.go({ paste: EXAMPLE_PASTE })),
      button(page, TEXTS.clear, () => page.go({ paste: '' })),
    ]),
  ])
  return make(
    'div',
    {
      class: 'paste',
      dragover: (event) => event.preventDefault(),
      drop: (event) => {
        event.preventDefault()
        void takeFile((event as DragEvent).dataTransfer?.files[0])
      },
    },
    panel,
    make('section', { class: 'result', 'aria-labelledby': 'result-title' }, [
      make('h3', { id: 'result-title' }, TEXTS.findings),
      result,
    ]),
  )
}

function readingView(page: Page, reading: Reading): Child {
  const { make } = page
  switch (reading.kind) {
    case 'empty':
      return make('p', {}, TEXTS.empty)
    case 'too-long':
      return make('p', { class: 'bad' }, TEXTS.tooLong(megabytes(reading.length), megabytes(reading.maximum)))
    case 'unreadable':
      return make('p', { class: 'bad' }, TEXTS.unreadable)
    case 'diagnosis':
      return diagnosis(page, reading.diagnosis)
  }
}

function megabytes(bytes: number): number {
  return Math.ceil(bytes / MEGABYTE)
}
