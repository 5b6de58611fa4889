import t from 'tap'
import { CHOOSER_TEXTS } from '../../src/text/chooser.js'
import { ROW_SET_TEXTS, ROW_TEXTS } from '../../src/text/rows.js'
import { SYNC_LOG, SYNC_TEXTS } from '../../src/text/sync.js'
import { leavesOf, say, sentencesOf } from '../support/sentences.js'

/** What a tenant sees, an operator and a programmer. */
const SENTENCES: readonly string[] = [
  ROW_TEXTS['row-type']({ code: 'row-type', value: 7 }),
  ROW_TEXTS['row-wildcard']({ code: 'row-wildcard', value: '*' }),
  ROW_TEXTS['row-pattern']({ code: 'row-pattern', value: 'https://*.a.example' }),
  ROW_TEXTS['row-unused']({ code: 'row-unused', value: 'https://a.example' }),
  ROW_SET_TEXTS.notIterable(7),
  ROW_SET_TEXTS.tooMany(10),
  CHOOSER_TEXTS.failed,
  CHOOSER_TEXTS.notPolicy(7),
  CHOOSER_TEXTS.promised,
  SYNC_TEXTS.option({ code: 'option', option: 'every', expected: 'a number', value: 'x' }),
  SYNC_TEXTS['already-followed']({ code: 'already-followed' }),
  SYNC_TEXTS.closed({ code: 'closed' }),
  SYNC_TEXTS.timeout({ code: 'timeout', operation: 'load', limit: 7 }),
  SYNC_TEXTS['changes-ended']({ code: 'changes-ended' }),
  SYNC_TEXTS['connection-lost']({ code: 'connection-lost' }),
  SYNC_TEXTS['no-heartbeat']({ code: 'no-heartbeat', limit: 7 }),
  SYNC_TEXTS['pool-too-small']({ code: 'pool-too-small', size: 1 }),
  SYNC_LOG.failed,
  SYNC_LOG.threw('onError'),
]

t.test('sentences are short, one or two, and complete', async (t) => {
  t.matchSnapshot(SENTENCES.join('\n'))
  t.equal(new Set(SENTENCES).size, SENTENCES.length)
  for (const sentence of SENTENCES) {
    t.notMatch(sentence, /\[object|NaN|undefined(?!$)/, sentence)
    t.ok(sentence.split(/\. /).length <= 2, sentence)
    t.ok(sentence.length < 200, sentence)
  }
})

t.test('a typed value cannot add lines to a message', async (t) => {
  const value = 'https://*.a.example\nFAKE'
  for (const sentence of [
    ROW_TEXTS['row-pattern']({ code: 'row-pattern', value }),
    ROW_TEXTS['row-unused']({ code: 'row-unused', value }),
    ROW_TEXTS['row-type']({ code: 'row-type', value }),
  ]) {
    t.notMatch(sentence, /\n/)
  }
})

const OF_PROGRAMMERS = /dangerously|parseOrigins|origins:|entry/

t.test('no sentence tells the author of a row what only a programmer can do', async (t) => {
  const leaves = (await leavesOf(['config-origins'])).filter(({ name }) => name !== 'origins-missing')
  let count = 0
  for (const leaf of leaves) {
    for (const { args, text } of sentencesOf(leaf)) {
      // parseOrigins() says this of its own entries; rows have a sentence of their own for both.
      if (!OF_PROGRAMMERS.test(text) || text.startsWith('parseOrigins()')) continue
      const get = (data: object, key: string | symbol) => key === 'forRow' || Reflect.get(data, key)
      const [said] = say(leaf, [new Proxy(args[0] as object, { get })])
      t.match(said, { text: String })
      t.notMatch(said?.text, OF_PROGRAMMERS)
      count++
    }
  }
  t.ok(count >= 12, `${count} sentences`)
})
