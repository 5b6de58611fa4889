import t from 'tap'
import { normalizeMethod } from '../../src/fetch-model/method.js'

t.test('six methods are upper-cased, and no other', async (t) => {
  for (const method of ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT']) {
    t.equal(normalizeMethod(method.toLowerCase()), method)
    t.equal(normalizeMethod(method), method)
  }
  for (const method of ['patch', 'Patch', 'PATCH', 'chicken', 'eGg']) t.equal(normalizeMethod(method), method)
})
