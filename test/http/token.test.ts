import t from 'tap'
import { isToken } from '../../src/http/token.js'

t.test('a token is one or more tchar', async (t) => {
  for (const token of ['GET', 'x-request-id', "!#$%&'*+-.^_`|~", '0']) t.equal(isToken(token), true, token)
  for (const text of ['', ' ', 'a b', 'a,b', 'a:b', 'a\n', 'é', 'a\u0000', '(', '"a"', '\ud83d\ude00']) {
    t.equal(isToken(text), false, JSON.stringify(text))
  }
})
