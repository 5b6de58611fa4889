import t from 'tap'
import { COMMAND_TEXTS, COMMAND_WORDS } from '../../src/text/command.js'
import { HELP } from '../../src/text/command-help.js'

/** Every sentence of the command line tool, in one snapshot. */

const data = {
  name: 'chek',
  command: 'check',
  option: '--mode',
  value: 'x',
  file: 'a.json',
  why: 'Error: why',
  url: 'a.test/b',
  destination: 'font',
  argument: 'now',
  port: 2677,
  choices: ['a', 'b'],
  names: ['default', 'config'],
}

t.test('usage errors', async (t) => {
  const lines: Record<string, string> = {}
  for (const [code, text] of Object.entries(COMMAND_TEXTS)) {
    const sentence = text as (item: object) => string
    lines[code] = sentence({ ...data, code, suggestion: 'y' })
    t.notMatch(lines[code], /undefined|\[object|\n/, code)
  }
  lines['command-unknown 2'] = COMMAND_TEXTS['command-unknown'](data)
  const why = 'TypeError: Unknown file extension ".ts" for a.ts'
  lines['module-broken 2'] = COMMAND_TEXTS['module-broken']({ file: 'a.ts', why })
  t.matchSnapshot(lines)
})

t.test('words', async (t) => {
  t.matchSnapshot([
    COMMAND_WORDS.error('message'),
    COMMAND_WORDS.problems(1),
    COMMAND_WORDS.problems(2),
    COMMAND_WORDS.noProblems,
    COMMAND_WORDS.paste,
    COMMAND_WORDS.suggestions(1),
    COMMAND_WORDS.suggestions(3),
    COMMAND_WORDS.playgroundAt('http://127.0.0.1:2677/'),
    COMMAND_WORDS.link('http://127.0.0.1:2677/#ask'),
    COMMAND_WORDS.noLink,
    COMMAND_WORDS.notShown('vary-missing'),
    COMMAND_WORDS.accept('insecure-origins', 'http://a.test'),
    COMMAND_WORDS.note({ path: 'origins', message: 'message', code: 'code' }),
  ])
})

t.test('help', async (t) => {
  t.matchSnapshot(HELP.text)
  for (const line of HELP.text.split('\n')) t.ok(line.length <= 110, line)
})
