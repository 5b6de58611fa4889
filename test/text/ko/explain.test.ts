import t from 'tap'
import { checkKorean } from '../../support/korean.js'

t.test('the Korean sentences of explain and lint', async (t) => {
  await checkKorean(t, 'explain', ['explanation.EXPLANATION.reason', 'explanation.EXPLANATION.modes'])
})
