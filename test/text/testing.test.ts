import t from 'tap'
import { notAnOrigin, testedAppTexts, testingTexts } from '../../src/text/testing.js'

const READ = { origin: 'https://a.test', method: 'GET', url: 'https://b.test/x', status: 200 }

t.test('what a failed expectation says', async (t) => {
  const error = new Error('reset')
  error.stack = 'Error: reset'
  const sentences = [
    testingTexts.readable({ ...READ, withCredentials: false }),
    testingTexts.readable({ ...READ, withCredentials: true }),
    testingTexts['vary-missing']({ what: 'GET without Origin', path: '/x', vary: undefined }),
    testingTexts['vary-missing']({ what: 'a preflight', path: '/x', vary: 'Accept' }),
    testingTexts['no-answer']({ method: 'GET', path: '/x', error }),
    testingTexts['no-answer']({ method: 'GET', path: '/x', error: 'reset' }),
    testingTexts['left-app']({ url: 'https://c.test/' }),
    notAnOrigin('a.test', 'https://a.test'),
    notAnOrigin(7, undefined),
    testedAppTexts.notAnApp({}),
    testedAppTexts.notAnHttpUrl('ftp://a.test'),
  ]
  t.matchSnapshot(sentences.join('\n'))
  for (const sentence of sentences) t.notMatch(sentence, /undefined|\[object/, sentence)
})
