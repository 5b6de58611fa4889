import t from 'tap'
import { HTTP_PORT, HTTPS_PORT } from '../../src/http/default-ports.js'

t.test('the default ports are those that URLs leave out', async (t) => {
  t.equal(new URL(`http://a.example:${HTTP_PORT}`).port, '')
  t.equal(new URL(`https://a.example:${HTTPS_PORT}`).port, '')
})
