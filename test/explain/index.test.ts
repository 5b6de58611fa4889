import t from 'tap'
import * as entry from '../../src/explain/index.js'

t.test('the entry exports these values', async (t) => {
  t.strictSame(Object.keys(entry).sort(), [
    'beaconRequest',
    'consoleMessages',
    'createBrowser',
    'evaluate',
    'eventSourceRequest',
    'explain',
    'fixesFor',
    'fontRequest',
    'formRequest',
    'imageRequest',
    'lint',
    'mediaRequest',
    'renderExplanation',
    'scriptRequest',
    'styleRequest',
    'webSocketRequest',
  ])
})
