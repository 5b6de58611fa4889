import t from 'tap'
import { checkKorean } from '../../support/korean.js'

t.test('the Korean sentences of explain and lint', async (t) => {
  await checkKorean(
    t,
    ['explanation', 'fixes', 'lint', 'model', 'model-notes', 'model-request'],
    ['explanation.EXPLANATION.reason', 'explanation.EXPLANATION.modes'],
  )
})
