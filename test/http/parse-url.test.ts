import t from 'tap'
import { parseUrl } from '../../src/http/parse-url.js'

t.test('absolute and relative URLs', async (t) => {
  t.equal(parseUrl('https://A.test')?.href, 'https://a.test/')
  t.equal(parseUrl('/b', 'https://a.test')?.href, 'https://a.test/b')
  t.equal(parseUrl('b', new URL('https://a.test/c/d'))?.href, 'https://a.test/c/b')
  for (const text of ['', '/b', 'https://', 'a b']) t.equal(parseUrl(text), undefined, text)
  t.equal(parseUrl('/b', 'null'), undefined)
})

t.test('parses the same text to the same URL each time', async (t) => {
  const text = 'https://b\u00fccher.test/\u00ff'
  for (let i = 0; i < 20_000; i++) {
    if (parseUrl(text)?.href !== 'https://xn--bcher-kva.test/%C3%BF') return t.fail(`call ${i}`)
  }
  return t.pass('20,000 calls')
})
