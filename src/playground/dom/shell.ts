import { PLAYGROUND } from '../../text/playground.js'
import { LANGUAGES, type Language } from '../language.js'
import { encodeState, type View } from '../state.js'
import type { Address } from './address.js'
import { button, choice } from './fields.js'
import type { Page } from './page.js'

/** For those who use the keyboard: past the links to the views. */
export function skipLink({ make }: Page, to: HTMLElement): Element {
  // The fragment is the page's own, and names no place in it.
  const skip = (event: Event) => {
    event.preventDefault()
    to.focus()
  }
  return make('a', { class: 'skip', href: '#title', click: skip }, PLAYGROUND.skip)
}

export function header(page: Page, nav: Element, language: Language, onChoose: (language: Language) => void): Element {
  const { make } = page
  return make('header', {}, [
    make('h1', {}, PLAYGROUND.title),
    make('p', {}, PLAYGROUND.intro),
    choice(
      page,
      {
        id: 'language',
        label: PLAYGROUND.language,
        value: language,
        onInput: (value) => onChoose(value as Language),
      },
      LANGUAGES,
    ),
    nav,
  ])
}

export function viewLinks(page: Page, views: readonly View[]): readonly Element[] {
  const { view } = page.state()
  return views.map((name) =>
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

export function shareButton(page: Page, window: Window, address: Address): Element {
  const copy = async () => {
    address.flush()
    try {
      await window.navigator.clipboard.writeText(window.location.href)
      page.announce(PLAYGROUND.linkCopied)
      made.textContent = PLAYGROUND.linkCopied
    } catch {
      page.announce(PLAYGROUND.linkNotCopied)
      made.textContent = PLAYGROUND.linkNotCopied
    }
  }
  const made = button(page, PLAYGROUND.copyLink, () => void copy())
  made.addEventListener('blur', () => {
    made.textContent = PLAYGROUND.copyLink
  })
  return made
}
