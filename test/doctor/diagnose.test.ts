import t from 'tap'
import { diagnose } from '../../src/doctor/diagnose.js'
import { FINDING_TEXTS } from '../../src/doctor/texts.js'
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

for (const { name, server, url, ask, findings } of FIXTURES) {
  t.test(name, async (t) => {
    const port = await serve(t, server())
    const asked = { ...PUT_JSON, ...ask, ...(url && { transport: leadTo(port) }) }
    const diagnosis = await diagnose(url ?? `http://127.0.0.1:${port}/things`, asked)
    t.strictSame(
      diagnosis.findings.map(({ code, severity }) => [code, severity]),
      findings,
    )
    t.equal(diagnosis.healthy, !findings.some(([, severity]) => severity !== 'note'))
    for (const { title, sees, fix, evidence } of diagnosis.findings) {
      t.ok(title && sees && fix)
      t.notMatch([title, sees, fix].join(), /\{\w*\}|undefined/, 'all values are there')
      t.ok(evidence.length > 0 && evidence.every(({ request, response }) => request.length && response.length))
    }
    t.notOk(
      diagnosis.exchanges.some(({ request }) => !/^(GET|HEAD|OPTIONS) /.test(request[0] ?? '')),
      'nothing that changes something is sent',
    )
  })
}

t.test('every finding has a server that shows it', async (t) => {
  const shown = new Set(FIXTURES.flatMap(({ findings }) => findings.map(([code]) => code)))
  t.strictSame(
    Object.keys(FINDING_TEXTS).filter((code) => !shown.has(code as never)),
    [],
  )
})
