import { equal, ok } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { shareableText, shareableUrl } from '../../src/doctor/share-text.js'
import { parseUrl } from '../../src/http/parse-url.js'
import { property } from '../properties/check.js'

const TOKEN = 'S3CRETabcdefghijklmn'

t.test('URLs', async (t) => {
  const rows: [url: string, shared: string][] = [
    ['https://api.example.com/things/17', 'https://api.example.com/things/17'],
    ['https://api.example.com', 'https://api.example.com'],
    ['https://api.example.com/?a=1&b=&c', 'https://api.example.com/?a=hidden&b=hidden&hidden'],
    ['https://api.example.com/?', 'https://api.example.com/?hidden'],
    [`https://api.example.com/?${TOKEN}=1`, 'https://api.example.com/?hidden'],
    ['https://api.example.com/a#access_token=x', 'https://api.example.com/a'],
    ['https://user:pw@api.example.com/a', 'https://hidden@api.example.com/a'],
    ['https://a@b@api.example.com/a', 'https://hidden@api.example.com/a'],
    ['https:\\\\user:pw@api.example.com/a', 'https:\\\\hidden@api.example.com/a'],
    ['//user:pw@api.example.com/a?b=c', '//hidden@api.example.com/a?b=hidden'],
    [`https://hooks.example.com/services/T00/B00/${TOKEN}`, 'https://hooks.example.com/services/T00/B00/hidden'],
    [`https://api.example.com/bot123456:ABC-DEF1234ghIkl-zyx/send`, 'https://api.example.com/hidden/send'],
    ['https://api.example.com/reset/eyJhbGciOi.x', 'https://api.example.com/reset/hidden'],
    ['https://api.example.com/t/9f8e7d6c5b4a3f2e', 'https://api.example.com/t/hidden'],
    ['https://api.example.com/t/deadbeefcafebabe', 'https://api.example.com/t/hidden'],
    ['https://api.example.com/s/XXXXXXXXXXXXXXXXXXXXXXXX', 'https://api.example.com/s/hidden'],
    ['https://api.example.com/m/Ab3dEf6hIj9', 'https://api.example.com/m/hidden'],
    ['https://api.example.com/a;jsessionid=AB12', 'https://api.example.com/a;jsessionid=hidden'],
    ['https://api.example.com/x%3Ftoken%3Dabc', 'https://api.example.com/hidden'],
    ['https://api.example.com/%65yJhbGciOi', 'https://api.example.com/hidden'],
    ['https://api.example.com/100%', 'https://api.example.com/100%'],
    ['https://api.example.com/users/me@example.com', 'https://api.example.com/users/hidden'],
    ['https://api.example.com/@scope/name', 'https://api.example.com/@scope/name'],
    ['https://api.example.com/reset/hunter2', 'https://api.example.com/reset/hidden'],
    ['https://api.example.com/reset/done', 'https://api.example.com/reset/done'],
    ['https://api.example.com/password=x', 'https://api.example.com/password=hidden'],
    ['data:text/plain,x', 'data:hidden'],
    ['mailto:me@example.com', 'mailto:hidden'],
    ['javascript:x', 'javascript:hidden'],
    ['/things?token=x', '/things?token=hidden'],
    ['things', 'things'],
    ['', ''],
    ['https://api.example.com/access-control-allow-origin', 'https://api.example.com/access-control-allow-origin'],
  ]
  for (const [url, shared] of rows) t.equal(shareableUrl(url), shared, url)
})

property(
  'nothing of a URL gets through where a secret may be, and to do it twice changes nothing',
  fc.tuple(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.constantFrom('?', '#', '@', '/', '?a=', '?a=1&b='),
  ),
  ([url, place]) => {
    const { protocol, host, pathname } = new URL(url)
    const parts: Record<string, string> = {
      '@': `${protocol}//me:${TOKEN}@${host}${pathname}`,
      '/': `${protocol}//${host}/${TOKEN}${pathname}`,
    }
    const secret = parts[place] ?? `${protocol}//${host}${pathname}${place}${TOKEN}`
    const shared = shareableUrl(secret)
    ok(!shared.includes('S3CRET'), shared)
    equal(shareableUrl(shared), shared)
    equal(parseUrl(shared)?.host, host)
  },
)

property('any text', fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
  equal(typeof shareableUrl(text), 'string')
  equal(typeof shareableText(text), 'string')
})

t.test('texts', async (t) => {
  const rows: [text: string, shared: string][] = [
    ['{"access_token":"abc"}', '{"access_token":"hidden"}'],
    ['client_secret=abc', 'client_secret=hidden'],
    ['refresh_token  =  "abc"', 'refresh_token  =  "hidden"'],
    ['token => abc', 'token => hidden'],
    ['passphrase: abc', 'passphrase: hidden'],
    ['Cookie: a=b; c=d\nnext', 'Cookie: hidden\nnext'],
    ['{"set-cookie":"a=b; c","error":"x"}', '{"set-cookie":"hidden","error":"x"}'],
    ['<th>HTTP_COOKIE</th>\n<td>a=b; c</td>', '<th>HTTP_COOKIE</th>\n<td>hidden</td>'],
    ['HTTP_COOKIE a=b; c=d', 'HTTP_COOKIE hidden'],
    ['HTTP_AUTHORIZATION Token abc', 'HTTP_AUTHORIZATION hidden'],
    ['cookie a=b', 'cookie hidden'],
    ['Authorization: Token abc d', 'Authorization: hidden'],
    ['header field authorization is not allowed', 'header field authorization is not allowed'],
    ["from origin 'https://app.example.com' has", "from origin 'https://app.example.com' has"],
    ["at 'https://api.example.com/a?token=x' from", "at 'https://api.example.com/a?token=hidden' from"],
    ['Authorization: Bearer abc.def', 'Authorization: hidden'],
    ['invalid token: abc', 'invalid token: hidden'],
    ['{"password":"abc","user":"b"}', '{"password":"hidden","user":"b"}'],
    [`no session ${TOKEN}`, 'no session hidden'],
    ["No 'Access-Control-Allow-Origin' header is present", "No 'Access-Control-Allow-Origin' header is present"],
  ]
  for (const [text, shared] of rows) t.equal(shareableText(text), shared)
})
