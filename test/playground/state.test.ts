import { deepStrictEqual, ok } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { toBase64Url } from '../../src/playground/base64url.js'
import {
  type DecodedState,
  decodeState,
  describeStateProblem,
  EMPTY_STATE,
  encodeState,
  MAX_FRAGMENT_LENGTH,
  type PlaygroundState,
} from '../../src/playground/state.js'
import { property } from '../properties/check.js'
import { anyState } from './states.js'

const link = (payload: unknown, view = 'ask') => `1.${toBase64Url(JSON.stringify(payload))}.${view}`
const codeOf = ({ problem }: DecodedState) => problem?.code

property('a state survives its link', anyState, (state) => {
  const fragment = encodeState(state)
  ok(fragment.length <= MAX_FRAGMENT_LENGTH)
  ok(/^[A-Za-z0-9._-]*[A-Za-z0-9]$/.test(fragment), fragment)
  const decoded = decodeState(fragment)
  const isLong = JSON.stringify(state).length > MAX_FRAGMENT_LENGTH / 4
  const leftOut = decoded.problem?.code === 'link-left-out' ? decoded.problem.fields : []
  if (!isLong) deepStrictEqual(decoded.problem, undefined)
  const empty = Object.fromEntries(leftOut.map((name) => [name, EMPTY_STATE[name as keyof PlaygroundState]]))
  deepStrictEqual(decoded.state, { ...state, ...empty })
  deepStrictEqual(decodeState(`#${fragment}`), decoded)
})

/** Fragments that somebody made by hand. */
const hostile: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 50 }),
  fc
    .array(fc.constantFrom('1', '2', '.', 'ask', 'stories', 'e30', '#', '%', '-', '999999999999'), { maxLength: 8 })
    .map((parts) => parts.join('')),
  fc.tuple(fc.jsonValue(), fc.constantFrom('ask', 'paste', '')).map(([payload, view]) => link(payload, view)),
  // The names that are looked for, with values of any type.
  fc
    .dictionary(
      fc.constantFrom('config', 'request', 'paste', 'convert', 'story', 'leftOut', 'view', '__proto__', 'constructor'),
      fc.oneof(
        fc.jsonValue(),
        fc.dictionary(fc.constantFrom(...Object.keys(EMPTY_STATE.request), '__proto__'), fc.jsonValue()),
      ),
    )
    .map((payload) => link(payload)),
  // A link with one character changed, or without its end.
  fc.tuple(anyState, fc.nat(), fc.string({ maxLength: 1 })).map(([state, at, other]) => {
    const fragment = encodeState(state)
    const place = at % fragment.length
    return `${fragment.slice(0, place)}${other}${fragment.slice(place + 1)}`
  }),
  fc.tuple(anyState, fc.nat()).map(([state, at]) => {
    const fragment = encodeState(state)
    return fragment.slice(0, at % fragment.length)
  }),
)

property('any fragment gives a state of the right types', hostile, (fragment) => {
  const { state, problem } = decodeState(fragment)
  deepStrictEqual(shapeOf(state), shapeOf({ ...EMPTY_STATE, request: { ...EMPTY_STATE.request, ...optional(state) } }))
  // What was read is a state like any other.
  deepStrictEqual(decodeState(encodeState(state)).state, state)
  if (problem !== undefined) ok(/^[^\n]+$/.test(describeStateProblem(problem)))
})

function optional({ request: { body, initiator } }: PlaygroundState) {
  return { body, initiator }
}

/** The types of all values: in the place of a list or a record, whether it holds texts only. */
function shapeOf(state: PlaygroundState): unknown {
  const { request, convert, ...rest } = state
  const types = (value: object) =>
    Object.fromEntries(
      Object.entries(value).map(([name, each]: [string, unknown]) => [
        name,
        typeof each === 'object' && each !== null
          ? [
              Array.isArray(each),
              Object.getPrototypeOf(each) !== null,
              Object.values(each).every((one) => typeof one === 'string'),
            ]
          : typeof each,
      ]),
    )
  return [types(request), types(convert), types(rest), Object.getPrototypeOf(request.headers) === Object.prototype]
}

t.test('the form of a link', async (t) => {
  const rows: [Parameters<typeof encodeState>[0], string][] = [
    [{}, 'ask'],
    [EMPTY_STATE, 'ask'],
    [{ view: 'paste' }, 'paste'],
    [{ view: 'stories', story: 'two-layers' }, 'stories.two-layers'],
    [{ view: 'ask', story: 'two-layers' }, link({ story: 'two-layers' })],
    [{ view: 'stories', story: 'two.layers' }, link({ story: 'two.layers' }, 'stories')],
    [{ config: '{}', request: { method: 'PUT', mode: 'cors' } }, link({ config: '{}', request: { method: 'PUT' } })],
    [{ request: { headers: {}, reads: [] } }, 'ask'],
    [{ request: { headers: { a: '1' } }, convert: { from: '' } }, link({ request: { headers: { a: '1' } } })],
  ]
  for (const [state, fragment] of rows) t.equal(encodeState(state), fragment)
  t.equal(encodeState({ config: 'ü' }), '1.eyJjb25maWciOiLDvCJ9.ask', 'the form of version 1 does not change')
})

