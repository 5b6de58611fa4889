import t from 'tap'
import { isSimpleRange } from '../../src/fetch-model/range-value.js'

t.test('ranges that browsers send themselves', async (t) => {
  for (const value of ['bytes=0-', 'bytes=200-', 'bytes=100-200', 'bytes=5-5', `bytes=1-1${'0'.repeat(100)}`]) {
    t.equal(isSimpleRange(value), true, value)
  }
})

t.test('all others', async (t) => {
  const values = [
    '',
    'bytes',
    'bytes=',
    'bytes=-',
    'bytes=-500',
    'bytes=200-100',
    'bytes=9007199254740993-9007199254740992',
    `bytes=1${'0'.repeat(60)}-2${'0'.repeat(59)}`,
    'Bytes=0-',
    'MB=0-',
    '100-200',
    'bytes 0-',
    'bytes =0-',
    'bytes= 0-',
    'bytes=0 -',
    'bytes=0- 1',
    'bytes=0-1 ',
    'bytes=0-1,5-6',
    'bytes=a-b',
    'bytes=0-b',
    'bytes=0',
    'bytes=,0-1',
  ]
  for (const value of values) t.equal(isSimpleRange(value), false, value)
})
