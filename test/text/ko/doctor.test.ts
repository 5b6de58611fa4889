import t from 'tap'
import { checkKorean } from '../../support/korean.js'
import { textFiles } from '../../support/sentences.js'

t.test('the Korean sentences of the doctor', async (t) => {
  await checkKorean(
    t,
    textFiles().filter((file) => file.startsWith('doctor')),
    ['nginx', 'apache', 'caddy', 'iis']
      .map((name) => `doctor.PLACE_NAMES.${name}`)
      .concat('doctor.REPORT_TEXTS.language'),
  )
})
