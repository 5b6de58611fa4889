import t from 'tap'
import { checkKorean } from '../../support/korean.js'

t.test('the Korean sentences about a config', async (t) => {
  await checkKorean(t, 'config')
})
