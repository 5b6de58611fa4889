import t from 'tap'
import { withoutSuffixes } from '../../src/text/platform.js'

t.test('the message names the domain and the condition', async (t) => {
  t.matchSnapshot(withoutSuffixes('github.io'))
  t.match(withoutSuffixes('github.io'), /^"github\.io" [^:\n]+ cors-policy-no-suffixes$/)
})
