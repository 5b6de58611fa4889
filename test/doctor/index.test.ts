import t from 'tap'
import * as doctor from '../../src/doctor/index.js'

t.test('exports', async (t) => {
  t.strictSame(Object.keys(doctor).sort(), [
    'DoctorError',
    'TransportError',
    'diagnose',
    'inspect',
    'nodeTransport',
    'renderDiagnosis',
    'renderDiagnosisHtml',
  ])
})
