import t from 'tap'
import { needsPreflight } from '../../src/fetch-model/needs-preflight.js'

t.test('which requests need a preflight', async (t) => {
  const rows: [string, Record<string, string>, boolean, boolean][] = [
    ['GET', {}, false, false],
    ['HEAD', { accept: 'image/*' }, false, false],
    ['POST', { 'content-type': 'text/plain' }, false, false],
    ['POST', { 'content-type': 'application/json' }, false, true],
    ['GET', { 'x-a': '' }, false, true],
    ['PUT', {}, false, true],
    ['OPTIONS', {}, false, true],
    ['get', {}, false, true],
    ['POST', {}, true, true],
  ]
  for (const [method, headers, useCorsPreflight, needed] of rows) {
    const row = `${method} ${JSON.stringify(headers)} ${useCorsPreflight}`
    t.equal(needsPreflight({ method, headers, useCorsPreflight }), needed, row)
  }
})
