import t from 'tap'
import { checkKorean } from '../../support/korean.js'

t.test('the Korean sentences of the playground', async (t) => {
  await checkKorean(
    t,
    'playground',
    ['PLAYGROUND_ASK.kinds.', 'PLAYGROUND_ASK.url', 'PLAYGROUND_CONVERT.formats.', 'PLAYGROUND_TIMELINE.between'].map(
      (name) => `playground.${name}`,
    ),
  )
})
