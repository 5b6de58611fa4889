import t from 'tap'
import { ownOptions } from '../../src/config/own-options.js'
import type { CorsConfig } from '../../src/config/types.js'

t.test('what is on Object.prototype is no option', async (t) => {
  const prototype = Object.prototype as { credentials?: boolean }
  prototype.credentials = true
  t.teardown(() => {
    delete prototype.credentials
  })
  const config: CorsConfig = { origins: ['https://a.com'], maxAge: 5 }
  t.equal(config.credentials, true, 'read without care, it is one')
  t.equal(ownOptions(config).credentials, undefined)
  t.same(ownOptions(config), config)
})
