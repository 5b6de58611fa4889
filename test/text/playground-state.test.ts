import t from 'tap'
import { PLAYGROUND_STATE_TEXTS } from '../../src/text/playground-state.js'

t.test('what is wrong with a link', async (t) => {
  const data = { maximum: 100_000, version: '2', fields: ['config', 'request.method'] }
  t.matchSnapshot(Object.entries(PLAYGROUND_STATE_TEXTS).map(([code, text]) => `${code}: ${text(data)}`))
})
