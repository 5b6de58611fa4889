import t from 'tap'
import { EXAMPLE_PASTE } from '../../src/playground/examples.js'
import { MAX_PASTE_LENGTH, readPaste } from '../../src/playground/paste.js'

t.test('finds the cause, or says why it cannot', async (t) => {
  t.strictSame(readPaste(' \n'), { kind: 'empty' })
  t.match(readPaste(EXAMPLE_PASTE), { kind: 'diagnosis', diagnosis: { findings: [{ code: 'allow-origin-doubled' }] } })
  t.match(readPaste('what is this?'), { kind: 'unreadable' })
  t.match(readPaste('x'.repeat(MAX_PASTE_LENGTH + 1)), { kind: 'too-long', maximum: MAX_PASTE_LENGTH })
})
