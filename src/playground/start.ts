import { PLAYGROUND } from '../text/playground.js'
import { type Address, addressOf } from './dom/address.js'
import { askView } from './dom/ask-view.js'
import { convertView } from './dom/convert-view.js'
import { fill, maker } from './dom/elements.js'
import { button } from './dom/fields.js'
import type { Page, View } from './dom/page.js'
import { pasteView } from './dom/paste-view.js'
import { storiesView } from './dom/stories-view.js'
import { EXAMPLE_STATE } from './examples.js'
import { changed, followed } from './share.js'
import { decodeState, describeStateProblem, encodeState, type PlaygroundState } from './state.js'

/** In the order of the links to them. */
const VIEWS: Readonly<Record<PlaygroundState['view'], View>> = {
  ask: askView,
  stories: storiesView,
  paste: pasteView,
  convert: convertView,
}
const VIEW_NAMES = Object.keys(VIEWS) as readonly PlaygroundState['view'][]

/** Shows the page in a window, and keeps it in step with the fragment of its address. */
export function start(window: Window): void {
  const { document } = window
  const make = maker(document)
  const address = addressOf(window)
  let state = EXAMPLE_STATE
  const nav = make('nav')
  const title = make('h2', { id: 'title', tabindex: '-1' })
  const content = make('div', { id: 'content' })
  const problem = make('p', { class: 'bad', role: 'alert' })
  const status = make('p', { id: 'status', class: 'hidden', role: 'status' })
  const page: Page = {
    make,
    state: () => state,
    note: (change) => {
      state = { ...state, ...change }
      address.replace(state)
    },
    go: (change) => {
      const { view, story } = state
      state = changed(state, change)
      address.push(state)
      render()
      if (state.view !== view || state.story !== story) title.focus()
    },
    announce: (text) => fill(status, text),
  }
  /** Makes the view anew, and gives the focus back to the field that had it. */
  const render = () => {
    const focused = document.activeElement?.id ?? ''
    fill(problem)
    nav.setAttribute('aria-label', PLAYGROUND.views)
    fill(nav, viewLinks(page))
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
  fill(document.body, [
    make('a', { class: 'skip', href: '#title', click: (event) => focus(event, title) }, PLAYGROUND.skip),
    make('header', {}, make('h1', {}, PLAYGROUND.title), make('p', {}, PLAYGROUND.intro), nav),
    make(
      'main',
      {},
      problem,
      make('div', { class: 'title' }, title, copyButton(page, window, address)),
      content,
      status,
    ),
  ])
  window.addEventListener('hashchange', read)
  read()
}

/** The fragment is the page's own, and no place in it. */
function focus(event: Event, element: HTMLElement): void {
  event.preventDefault()
  element.focus()
}

function viewLinks(page: Page): readonly Element[] {
  const { view } = page.state()
  return VIEW_NAMES.map((name) =>
    page.make(
      'a',
      {
        href: `#${encodeState({ view: name })}`,
        'aria-current': name === view ? 'page' : undefined,
        click: (event) => {
          event.preventDefault()
          page.go({ view: name })
        },
      },
      PLAYGROUND.viewNames[name],
    ),
  )
}

function copyButton(page: Page, window: Window, address: Address): Element {
  const copy = async () => {
    address.flush()
    try {
      await window.navigator.clipboard.writeText(window.location.href)
      page.announce(PLAYGROUND.linkCopied)
      made.textContent = PLAYGROUND.linkCopied
    } catch {
      page.announce(PLAYGROUND.linkNotCopied)
    }
  }
  const made = button(page, PLAYGROUND.copyLink, () => void copy())
  return made
}
