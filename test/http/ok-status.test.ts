import t from 'tap'
import { isOkStatus } from '../../src/http/ok-status.js'

t.test('the statuses that Response.ok says are ok', async (t) => {
  for (const status of [200, 204, 299, 300, 304, 404, 599]) {
    t.equal(isOkStatus(status), new Response(null, { status }).ok, String(status))
  }
  for (const status of [0, 100, 199]) t.equal(isOkStatus(status), false, String(status))
})
