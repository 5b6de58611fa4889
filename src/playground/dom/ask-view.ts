import { PLAYGROUND, PLAYGROUND_TIMELINE, PLAYGROUND_ASK as TEXTS } from '../../text/playground.js'
import { ask, configFixesOf } from '../ask.js'
import { withFixes } from '../config-edit.js'
import type { ReadConfig } from '../config-text.js'
import { type Child, fill } from './elements.js'
import { explanation, outcomeOf } from './explanation.js'
import { button } from './fields.js'
import type { Page } from './page.js'
import { policyPanel } from './policy-panel.js'
import { requestForm } from './request-form.js'

/** A policy, a request, and what a browser makes of it. */
export function askView(page: Page): Element {
  const { make } = page
  const title = make('h3', { id: 'result-title', tabindex: '-1' }, TEXTS.result)
  const result = make('div', { id: 'result' })
  // On a narrow screen the result is far below what is typed. There, this line stays in sight.
  const brief = make('a', { class: 'brief', href: '#result-title', click: (event) => goTo(title, event) })
  const refresh = () => {
    const [inBrief, content] = resultOf(page, panel.read(), panel.write)
    fill(brief, `${inBrief} ↓`)
    fill(result, content)
  }
  const panel = policyPanel(page, refresh)
  refresh()
  return make('div', { class: 'ask' }, [
    make('div', { class: 'inputs' }, panel.element, requestForm(page, refresh), brief),
    make('section', { class: 'result', 'aria-labelledby': 'result-title' }, [title, result]),
  ])
}

/** The fragment is the state of the page, so a place in it has none. */
function goTo(place: HTMLElement, event: Event): void {
  event.preventDefault()
  place.focus()
}

function resultOf(
  page: Page,
  { config }: ReadConfig,
  write: (text: string) => void,
): readonly [inBrief: string, content: Child] {
  if (config === undefined) return [TEXTS.fixFirst, page.make('p', {}, TEXTS.fixFirst)]
  const { explanation: explained, refusal } = ask(config, page.state().request)
  if (explained === undefined) {
    const message = PLAYGROUND.failed(refusal)
    return [message, page.make('p', { class: 'bad' }, message)]
  }
  const fixes = configFixesOf(explained)
  const change =
    fixes.length === 0
      ? undefined
      : button(
          page,
          PLAYGROUND_TIMELINE.change(fixes.length),
          () => write(withFixes(page.state().config, config, fixes)),
          'fix',
        )
  const { fixes: shown, decisions } = explained
  return [outcomeOf(explained), explanation(page, { evaluation: explained, fixes: shown, decisions, change })]
}
