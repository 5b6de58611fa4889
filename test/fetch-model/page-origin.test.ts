import t from 'tap'
import { pageOrigin } from '../../src/fetch-model/page-origin.js'

t.test('a page’s origin', async (t) => {
  const rows: [text: string, origin: string][] = [
    ['https://APP.test:443/path', 'https://app.test'],
    ['http://app.test:8080', 'http://app.test:8080'],
    ['blob:https://app.test/1234', 'https://app.test'],
    ['file:///home/user/index.html', 'null'],
    ['data:text/html,hello', 'null'],
    ['about:blank', 'null'],
    ['javascript:0', 'null'],
    ['null', 'null'],
    ['capacitor://localhost', 'capacitor://localhost'],
    ['chrome-extension://abc/page.html', 'chrome-extension://abc'],
    ['app://.', 'app://.'],
    ['mailto:a@b.test', 'mailto:a@b.test'],
    ['nonsense', 'nonsense'],
    ['', ''],
  ]
  for (const [text, origin] of rows) t.equal(pageOrigin(text), origin, text)
})

t.test('a page’s origin stays the same after a second reading', async (t) => {
  for (let i = 0; i < 20_000; i++) {
    if (pageOrigin('https://b\u00fccher.test') !== 'https://xn--bcher-kva.test') return t.fail(`call ${i}`)
  }
  return t.pass('20,000 calls')
})
