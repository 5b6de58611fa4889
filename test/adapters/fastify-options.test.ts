import t from 'tap'
import { parsePluginOptions, parseRouteCors } from '../../src/adapters/fastify-options.js'
import { CorsConfigError, compilePolicy, livePolicy } from '../../src/index.js'
import { type PolicySource, policySource } from '../../src/policy/policy-input.js'
import { optionTexts } from '../../src/text/fastify.js'
import { APP, config, EVIL } from '../support/policy.js'

const policy = compilePolicy(config)
const live = livePolicy(config)

/** The problems of an error, as `code path`. */
function problemsOf(run: () => unknown): string[] {
  try {
    run()
  } catch (error) {
    if (error instanceof CorsConfigError) return error.problems.map(({ code, path }) => `${code} ${path}`)
    throw error
  }
  return []
}

t.test('options of the plugin', async (t) => {
  const rows: [name: string, options: unknown, named: string[]][] = [
    ['a config', config, []],
    ['a config and no policies', { ...config, policies: undefined }, []],
    ['a config and policies', { ...config, policies: { a: config, b: policy, c: live } }, ['a', 'b', 'c']],
    ['a policy', { policy }, []],
    ['a policy and policies', { policy, policies: { a: config } }, ['a']],
    ['a live policy', { policy: live, policies: {} }, []],
    ['a compiled policy itself', policy, []],
    ['a live policy itself', live, []],
    ['no policy after all', { ...config, policy: undefined }, []],
  ]
  for (const [name, options, named] of rows) {
    const parsed = parsePluginOptions(options)
    t.strictSame(parsed.source.current.config, policy.config, name)
    t.strictSame([...parsed.named.keys()], named, name)
    for (const source of parsed.named.values()) t.strictSame(source.current.config, policy.config, name)
  }
  t.equal(parsePluginOptions({ policy }).source.current, policy)
  t.equal(parsePluginOptions({ policy: live }).source, live)
  t.equal(parsePluginOptions({ ...config, policies: { live } }).named.get('live'), live)
})

t.test('unknown options', async (t) => {
  const rows: [name: string, options: unknown, problems: string[]][] = [
    ['nothing', undefined, ['wrong-type config']],
    ['a list', [], ['wrong-type config']],
    ['no origins', {}, ['origins-missing origins']],
    ['an unknown option', { ...config, delegator: () => {} }, ['unknown-option delegator']],
    ['a policy that is none', { policy: {} }, ['wrong-type policy']],
    ['a config as a policy', { policy: config, maxAge: 1 }, ['unknown-option maxAge', 'wrong-type policy']],
    ['a policy and more', { policy, origins: [APP] }, ['unknown-option origins']],
    ['a name that has a meaning', { ...config, policies: { untouched: config } }, ['wrong-type policies.untouched']],
    ['policies of no kind', { ...config, policies: 1 }, ['wrong-type policies']],
    [
      'all at once',
      { origins: ['x'], maxAge: -1, policies: { a: { origins: [] }, b: null, c: { origins: '*', credentials: true } } },
      [
        'wrong-type policies.b',
        'origin-syntax origins[0]',
        'origins-missing policies.a.origins',
        'max-age-range maxAge',
        'wildcard-with-credentials policies.c.origins',
      ],
    ],
  ]
  for (const [name, options, problems] of rows) {
    t.strictSame(problemsOf(() => parsePluginOptions(options)).sort(), [...problems].sort(), name)
  }
})

t.test('config.cors of a route', async (t) => {
  const named = new Map<string, PolicySource>([['other', policySource({ origins: [EVIL] })]])
  const parse = (value: unknown) => parseRouteCors(value, 'GET /x', (name) => named.get(name))
  t.equal(parse(false), false)
  t.equal(parse('untouched'), 'untouched')
  t.equal(parse('other'), named.get('other'))
  t.equal(parse(live), live)
  const compiled = parse(policy)
  t.match(compiled, { current: policy })
  const own = parse(config)
  t.match(own, { current: { config: policy.config } })
  const rows: [name: string, value: unknown, problems: string[]][] = [
    ['a name of nothing', 'nobody', ['wrong-type config.cors of GET /x']],
    ['an empty name', '', ['wrong-type config.cors of GET /x']],
    ['a name of every object', 'constructor', ['wrong-type config.cors of GET /x']],
    ['true', true, ['wrong-type config.cors of GET /x']],
    ['null', null, ['wrong-type config.cors of GET /x']],
    ['a number', 0, ['wrong-type config.cors of GET /x']],
    ['a list', [APP], ['wrong-type config.cors of GET /x']],
    ['a bad config', { origins: [APP], maxAge: -1 }, ['max-age-range config.cors of GET /x.maxAge']],
    [
      'the options of the plugin',
      { policy },
      ['unknown-option config.cors of GET /x.policy', 'origins-missing config.cors of GET /x.origins'],
    ],
  ]
  for (const [name, value, problems] of rows) {
    t.strictSame(problemsOf(() => parse(value)).sort(), [...problems].sort(), name)
  }
  t.throws(() => parse('nobody'), {
    message: new RegExp(
      optionTexts.unknownPolicy('"nobody"').replaceAll('.', '\\.').replaceAll('(', '\\(').replaceAll(')', '\\)'),
    ),
  })
})
