import t from 'tap'
import { HTTP_PORT, HTTPS_PORT } from '../../src/http/ports.js'

t.test('a URL leaves out the default port, and no other', async (t) => {
  t.equal(new URL(`http://a.test:${HTTP_PORT}`).origin, 'http://a.test')
  t.equal(new URL(`https://a.test:${HTTPS_PORT}`).origin, 'https://a.test')
  t.not(new URL(`http://a.test:${HTTPS_PORT}`).origin, 'http://a.test')
})
