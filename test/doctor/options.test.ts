import t from 'tap'
import { parseSettings } from '../../src/doctor/options.js'

t.test('origins as browsers write them', async (t) => {
  for (const [written, origin] of [
    ['https://App.example.com:443/path', 'https://app.example.com'],
    ['null', 'null'],
    ['capacitor://localhost', 'capacitor://localhost'],
  ] as const) {
    t.equal(parseSettings('https://api.example.com', { origin: written }).origin, origin)
  }
})

t.test('defaults', async (t) => {
  t.match(parseSettings('https://api.example.com/a#b', { origin: 'null' }), {
    url: new URL('https://api.example.com/a'),
    method: 'GET',
    headers: {},
    credentials: false,
    reads: [],
    sendActual: false,
    timeout: 30_000,
    maxBodyBytes: 65_536,
    cookie: undefined,
    insecure: false,
    followPrivate: false,
    transport: Function,
  })
})

t.test('a cookie is sent with credentials', async (t) => {
  const { credentials } = parseSettings('https://api.example.com', { origin: 'null', cookie: 'id=1' })
  t.equal(credentials, true)
})

t.test('headers to read', async (t) => {
  const { reads } = parseSettings('https://api.example.com', { origin: 'null', reads: ['X-A', 'x-b', 'x-a'] })
  t.strictSame(reads, ['x-a', 'x-b'])
})
