import { Ajv } from 'ajv'
import t from 'tap'
import { configSchema } from '../../src/config/config-schema.js'
import { OPTION_NAMES } from '../../src/config/option-names.js'
import { parseConfig } from '../../src/config/parse-config.js'
import { randomConfig } from '../interop/round-trips.js'
import { Random } from './fixtures/random.js'

const validate = new Ajv({ allErrors: true }).compile(configSchema())

t.test('every option, with what an editor says about it', async (t) => {
  const { definitions } = configSchema() as {
    definitions: { config: { properties: Record<string, { description?: string }> } }
  }
  const { $schema, ...options } = definitions.config.properties
  t.strictSame(Object.keys(options), OPTION_NAMES)
  for (const [name, { description }] of Object.entries(options)) t.type(description, 'string', name)
  t.ok($schema)
})

t.test('the schema accepts every valid config', async (t) => {
  const random = new Random(3)
  for (let i = 0; i < 500; i++) {
    const config = JSON.parse(JSON.stringify(randomConfig(random)))
    if (!validate(config)) t.strictSame(validate.errors, [], JSON.stringify(config))
  }
  const otherwise = { origins: ['https://a.test'], credentials: true, otherwise: { origins: '*' } }
  t.ok(validate({ $schema: './node_modules/cors-policy/dist/schema.json', ...otherwise }))
  t.strictSame(parseConfig({ $schema: 'x', ...otherwise }), parseConfig(otherwise))
})

t.test('the parser refuses every config that the schema refuses', async (t) => {
  const rows: unknown[] = [
    {},
    [],
    { origins: [] },
    { origins: 'https://a.test' },
    { origins: ['a.test'] },
    { origins: '*', credentials: true },
    { origins: ['*'], credentials: true },
    { origins: ['https://a.test'], credentials: true, exposeHeaders: '*' },
    { origins: '*', maxAge: -1 },
    { origins: '*', preflightStatus: 300 },
    { origins: '*', allowedHeaders: [] },
    { origins: '*', methods: 'PUT' },
    { origins: ['https://a.test'], otherwise: {} },
  ]
  for (const config of rows) {
    t.notOk(validate(config), JSON.stringify(config))
    t.throws(() => parseConfig(config), JSON.stringify(config))
  }
})
