import t from 'tap'
import { COMMAND_TEXTS, COMMAND_WORDS } from '../../src/text/command.js'

t.test('the program passes its arguments on, and exits with the code', async (t) => {
  t.intercept(process, 'argv', { value: ['node', 'cors-policy', 'check', 'no-such-file.json'] })
  const written: string[] = []
  t.intercept(process.stderr, 'write', { value: (text: string) => written.push(text) })
  await import('../../src/cli/bin.js')
  const { exitCode } = process
  process.exitCode = undefined
  t.equal(exitCode, 2)
  t.strictSame(written, [`${COMMAND_WORDS.error(COMMAND_TEXTS['file-missing']({ file: 'no-such-file.json' }))}\n`])
})
