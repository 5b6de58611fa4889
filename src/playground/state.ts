import { type Catalogue, render } from '../text/catalogue.js'
import { PLAYGROUND_STATE_TEXTS } from '../text/playground-state.js'
import { fromBase64Url, toBase64Url } from './base64url.js'
import { isRecord, own, readPayload, textList } from './state-reader.js'
import {
  EMPTY_STATE,
  type PlaygroundConversion,
  type PlaygroundRequest,
  type PlaygroundState,
  type StateProblem,
  VIEWS,
  type View,
} from './state-shape.js'

export type { PlaygroundConversion, PlaygroundRequest, PlaygroundState, StateProblem, View }
export { EMPTY_STATE }

/** Fields that are not given have the values of {@link EMPTY_STATE}. */
export interface StateInput extends Partial<Omit<PlaygroundState, 'request' | 'convert'>> {
  readonly request?: Partial<PlaygroundRequest>
  readonly convert?: Partial<PlaygroundConversion>
}

export interface DecodedState {
  readonly state: PlaygroundState
  /** Absent where the whole link was read. */
  readonly problem?: StateProblem
}

/** In characters. Browsers take more, but with each key that is pressed the page writes the fragment anew. */
export const MAX_FRAGMENT_LENGTH = 100_000

/** The first part of a fragment with a payload. A page that knows other versions too still has to read this one. */
const VERSION = '1'
const STORY_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/

const TEXTS: Catalogue<StateProblem> = PLAYGROUND_STATE_TEXTS

/** One line for people. */
export function describeStateProblem(problem: StateProblem): string {
  return render(TEXTS, problem)
}

/**
 * The fragment of a link, without `#`: `ask`, `stories.two-layers`, or `1.<base64url of JSON>.<view>`. It has only
 * unreserved characters (RFC 3986 section 2.3) and ends with a letter or a digit, since chat programs cut punctuation
 * from the end of a link. The view comes last, so that a link without its end can be recognised.
 *
 * Fields that do not fit into {@link MAX_FRAGMENT_LENGTH} are left out, the longest first, and the link says which.
 */
export function encodeState(input: StateInput): string {
  const { view = EMPTY_STATE.view, story = '' } = input
  const payload = payloadOf(input)
  const names = Object.keys(payload)
  if (names.length === 0) return view
  if (view === 'stories' && names.join() === 'story' && STORY_ID.test(story)) return `${view}.${story}`
  return fit(payload, view)
}

function payloadOf(input: StateInput): object {
  const { request: usualRequest, convert: usualConversion, config, paste, story } = EMPTY_STATE
  const request = differences(input.request ?? {}, usualRequest)
  const convert = differences(input.convert ?? {}, usualConversion)
  return {
    ...differences(input, { config, paste, story }),
    ...(request !== undefined && { request }),
    ...(convert !== undefined && { convert }),
  }
}

/** The fields that differ from the usual ones; undefined if none does. */
function differences(value: object, usual: object): object | undefined {
  const entries = Object.entries(usual).flatMap(([name, usualField]: [string, unknown]) => {
    const field = own(value, name)
    return field === undefined || isSame(field, usualField) ? [] : [[name, field] as const]
  })
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}

function isSame(field: unknown, usual: unknown): boolean {
  return field === usual || (typeof field === 'object' && JSON.stringify(field) === JSON.stringify(usual))
}

function fit(payload: object, view: View): string {
  const lengthOf = ([, value]: readonly [string, unknown]) => JSON.stringify(value).length
  const longestFirst = Object.entries(payload).sort((a, b) => lengthOf(b) - lengthOf(a))
  const names = longestFirst.map(([name]) => name)
  for (let count = 0; ; count++) {
    const leftOut = names.slice(0, count)
    const kept = Object.fromEntries(Object.entries(payload).filter(([name]) => !leftOut.includes(name)))
    const json = JSON.stringify(count === 0 ? kept : { ...kept, leftOut })
    // To count takes less time than to encode, and nothing becomes shorter by it.
    if (json.length > MAX_FRAGMENT_LENGTH) continue
    const fragment = `${VERSION}.${toBase64Url(json)}.${view}`
    if (fragment.length <= MAX_FRAGMENT_LENGTH) return fragment
  }
}

/**
 * The state that a fragment holds. Never throws, since anybody can write a link: what cannot be read has the values of
 * {@link EMPTY_STATE}, and unknown names are ignored.
 *
 * @param fragment with or without `#`
 */
export function decodeState(fragment: string): DecodedState {
  if (fragment.length > MAX_FRAGMENT_LENGTH + 1) {
    return failed({ code: 'link-too-long', maximum: MAX_FRAGMENT_LENGTH })
  }
  const [start = '', middle, end, more] = trimEnd(fragment.replace(/^#/, '')).split('.')
  if (start === '' && middle === undefined) return { state: EMPTY_STATE }
  const view = viewOf(start)
  if (more !== undefined) return failed({ code: 'link-broken' })
  if (view !== undefined && end === undefined) return decodeShort(view, middle)
  if (!/^\d{1,9}$/.test(start)) return failed({ code: 'link-broken' })
  if (start !== VERSION) return failed({ code: 'link-version', version: start })
  const last = viewOf(end)
  return middle === undefined || last === undefined ? failed({ code: 'link-cut' }) : decodeLong(last, middle)
}

function failed(problem: StateProblem): DecodedState {
  return { state: EMPTY_STATE, problem }
}

function viewOf(name: string | undefined): View | undefined {
  return VIEWS.find((view) => view === name)
}

/** Without the `)`, `>` or `.` of the sentence around a link, which chat programs may take for a part of it. */
function trimEnd(text: string): string {
  let end = text.length
  while (end > 0 && !/[A-Za-z0-9]/.test(text[end - 1] as string)) end--
  return text.slice(0, end)
}

function decodeShort(view: View, story: string | undefined): DecodedState {
  if (story === undefined) return { state: { ...EMPTY_STATE, view } }
  if (view !== 'stories' || !STORY_ID.test(story)) return failed({ code: 'link-broken' })
  return { state: { ...EMPTY_STATE, view, story } }
}

function decodeLong(view: View, text: string): DecodedState {
  const payload = parsePayload(text)
  if (!isRecord(payload)) return failed({ code: 'link-broken' })
  const misfits: string[] = []
  const state = { view, ...readPayload(payload, misfits) }
  if (misfits.length > 0) return { state, problem: { code: 'link-fields', fields: misfits } }
  const fields = Object.keys(EMPTY_STATE).filter((name) => textList(own(payload, 'leftOut'))?.includes(name))
  return fields.length === 0 ? { state } : { state, problem: { code: 'link-left-out', fields } }
}

/** @returns undefined for what no link holds */
function parsePayload(text: string): unknown {
  try {
    return JSON.parse(fromBase64Url(text))
  } catch {
    return undefined
  }
}
