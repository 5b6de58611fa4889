import fc from 'fast-check'
import t from 'tap'
import { cors } from '../../src/adapters/express.js'
import { withCors as withFetchCors } from '../../src/adapters/fetch.js'
import { withCors } from '../../src/adapters/node.js'
import { type CorsConfig, compilePolicy, livePolicy, parseConfig, parseOrigins } from '../../src/index.js'
import { CASES, property } from './check.js'
import { config } from './configs.js'
import { hostileObject, hostileValue } from './hostile-values.js'
import { refuses } from './refusal.js'

const OPTIONS = [
  'origins',
  'methods',
  'headers',
  'exposeHeaders',
  'credentials',
  'maxAge',
  'preflightStatus',
  'enforce',
  'dangerouslyAllowInsecureOrigins',
  'dangerouslyAllowPublicSuffixSubdomains',
]

const hostile = fc.oneof(
  { weight: 1, arbitrary: hostileValue },
  { weight: 4, arbitrary: hostileObject(OPTIONS, config) },
)

const ways: Readonly<Record<string, (config: CorsConfig) => unknown>> = {
  compilePolicy,
  parseConfig,
  livePolicy,
  'replace of a live policy': (config) => livePolicy({ origins: '*' }).replace(config),
  'cors of Express': cors,
  'withCors of node': (config) => withCors(config, () => {}),
  'withCors of fetch': (config) => withFetchCors(config, () => new Response()),
}

const refused = new Map<string, number>()

property('any value at all is taken as a config, or refused with a CorsConfigError', hostile, ({ make }) => {
  for (const [name, way] of Object.entries(ways)) {
    // Made anew: the one before may have changed it.
    const value = make() as CorsConfig
    if (refuses(() => way(value))) refused.set(name, (refused.get(name) ?? 0) + 1)
  }
})

t.test('the inputs included refused and accepted configs', async (t) => {
  for (const name of Object.keys(ways)) {
    const count = refused.get(name) ?? 0
    t.ok(count > CASES / 10 && count < CASES, `${name}: ${count} of ${CASES}`)
  }
})

property(
  'any value at all is taken as a list of origins, or refused with a CorsConfigError',
  hostileValue,
  ({ make }) => {
    const value = make() as string
    refuses(() => parseOrigins(value))
  },
)