t.test('what a link cannot say', async (t) => {
  const good = encodeState({ config: '{"origins":"*"}', view: 'paste' })
  const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`
  const rows: [fragment: string, code: string | undefined][] = [
    ['', undefined],
    ['#', undefined],
    ['#?.', undefined],
    [`${good}).`, undefined],
    [`${good}>`, undefined],
    [good.slice(0, -1), 'link-cut'],
    [good.slice(0, -5), 'link-cut'],
    [good.slice(0, 12), 'link-cut'],
    ['1', 'link-cut'],
    ['2.e30.ask', 'link-version'],
    ['2', 'link-version'],
    ['1e3.e30.ask', 'link-broken'],
    [`${'9'.repeat(400)}.e30.ask`, 'link-broken'],
    ['1.e30.ask.ask', 'link-broken'],
    ['1.e30.ask', undefined],
    ['1.!.ask', 'link-broken'],
    ['1.e.ask', 'link-broken'],
    ['1._w.ask', 'link-broken'],
    [link([]), 'link-broken'],
    [link(null), 'link-broken'],
    [link('text'), 'link-broken'],
    [`1.${toBase64Url(deep)}.ask`, 'link-broken'],
    [`1.${toBase64Url(`{"config":${deep}}`)}.ask`, 'link-fields'],
    ['main', 'link-broken'],
    ['ask.two-layers', 'link-broken'],
    ['stories.Two', 'link-broken'],
    ['stories.a.b', 'link-broken'],
    ['.ask', 'link-broken'],
    ['toString', 'link-broken'],
    ['a'.repeat(MAX_FRAGMENT_LENGTH + 2), 'link-too-long'],
    ['.'.repeat(MAX_FRAGMENT_LENGTH), undefined],
    [`1.${'a'.repeat(MAX_FRAGMENT_LENGTH - 10)}.ask`, 'link-broken'],
  ]
  for (const [fragment, code] of rows) {
    const decoded = decodeState(fragment)
    t.equal(codeOf(decoded), code, fragment.slice(0, 40))
    if (code !== undefined && code !== 'link-fields') t.strictSame(decoded.state, EMPTY_STATE)
  }
})

t.test('fields that do not fit are named, and the others are read', async (t) => {
  const payload = {
    config: 'kept',
    paste: 1,
    request: { method: null, headers: { a: 1, b: '2' }, mode: 'any', reads: ['x', 5], url: '/kept', integrity: 'yes' },
    convert: ['s3'],
    unknown: true,
    view: 'convert',
  }
  const { state, problem } = decodeState(link(payload))
  const fields = [
    'request.method',
    'request.headers',
    'request.mode',
    'request.integrity',
    'request.reads',
    'paste',
    'convert',
  ]
  t.strictSame(problem, { code: 'link-fields', fields })
  t.strictSame(state, { ...EMPTY_STATE, config: 'kept', request: { ...EMPTY_STATE.request, url: '/kept' } })
})

t.test('headers are texts by name', async (t) => {
  for (const headers of [null, 5, 'a: b', [['a', 'b']], { a: 1 }]) {
    const { state, problem } = decodeState(link({ request: { headers } }))
    t.strictSame(problem, { code: 'link-fields', fields: ['request.headers'] })
    t.strictSame(state, EMPTY_STATE)
  }
})

t.test('names of the prototype are names', async (t) => {
  const json = '{"__proto__":{"config":"no","paste":"no"},"request":{"headers":{"__proto__":"yes","constructor":"x"}}}'
  const { state, problem } = decodeState(`1.${toBase64Url(json)}.ask`)
  t.equal(problem, undefined)
  t.strictSame([state.config, state.paste], ['', ''])
  t.strictSame(Object.entries(state.request.headers), [
    ['__proto__', 'yes'],
    ['constructor', 'x'],
  ])
  t.equal(Object.getPrototypeOf(state.request.headers), Object.prototype)
  t.equal('config' in Object.prototype, false)
})

t.test('text that does not fit is left out, the longest first', async (t) => {
  const paste = 'p'.repeat(90_000)
  const text = 'ü'.repeat(40_000)
  const fragment = encodeState({ view: 'paste', config: '{}', paste, convert: { text } })
  const { state, problem } = decodeState(fragment)
  t.strictSame(problem, { code: 'link-left-out', fields: ['paste', 'convert'] })
  t.strictSame(state, { ...EMPTY_STATE, view: 'paste', config: '{}' })
  t.strictSame(decodeState(encodeState({ paste: 'p'.repeat(70_000) })).problem, undefined)
  t.strictSame(decodeState(encodeState({ paste: 'p'.repeat(50_000_000) })).problem, {
    code: 'link-left-out',
    fields: ['paste'],
  })
  t.strictSame(decodeState(link({ leftOut: ['__proto__', '<b>', 'paste'] })).problem, {
    code: 'link-left-out',
    fields: ['paste'],
  })
})
