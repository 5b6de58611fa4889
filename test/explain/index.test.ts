import t from 'tap'
import * as entry from '../../src/explain/index.js'

t.test('the entry exports these values', async (t) => {
  t.strictSame(Object.keys(entry).sort(), [
    'consoleMessages',
    'evaluate',
    'explain',
    'imageRequest',
    'lint',
    'renderExplanation',
  ])
})
