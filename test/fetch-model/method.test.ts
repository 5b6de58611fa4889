import t from 'tap'
import { isForbiddenMethod, isSafelistedMethod, normalizeMethod } from '../../src/fetch-model/method.js'

t.test('six methods are upper-cased, and no other', async (t) => {
  for (const method of ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT']) {
    t.equal(normalizeMethod(method.toLowerCase()), method)
    t.equal(normalizeMethod(method), method)
  }
  for (const method of ['patch', 'Patch', 'PATCH', 'chicken', 'eGg']) t.equal(normalizeMethod(method), method)
})

t.test('safelisted by case, forbidden in any', async (t) => {
  for (const method of ['GET', 'HEAD', 'POST']) t.equal(isSafelistedMethod(method), true, method)
  for (const method of ['get', 'PUT', 'OPTIONS', '']) t.equal(isSafelistedMethod(method), false, method)
  for (const method of ['CONNECT', 'trace', 'Track']) t.equal(isForbiddenMethod(method), true, method)
  for (const method of ['TRACER', 'GET']) t.equal(isForbiddenMethod(method), false, method)
})
