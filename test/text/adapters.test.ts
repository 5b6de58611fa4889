import t from 'tap'
import { ADAPTER_TEXTS, LISTENER_TEXTS } from '../../src/text/adapters.js'

t.test('each sentence names the value, and what to pass instead', async (t) => {
  const value = 'a\u001bb'
  const sentences = Object.entries({ ...ADAPTER_TEXTS, ...LISTENER_TEXTS }).map(([code, sentence]) => [
    code,
    sentence({ value, name: value }),
  ])
  t.matchSnapshot(Object.fromEntries(sentences))
  for (const [code, sentence] of sentences) {
    t.match(sentence, /expected|no option/, String(code))
    t.notMatch(sentence, '\u001b', `${code}: nothing of another moves a cursor`)
  }
})
