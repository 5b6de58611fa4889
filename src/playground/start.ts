import { PLAYGROUND } from '../text/playground.js'
import { type Address, addressOf } from './dom/address.js'
import { askView } from './dom/ask-view.js'
import { convertView } from './dom/convert-view.js'
import { fill, maker } from './dom/elements.js'
import type { Page, View } from './dom/page.js'
import { pasteView } from './dom/paste-view.js'
import { header, shareButton, skipLink, viewLinks } from './dom/shell.js'
import { storiesView } from './dom/stories-view.js'
import { EXAMPLE_STATE } from './examples.js'
import { type Language, preferredLanguage, speak } from './language.js'
import { changed, followed } from './share.js'
import { decodeState, describeStateProblem, type PlaygroundState } from './state.js'

/** In the order of the links to them. */
const VIEWS: Readonly<Record<PlaygroundState['view'], View>> = {
  ask: askView,
  stories: storiesView,
  paste: pasteView,
  convert: convertView,
}

/** Shows the page in a window, and keeps it in step with the fragment of its address. */
export function start(window: Window): void {
  const { document } = window
  const make = maker(document)
  const address: Address = addressOf(window)
  let state = EXAMPLE_STATE
  const nav = make('nav')
  const title = make('h2', { id: 'title', tabindex: '-1' })
  const content = make('div', { id: 'content' })
  const problem = make('p', { class: 'bad', role: 'alert' })
  const status = make('p', { id: 'status', class: 'hidden', role: 'status' })

  /** Of the field that has the focus. */
  const focusedId = () => document.querySelector('[id]:focus')?.id ?? ''
  /** A button may be gone after it was clicked. The heading of its section is still there. */
  const focusedHeading = () =>
    document.querySelector(':focus')?.closest('section')?.getAttribute('aria-labelledby') ?? ''
  const focusOn = (id: string) => {
    const element = document.getElementById(id)
    element?.setAttribute('tabindex', '-1')
    element?.focus()
  }
  const page: Page = {
    make,
    state: () => state,
    note: (change) => {
      state = { ...state, ...change }
      address.replace(state)
    },
    go: (change) => {
      const { view, story } = state
      const heading = focusedHeading()
      state = changed(state, change)
      address.push(state)
      render()
      if (state.view !== view) title.focus()
      else if (state.story !== story) focusOn('story-title')
      else if (focusedId() === '') focusOn(heading)
    },
    announce: (text) => fill(status, text),
  }

  /** Makes the view anew, and gives the focus back to the field that had it. */
  const render = () => {
    const focused = focusedId()
    fill(problem)
    fill(nav, viewLinks(page, Object.keys(VIEWS) as PlaygroundState['view'][]))
    fill(title, PLAYGROUND.viewNames[state.view])
    fill(content, VIEWS[state.view](page))
    document.title = `${PLAYGROUND.viewNames[state.view]} - ${PLAYGROUND.title}`
    document.getElementById(focused)?.focus()
  }
  const read = () => {
    const fragment = address.fragment()
    const { state: linked, problem: fault } = decodeState(fragment)
    state = fragment === '' ? EXAMPLE_STATE : followed(state, linked)
    render()
    if (fault !== undefined) fill(problem, PLAYGROUND.linkProblem(describeStateProblem(fault)))
  }
  const say = (language: Language) => {
    speak(language)
    document.documentElement.lang = language
    const focused = focusedId()
    nav.setAttribute('aria-label', PLAYGROUND.views)
    fill(document.body, [
      skipLink(page, title),
      header(page, nav, language, (chosen) => {
        say(chosen)
        render()
      }),
      make(
        'main',
        {},
        problem,
        make('div', { class: 'title' }, title, shareButton(page, window, address)),
        content,
        status,
      ),
    ])
    document.getElementById(focused)?.focus()
  }
  say(preferredLanguage(window.navigator.languages))
  window.addEventListener('hashchange', read)
  read()
}
