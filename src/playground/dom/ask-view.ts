import { PLAYGROUND, PLAYGROUND_TIMELINE, PLAYGROUND_ASK as TEXTS } from '../../text/playground.js'
import { ask, configFixesOf } from '../ask.js'
import { withFixes } from '../config-edit.js'
import type { ReadConfig } from '../config-text.js'
import { type Child, fill } from './elements.js'
import { explanation } from './explanation.js'
import { button } from './fields.js'
import type { Page } from './page.js'
import { policyPanel } from './policy-panel.js'
import { requestForm } from './request-form.js'

/** A policy, a request, and what a browser makes of it. */
export function askView(page: Page): Element {
  const { make } = page
  const result = make('div', { id: 'result' })
  const refresh = () => fill(result, resultOf(page, panel.read(), panel.write))
  const panel = policyPanel(page, refresh)
  refresh()
  return make('div', { class: 'ask' }, [
    make('div', { class: 'inputs' }, panel.element, requestForm(page, refresh)),
    make('section', { class: 'result', 'aria-labelledby': 'result-title' }, [
      make('h3', { id: 'result-title' }, TEXTS.result),
      result,
    ]),
  ])
}

function resultOf(page: Page, { config }: ReadConfig, write: (text: string) => void): Child {
  if (config === undefined) return page.make('p', {}, TEXTS.fixFirst)
  const { explanation: explained, refusal } = ask(config, page.state().request)
  if (explained === undefined) return page.make('p', { class: 'bad' }, PLAYGROUND.failed(refusal))
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
  return explanation(page, { evaluation: explained, fixes: explained.fixes, decisions: explained.decisions, change })
}
