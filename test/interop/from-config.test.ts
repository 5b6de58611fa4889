import t from 'tap'
import { fromConfig } from '../../src/interop/from-config.js'
import { compilePolicy } from '../../src/policy/compile-policy.js'
import { briefProblems } from './support.js'

const config = { origins: ['https://a.test'], methods: ['PUT'] } as const

t.test('JSON, YAML, a value or a policy', async (t) => {
  t.strictSame(fromConfig(JSON.stringify({ $schema: 'x', ...config })).config, config)
  t.strictSame(fromConfig('origins: [https://a.test]\nmethods: [PUT] # all\n').config, config)
  t.strictSame(fromConfig(config).config, config)
  t.strictSame(fromConfig(compilePolicy(config)).config, config)
  const otherwise = { ...config, otherwise: { origins: '*' } }
  t.strictSame(fromConfig(JSON.stringify(otherwise)).config, otherwise)
  const http = JSON.stringify({ origins: ['http://a.test'], credentials: true })
  t.strictSame(
    briefProblems(() => fromConfig(http)),
    ['insecure-origin origins[0]'],
  )
  t.match(fromConfig(http, { dangerouslyAllowInsecureOrigins: ['http://a.test'] }).config, { credentials: true })
  t.strictSame(
    briefProblems(() => fromConfig('[]')),
    ['wrong-value document'],
  )
  t.strictSame(briefProblems(() => fromConfig('{"origins": "*", "otherwise": {"origins": [5]}}')).length > 0, true)
})
