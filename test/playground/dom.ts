import { Window } from 'happy-dom'
import { start } from '../../src/playground/start.js'

/** The page in a DOM without a browser: all that it does with elements, nothing that needs pixels. */
export function openPage(fragment = '', prepare: (window: Window) => void = () => {}) {
  const window = new Window({ url: `https://playground.test/${fragment === '' ? '' : `#${fragment}`}` })
  prepare(window)
  start(window as never)
  const { document } = window
  const find = (selector: string) => {
    const element = document.querySelector(selector)
    if (element === null) throw new Error(`no ${selector} in ${document.body.textContent}`)
    return element as unknown as HTMLElement & { value: string }
  }
  const fire = (selector: string, type: string) => {
    find(selector).dispatchEvent(new window.Event(type, { bubbles: true, cancelable: true }) as never)
  }
  return {
    window,
    document,
    find,
    fire,
    text: (selector: string) => find(selector).textContent ?? '',
    texts: (selector: string) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? ''),
    type: (selector: string, value: string) => {
      find(selector).value = value
      fire(selector, 'input')
    },
    /** The first link or button with that text. */
    click: (text: string) => {
      const element = [...document.querySelectorAll('a, button')].find(({ textContent }) => textContent === text)
      if (element === undefined) throw new Error(`nothing to click says ${text}`)
      element.dispatchEvent(new window.MouseEvent('click', { bubbles: true, cancelable: true }))
    },
    /** Follows a link to this page, or goes back. */
    goTo: (to: string) => {
      window.location.hash = to
      window.dispatchEvent(new window.Event('hashchange'))
    },
    hash: () => window.location.hash.slice(1),
  }
}
