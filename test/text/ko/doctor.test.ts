import t from 'tap'
import { checkKorean } from '../../support/korean.js'

t.test('the Korean sentences of the doctor', async (t) => {
  await checkKorean(t, 'doctor', [
    ...['nginx', 'apache', 'caddy', 'iis'].map((name) => `doctor.PLACE_NAMES.${name}`),
    'doctor.REPORT_TEXTS.language',
  ])
})
