import t from 'tap'
import { diagnose } from '../../src/doctor/diagnose.js'
import { serve } from '../support/serve.js'
import { APP } from './good-server.js'
import { leadTo } from './lead-to.js'
import { FIXTURES } from './servers.js'

const PUT_JSON = {
  origin: APP,
  method: 'PUT',
  headers: { 'content-type': 'application/json' },
  credentials: true,
  timeout: 20_000,
}

t.setTimeout(300_000)

/** Notes that come with every GET in place of a PUT, and with every page that asks this machine. */
const USUAL = ['method-not-sent', 'local-network-access']

for (const { name, server, url, ask, findings } of FIXTURES) {
  t.test(name, async (t) => {
    const port = await serve(t, server())
    const asked = { ...PUT_JSON, ...ask, ...(url && { transport: leadTo(port) }) }
    const diagnosis = await diagnose(url ?? `http://127.0.0.1:${port}/things`, asked)
    const found = diagnosis.findings.map(({ code, severity }) => [code, severity] as const)
    t.strictSame(
      found.filter(([code, severity]) => severity !== 'note' || !USUAL.includes(code)),
      findings,
    )
    t.equal(diagnosis.healthy, !findings.some(([, severity]) => severity !== 'note'))
    for (const { title, impact, fix, fixes, place, evidence, causes } of [
      ...diagnosis.findings,
      ...diagnosis.consequences,
    ]) {
      t.ok(title && impact && fix === fixes[place])
      t.notMatch([title, impact, ...Object.values(fixes)].join(), /undefined|\[object|NaN/, 'all values are there')
      t.ok(evidence.length > 0 && evidence.every(({ request, response }) => request.length && response.length))
      const named = diagnosis.consequences.map(({ code }) => code)
      t.strictSame(
        causes.filter((code) => !named.includes(code)),
        [],
      )
    }
    t.notOk(
      diagnosis.exchanges.some(({ request }) => !/^(GET|HEAD|OPTIONS) /.test(request[0] ?? '')),
      'nothing that changes something is sent',
    )
  })
}
