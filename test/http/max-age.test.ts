import t from 'tap'
import { LONGEST_MAX_AGE } from '../../src/http/max-age.js'

t.test('the longest time is a day, in seconds', async (t) => {
  t.equal(LONGEST_MAX_AGE, 24 * 60 * 60)
})
