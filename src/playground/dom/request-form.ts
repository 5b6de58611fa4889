import { PLAYGROUND_ASK as TEXTS } from '../../text/playground.js'
import { fromHeaderLines, toHeaderLines, toNames } from '../header-lines.js'
import { crossOriginOf, hasCrossOriginAttribute, KINDS, type Kind, kindOf, withKind } from '../kinds.js'
import type { PlaygroundRequest } from '../state.js'
import type { Child } from './elements.js'
import { choice, textArea, textField } from './fields.js'
import type { Page } from './page.js'

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const CREDENTIALS = ['omit', 'same-origin', 'include'] as const
const MODES = ['cors', 'no-cors', 'same-origin'] as const

/** The fields of a request, as far as what makes it can choose them. */
export function requestForm(page: Page, onChange: () => void): Element {
  const { make } = page
  const { origin, url } = page.state().request
  const kind = kindOf(page.state().request)
  const set = (change: Partial<PlaygroundRequest>) => {
    page.note({ request: { ...page.state().request, ...change } })
    onChange()
  }
  return make('section', { class: 'request', 'aria-labelledby': 'request-title' }, [
    make('h3', { id: 'request-title' }, TEXTS.request),
    textField(page, { id: 'origin', label: TEXTS.origin, value: origin, onInput: (value) => set({ origin: value }) }),
    textField(page, { id: 'url', label: TEXTS.url, value: url, onInput: (value) => set({ url: value }) }),
    kindField(page, kind),
    hasCrossOriginAttribute(kind) ? crossOriginField(page, kind) : undefined,
    kind === 'fetch' ? fetchFields(page, set) : undefined,
    readsField(page, set),
  ])
}

/** What makes the request decides which fields there are, so the view is made again. */
function kindField(page: Page, kind: Kind): Element {
  return choice(
    page,
    {
      id: 'kind',
      label: TEXTS.kind,
      value: kind,
      onInput: (value) => page.go({ request: withKind(page.state().request, value as Kind) }),
    },
    KINDS.map((name) => [name, TEXTS.kinds[name]]),
  )
}

function crossOriginField(page: Page, kind: Kind): Element {
  const value = crossOriginOf(page.state().request) ?? ''
  return choice(
    page,
    {
      id: 'crossorigin',
      label: TEXTS.crossOrigin,
      value,
      onInput: (chosen) =>
        page.go({ request: withKind(page.state().request, kind, chosen === '' ? undefined : (chosen as 'anonymous')) }),
    },
    [['', TEXTS.noCrossOrigin], ...(['anonymous', 'use-credentials'] as const).map((name) => [name, name] as const)],
  )
}

function fetchFields(page: Page, set: (change: Partial<PlaygroundRequest>) => void): Child {
  const { method, headers, credentials, mode } = page.state().request
  return [
    textField(
      page,
      { id: 'method', label: TEXTS.method, value: method, onInput: (value) => set({ method: value }) },
      METHODS,
    ),
    choice(
      page,
      {
        id: 'credentials',
        label: TEXTS.credentials,
        value: credentials,
        onInput: (value) => set({ credentials: value as PlaygroundRequest['credentials'] }),
      },
      CREDENTIALS.map((name) => [name, TEXTS.credentialsModes[name]]),
    ),
    choice(
      page,
      {
        id: 'mode',
        label: TEXTS.mode,
        value: mode,
        onInput: (value) => set({ mode: value as PlaygroundRequest['mode'] }),
      },
      MODES.map((name) => [name, TEXTS.modes[name]]),
    ),
    textArea(
      page,
      {
        id: 'headers',
        label: TEXTS.headers,
        value: toHeaderLines(headers),
        onInput: (value) => set({ headers: fromHeaderLines(value) }),
      },
      3,
    ),
  ]
}

function readsField(page: Page, set: (change: Partial<PlaygroundRequest>) => void): Element {
  return textField(page, {
    id: 'reads',
    label: TEXTS.reads,
    value: page.state().request.reads.join(', '),
    onInput: (value) => set({ reads: toNames(value) }),
  })
}
