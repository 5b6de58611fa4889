import { PLAYGROUND_CONVERT as TEXTS } from '../../text/playground.js'
import { type Conversion, convertText, FROM, formatToRead, formatToWrite, TO } from '../convert.js'
import type { PlaygroundState } from '../state.js'
import { type Child, fill, items } from './elements.js'
import { button, choice, textArea } from './fields.js'
import type { Page } from './page.js'

/** A config of something else as ours, and ours as a config of something else. */
export function convertView(page: Page): Element {
  const { make } = page
  const result = make('div', { id: 'result' })
  const refresh = () => {
    const { from, to, text } = page.state().convert
    fill(result, conversionView(page, convertText(from, to, text)))
  }
  const set = (change: Partial<PlaygroundState['convert']>) => {
    page.note({ convert: { ...page.state().convert, ...change } })
    refresh()
  }
  const { from, to, text } = page.state().convert
  refresh()
  return make('div', { class: 'convert' }, [
    make('section', { class: 'inputs', 'aria-labelledby': 'convert-title' }, [
      make('h3', { id: 'convert-title' }, TEXTS.input),
      choice(
        page,
        { id: 'from', label: TEXTS.from, value: formatToRead(from), onInput: (name) => set({ from: name }) },
        named(FROM),
      ),
      textArea(page, { id: 'text', label: TEXTS.text, value: text, onInput: (value) => set({ text: value }) }, 14),
      choice(
        page,
        { id: 'to', label: TEXTS.to, value: formatToWrite(to), onInput: (name) => set({ to: name }) },
        named(TO),
      ),
      button(page, TEXTS.usePolicy, () => page.go({ convert: conversionOf(page.state()) })),
    ]),
    make('section', { class: 'result', 'aria-labelledby': 'result-title' }, [
      make('h3', { id: 'result-title' }, TEXTS.result),
      result,
    ]),
  ])
}

/** The policy of the page, to another format than its own. */
function conversionOf({ config, convert }: PlaygroundState): PlaygroundState['convert'] {
  const to = formatToWrite(convert.to)
  return { from: 'config', to: to === 'config' ? 'nginx' : to, text: config }
}

function named(names: readonly string[]): readonly (readonly [string, string])[] {
  return names.map((name) => [name, String(TEXTS.formats[name])])
}

function conversionView(page: Page, conversion: Conversion): Child {
  const { make } = page
  switch (conversion.kind) {
    case 'empty':
      return make('p', {}, TEXTS.empty)
    case 'refused':
      return [
        make('p', { class: 'bad' }, TEXTS.refused),
        make(
          'ul',
          { class: 'problems' },
          items(make, conversion.problems, ({ path, message }) =>
            make('li', {}, make('code', {}, path), `: ${message}`),
          ),
        ),
      ]
    case 'converted':
      return [
        make('pre', { class: 'document' }, conversion.document),
        make('h4', {}, TEXTS.notes),
        conversion.notes.length === 0
          ? make('p', { class: 'good' }, TEXTS.noNotes)
          : make(
              'ul',
              { class: 'notes' },
              items(make, conversion.notes, ({ path, message }) =>
                make('li', {}, make('code', {}, path), `: ${message}`),
              ),
            ),
        button(page, TEXTS.take, () => page.go({ view: 'ask', config: conversion.config })),
      ]
  }
}
