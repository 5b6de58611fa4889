import t from 'tap'
import { checkKorean } from '../../support/korean.js'

t.test('the Korean sentences of the commands', async (t) => {
  await checkKorean(t, 'command', ['command.COMMAND_TEXTS.question-invalid', 'command.COMMAND_WORDS.error'])
})
