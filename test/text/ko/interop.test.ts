import t from 'tap'
import { checkKorean } from '../../support/korean.js'

t.test('the Korean sentences about conversions', async (t) => {
  await checkKorean(t, 'interop')
})
