import t from 'tap'
import { defineConfig } from '../../src/config/define-config.js'

t.test('returns its argument', async (t) => {
  const open = { origins: '*' } as const
  const credentialed = { origins: ['https://a.com'], credentials: true } as const
  t.equal(defineConfig(open), open)
  t.equal(defineConfig(credentialed), credentialed)
})
