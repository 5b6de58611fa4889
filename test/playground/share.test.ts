import t from 'tap'
import { EXAMPLE_PASTE, EXAMPLE_STATE } from '../../src/playground/examples.js'
import { changed, followed, shareable, shareablePaste } from '../../src/playground/share.js'
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
    Authorization: 'hidden',
    'X-Tenant': 'hidden',
    'content-type': 'application/json',
  })
  const { request } = decodeState(
    encodeState(
      shareable({
        ...FULL,
        request: {
          ...FULL.request,
          origin: 'https://me:S3CRET@app.example.com/a?S3CRET',
          url: 'https://me:S3CRET@api.example.com/a?token=S3CRET#S3CRET',
          headers: { 'content-type': 'application/json; a=S3CRET', accept: 'S3CRET' },
        },
      }),
    ),
  ).state
  t.match(request, {
    origin: 'https://app.example.com',
    url: 'https://hidden@api.example.com/a?token=hidden',
    headers: { 'content-type': 'application/json', accept: '*/*' },
  })
})

t.test('a link carries what the cause is read from', async (t) => {
  t.equal(shareablePaste(EXAMPLE_PASTE), EXAMPLE_PASTE)
  const sent = '> GET https://api.example.com/?a=S3CRET HTTP/1.1\n> Origin: https://app.example.com\n> Cookie: S3CRET'
  const shared = shareablePaste(`* S3CRET\n${sent}\n>\n< HTTP/1.1 200 S3CRET\n< X-Any: S3CRET\n<\nS3CRET`)
  t.equal(
    shared,
    '> GET https://api.example.com/?a=hidden HTTP/1.1\n> Origin: https://app.example.com\n> Cookie: hidden\n>\n< HTTP/1.1 200\n< X-Any: hidden\n<',
  )
  t.equal(shareablePaste(shared), shared, 'the same each time')
  t.equal(linkTo('paste', shared).paste, shared)
  for (const text of ['', ' ', 'S3CRET', '{}', `${'line\n'.repeat(200)}${EXAMPLE_PASTE}`]) {
    t.equal(shareablePaste(text), '', text.slice(0, 20))
  }
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
