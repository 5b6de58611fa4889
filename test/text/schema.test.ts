import t from 'tap'
import { OPTION_DESCRIPTIONS } from '../../src/text/schema.js'

t.test('a description is one or two sentences without a full stop at its end', async (t) => {
  t.matchSnapshot(OPTION_DESCRIPTIONS)
  for (const [name, text] of Object.entries(OPTION_DESCRIPTIONS)) t.match(text, /^[A-Z].{20,220}[^.]$/, name)
})
