import t from 'tap'
import { EXAMPLE_PASTE, EXAMPLE_STATE } from '../../src/playground/examples.js'
import { changed, followed, isShareable, shareable } from '../../src/playground/share.js'
import { decodeState, EMPTY_STATE, encodeState, type PlaygroundState, type View } from '../../src/playground/state.js'

const FULL: PlaygroundState = {
  view: 'ask',
  config: '{}',
  request: {
    ...EMPTY_STATE.request,
    headers: { Authorization: 'Bearer eyJ', 'X-Tenant': '42', 'content-type': 'application/json' },
  },
  paste: EXAMPLE_PASTE,
  convert: { from: 's3', to: 'nginx', text: '{}' },
  story: 'two-layers',
}

function linkTo(view: View, paste = FULL.paste): PlaygroundState {
  return decodeState(encodeState(shareable({ ...FULL, view, paste }))).state
}

t.test('a link carries what its view shows, and nothing else', async (t) => {
  t.match(linkTo('ask'), { config: '{}', paste: '', story: '', convert: EMPTY_STATE.convert })
  t.match(linkTo('paste'), { config: '', paste: EXAMPLE_PASTE, story: '' })
  t.match(linkTo('convert'), { config: '', convert: FULL.convert })
  t.match(linkTo('stories'), { config: '', story: 'two-layers' })
  t.equal(encodeState(shareable({ ...FULL, view: 'stories' })), 'stories.two-layers')
})

t.test('a link carries no secrets', async (t) => {
  t.strictSame(linkTo('ask').request.headers, {
    Authorization: 'x',
    'X-Tenant': 'x',
    'content-type': 'application/json',
  })
  const secrets = [
    '> GET / HTTP/1.1\n> Cookie: a=b',
    '{"name":"Set-Cookie"}',
    'authorization: Bearer x',
    'https://a.test/?access_token=1',
    'https://a.test/?X-Amz-Signature=1',
    'x-api-key: 1',
    'y'.repeat(20_001),
  ]
  for (const text of secrets) {
    t.notOk(isShareable(text), text.slice(0, 40))
    t.equal(linkTo('paste', text).paste, '')
  }
  t.ok(isShareable(EXAMPLE_PASTE))
})

t.test('what a link does not speak of stays', async (t) => {
  t.strictSame(followed(FULL, linkTo('stories')), { ...FULL, view: 'stories' })
  t.match(followed(FULL, { ...EMPTY_STATE, view: 'ask' }), { config: '', paste: EXAMPLE_PASTE, story: 'two-layers' })
  t.match(followed(FULL, { ...EMPTY_STATE, view: 'paste', config: 'x', paste: 'y' }), { config: 'x', paste: 'y' })
})

t.test('a change of one field leaves the others', async (t) => {
  t.strictSame(changed(FULL, {}), FULL)
  t.match(changed(EXAMPLE_STATE, { view: 'convert', request: { method: 'GET' }, convert: { from: 's3' } }), {
    view: 'convert',
    config: EXAMPLE_STATE.config,
    request: { method: 'GET', credentials: 'include' },
    convert: { from: 's3', to: '', text: '' },
  })
})
