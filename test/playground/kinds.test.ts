import t from 'tap'
import { evaluate } from '../../src/fetch-model/evaluate.js'
import { crossOriginOf, hasCrossOriginAttribute, KINDS, kindOf, withKind } from '../../src/playground/kinds.js'
import { decodeState, EMPTY_STATE, encodeState } from '../../src/playground/state.js'

const REQUEST = {
  ...EMPTY_STATE.request,
  origin: 'https://a.test',
  url: 'https://b.test/x',
  method: 'PUT',
  headers: { 'x-a': '1' },
  reads: ['x-b'],
}

t.test('a request knows what makes it, and a link keeps it', async (t) => {
  for (const kind of KINDS) {
    const request = withKind(REQUEST, kind)
    t.equal(kindOf(request), kind)
    t.match(request, { origin: 'https://a.test', url: 'https://b.test/x', reads: ['x-b'] })
    const { state, problem } = decodeState(encodeState({ request }))
    t.strictSame([state.request, problem], [request, undefined], kind)
    const { reads: _, ...asked } = request
    t.ok(evaluate(asked, []), 'and the model takes it')
  }
})

t.test('a script chooses method and headers, and an element does not', async (t) => {
  t.match(withKind(withKind(REQUEST, 'fetch'), 'fetch'), { method: 'PUT', headers: { 'x-a': '1' } })
  t.match(withKind(REQUEST, 'image'), { method: 'GET', headers: {}, mode: 'no-cors', destination: 'image' })
  t.match(withKind(REQUEST, 'beacon'), { method: 'POST', initiator: 'beacon' })
  t.match(withKind(withKind(REQUEST, 'form'), 'fetch'), { method: 'POST', initiator: undefined })
})

t.test('the crossorigin attribute', async (t) => {
  for (const kind of KINDS.filter(hasCrossOriginAttribute)) {
    for (const attribute of [undefined, 'anonymous', 'use-credentials'] as const) {
      t.equal(crossOriginOf(withKind(REQUEST, kind, attribute)), attribute, `${kind} ${attribute}`)
    }
  }
  t.notOk(hasCrossOriginAttribute('fetch'))
  t.notOk(hasCrossOriginAttribute('font'))
})
