import t from 'tap'
import { checkKorean } from '../../support/korean.js'

const NAMES = [
  'PLAYGROUND_ASK.kinds.',
  'PLAYGROUND_ASK.url',
  'PLAYGROUND_CONVERT.formats.',
  'PLAYGROUND_TIMELINE.between',
]

t.test('the Korean sentences of the playground', async (t) => {
  await checkKorean(
    t,
    ['playground', 'playground-state'],
    NAMES.map((name) => `playground.${name}`),
  )
})
