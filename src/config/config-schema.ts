import { LONGEST_MAX_AGE } from '../http/max-age.js'
import { OK_STATUS } from '../http/ok-status.js'
import { OPTION_DESCRIPTIONS } from '../text/schema.js'
import { OPTION_NAMES, type OptionName } from './option-names.js'

/** A JSON schema: https://json-schema.org/draft-07. */
type JsonSchema = Readonly<Record<string, unknown>>

const NAMES: JsonSchema = { anyOf: [{ const: '*' }, { type: 'array', items: { type: 'string', minLength: 1 } }] }
const ORIGIN = '^(?:[a-z][a-z0-9+.-]*://.+)$'
const EXEMPTED: JsonSchema = {
  anyOf: [{ type: 'boolean' }, { type: 'array', items: { type: 'string', pattern: ORIGIN } }],
}

/** The type of each option, as far as a schema can say it. An option without one does not compile. */
const TYPES: Readonly<Record<OptionName, JsonSchema>> = {
  origins: {
    anyOf: [
      { enum: ['*', 'none'] },
      { type: 'array', minItems: 1, items: { anyOf: [{ const: '*' }, { type: 'string', pattern: ORIGIN }] } },
    ],
  },
  methods: NAMES,
  headers: NAMES,
  exposeHeaders: NAMES,
  credentials: { type: 'boolean' },
  maxAge: { type: 'integer', minimum: 0, maximum: LONGEST_MAX_AGE },
  preflightStatus: { type: 'integer', ...OK_STATUS },
  enforce: { type: 'boolean' },
  otherwise: { $ref: '#/definitions/config' },
  dangerouslyAllowInsecureOrigins: EXEMPTED,
  dangerouslyAllowPublicSuffixSubdomains: EXEMPTED,
  dangerouslyAllowPublicAddresses: EXEMPTED,
}
const DESCRIPTIONS: Readonly<Record<OptionName, string>> = OPTION_DESCRIPTIONS

/** With credentials a browser rejects `*`, or reads it as a name. */
const NO_WILDCARD: JsonSchema = { not: { anyOf: [{ const: '*' }, { type: 'array', contains: { const: '*' } }] } }

/**
 * The JSON schema of a config, for editors: `cors-policy/schema.json`. What it accepts may still be refused, since a
 * schema cannot know public suffixes; what `parseConfig` accepts, it accepts.
 */
export function configSchema(): JsonSchema {
  const properties = OPTION_NAMES.map((name) => [name, { description: DESCRIPTIONS[name], ...TYPES[name] }])
  const config = {
    type: 'object',
    additionalProperties: false,
    required: ['origins'],
    properties: { $schema: { type: 'string' }, ...Object.fromEntries(properties) },
    if: { properties: { credentials: { const: true } }, required: ['credentials'] },
    // biome would take an object with `then` for a promise; a schema is never awaited.
    ...Object.fromEntries([['then', { properties: { origins: NO_WILDCARD, exposeHeaders: NO_WILDCARD } }]]),
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A config of cors-policy',
    $ref: '#/definitions/config',
    definitions: { config },
  }
}
