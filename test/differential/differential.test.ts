import t from 'tap'
import { cors } from '../../src/adapters/express.js'
import { withCors } from '../../src/adapters/node.js'
import { compilePolicy } from '../../src/index.js'
import { makeCertificate } from '../support/certificate.js'
import { CONFIG, compareHttp1, compareHttp2 } from './differential.mjs'
import type { Listener } from './exchange.mjs'
import { FORMS } from './forms.mjs'

/** Every nth form in each place: all of them take minutes. Each is seen somewhere. */
const EVERY_NTH = 20

t.setTimeout(300_000)
// Node's own, about what handlers of HTTP/2 do here on purpose.
process.removeAllListeners('warning')
process.on('warning', () => {})

const policy = compilePolicy(CONFIG)
const ours = { withCors: (listener: Listener) => withCors(policy, listener), cors: cors(policy) }

t.test('HTTP/1: all else goes out as Node sends it without us', async (t) => {
  const { compared, differences } = await compareHttp1(ours, EVERY_NTH)
  t.ok(compared > FORMS.length, `${compared} exchanges`)
  t.strictSame(differences, [])
})

t.test('HTTP/2: all else goes out as Node sends it without us', async (t) => {
  const { compared, differences } = await compareHttp2(ours, EVERY_NTH, await makeCertificate())
  t.ok(compared > FORMS.length, `${compared} exchanges`)
  t.strictSame(differences, [])
})

t.test('the comparison notices a difference', async (t) => {
  const more: typeof ours.cors = (_, response, next) => void next(void response.setHeader('x-more', '1'))
  const none: typeof ours.cors = (_request, _response, next) => next()
  const { differences } = await compareHttp1({ ...ours, cors: more }, FORMS.length)
  t.match(differences.join('\n'), /x-more: 1/)
  const { differences: faults } = await compareHttp1({ ...ours, cors: none }, FORMS.length)
  t.match(faults.join('\n'), /Vary: \n/)
})
