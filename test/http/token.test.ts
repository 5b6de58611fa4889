import t from 'tap'
import { isToken, isTokenChar } from '../../src/http/token.js'

t.test('a token is one or more tchar', async (t) => {
  for (const token of ['GET', 'x-request-id', "!#$%&'*+-.^_`|~", '0']) t.equal(isToken(token), true, token)
  for (const text of ['', ' ', 'a b', 'a,b', 'a:b', 'a\n', 'é', 'a\u0000', '(', '"a"', '\ud83d\ude00']) {
    t.equal(isToken(text), false, JSON.stringify(text))
  }
})

t.test('exactly the code units of RFC 9110 are tchar', async (t) => {
  const tchar = /^[!#$%&'*+\-.^_`|~\dA-Za-z]$/
  const wrong: number[] = []
  for (let code = 0; code <= 0xffff; code++) {
    if (isTokenChar(code) !== tchar.test(String.fromCharCode(code))) wrong.push(code)
  }
  t.strictSame(wrong, [])
})

t.test('a number that is not a code unit is not a tchar', async (t) => {
  for (const code of [Number.NaN, -1, 0.5, 65.5, 0x10000, Number.POSITIVE_INFINITY]) {
    t.equal(isTokenChar(code), false, String(code))
  }
})
