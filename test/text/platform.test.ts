import t from 'tap'
import { briefSentence } from '../../src/text/brief.js'
import { withoutSuffixes } from '../../src/text/platform.js'

t.test('the message names the domain and the condition', async (t) => {
  t.matchSnapshot(withoutSuffixes('"github.io"'))
  t.match(withoutSuffixes('"github.io"'), /^"github\.io" [^:\n]+ cors-policy-no-suffixes$/)
})

t.test('a brief sentence names the condition that keeps a pattern from being checked', async (t) => {
  t.match(briefSentence({ code: 'public-suffix', fault: 'no-list' }, '"a"'), /^"a" .* cors-policy-no-suffixes$/)
  t.equal(briefSentence({ code: 'origin-null' }, '"null"'), 'origin null, got "null"')
})
