import t from 'tap'
import { isTokenList } from '../../src/http/token-list.js'
import { Random } from '../config/fixtures/random.js'

const LISTS = [
  '',
  'a',
  'X-Request-Id',
  'a,b',
  'a, b',
  'b,a',
  'A,b,A',
  ' a ,\tb\t',
  ',',
  ',,a,,b,,',
  ' , ,\t',
  ' ',
  '*',
  'a,*',
  "!#$%&'*+-.^_`|~",
]

const NO_LISTS = [
  'a b',
  'a\tb',
  'a, b c',
  'a ,b c,d',
  'a;b',
  'a:b',
  'a/b',
  'a=b',
  '"a"',
  '(a)',
  'é',
  'a,é',
  'a\n',
  'a\r\n',
  'a,\r\n b',
  'a\u0000',
  '\u0000',
  'a\u000b',
  'a\u00a0',
  'a,\u3000b',
  '\ufeffa',
  '\ud83d\ude00',
]

t.test('a list of tokens may have white space around its elements, and empty elements', async (t) => {
  for (const text of LISTS) t.equal(isTokenList(text), true, JSON.stringify(text))
})

t.test('anything else is not a list of tokens', async (t) => {
  for (const text of NO_LISTS) t.equal(isTokenList(text), false, JSON.stringify(text))
})

t.test('agrees with splitting the text', async (t) => {
  const random = new Random(1)
  const wrong: string[] = []
  let lists = 0
  for (let i = 0; i < 20_000; i++) {
    const text = random.text('ab-,, \t;é', 0, 8)
    const expected = text.split(',').every((element) => /^[ \t]*[ab-]*[ \t]*$/.test(element))
    if (isTokenList(text) !== expected) wrong.push(text)
    if (expected) lists++
  }
  t.strictSame(wrong, [])
  t.ok(lists > 2000 && lists < 18_000, 'both answers are common')
})
