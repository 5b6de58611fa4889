import t from 'tap'
import { mimeEssence } from '../../src/fetch-model/mime-essence.js'

t.test('the essence of a MIME type', async (t) => {
  const rows: [string, string | undefined][] = [
    ['text/plain', 'text/plain'],
    ['Text/PLAIN', 'text/plain'],
    ['text/plain;', 'text/plain'],
    ['text/plain;charset=utf-8', 'text/plain'],
    ['text/plain ;charset=utf-8', 'text/plain'],
    ['text/plain;garbage', 'text/plain'],
    ['text/plain;a/b', 'text/plain'],
    ['application/problem+json', 'application/problem+json'],
    ['text /plain', undefined],
    ['text/ plain', undefined],
    ['text/pl ain', undefined],
    ['text/', undefined],
    ['/plain', undefined],
    ['text', undefined],
    ['', undefined],
    [';text/plain', undefined],
    ['text/plain,', undefined],
    ['text/plain,text/plain', undefined],
    ['text/plain/x', undefined],
  ]
  for (const [text, essence] of rows) t.equal(mimeEssence(text), essence, text)
})
