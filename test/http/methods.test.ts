import t from 'tap'
import {
  isForbiddenMethod,
  isSafelistedMethod,
  isSafeMethod,
  SAFELISTED_METHODS,
  upperCaseMethod,
} from '../../src/http/methods.js'

t.test('methods that no policy can forbid', async (t) => {
  t.strictSame(SAFELISTED_METHODS, ['GET', 'HEAD', 'POST'])
  t.ok(Object.isFrozen(SAFELISTED_METHODS))
})

t.test('safelisted and safe methods, by case', async (t) => {
  for (const method of ['GET', 'HEAD', 'POST']) t.equal(isSafelistedMethod(method), true, method)
  for (const method of ['get', 'PUT', 'OPTIONS', '']) t.equal(isSafelistedMethod(method), false, method)
  for (const method of ['GET', 'HEAD', 'OPTIONS', 'TRACE']) t.equal(isSafeMethod(method), true, method)
  for (const method of ['get', 'POST', 'PUT', 'PATCH', '']) t.equal(isSafeMethod(method), false, method)
})

t.test('methods that no script can use, in any case', async (t) => {
  for (const method of ['CONNECT', 'TRACE', 'TRACK', 'trace', 'Track']) t.equal(isForbiddenMethod(method), true, method)
  for (const method of ['GET', 'PUT', 'TRACES', 'tra\u017fce', '']) t.equal(isForbiddenMethod(method), false, method)
})

t.test('methods that are meant in upper case', async (t) => {
  for (const method of ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']) {
    t.equal(upperCaseMethod(method.toLowerCase()), method)
    t.equal(upperCaseMethod(method), undefined)
  }
  for (const method of ['propfind', 'PROPFIND', 'Purge', '']) t.equal(upperCaseMethod(method), undefined, method)
})
