import { CDK_DEFAULTS, type CdkDefaults } from './cdk-constants.js'
import type { ConfigBuilder, ImportOptions, SourceEntry } from './config-builder.js'
import { type FoundSource, hasKey, withoutPunctuation } from './find-source.js'
import { type Dialect, importDocument } from './import-document.js'
import type { Imported } from './note.js'
import { dropLiteralWildcard } from './origin-entries.js'
import { SourceOptions, splitNames } from './source-options.js'
import { isMap, type SourceValue } from './source-value.js'

const SOURCE = 'API Gateway'

/**
 * https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html#apis-apiid-model-cors, and what
 * CloudFormation, SAM, the CDK, Terraform and serverless.yml call the same.
 */
const NAMES = {
  origins: ['AllowOrigins', 'AllowedOrigins', 'AllowOrigin', 'origins', 'origin'],
  methods: ['AllowMethods', 'AllowedMethods', 'methods'],
  headers: ['AllowHeaders', 'AllowedHeaders', 'headers'],
  exposeHeaders: ['ExposeHeaders', 'ExposedHeaders', 'ExposedResponseHeaders'],
  credentials: ['AllowCredentials'],
  maxAge: ['MaxAge'],
}
const SHAPE = ['alloworigins', 'allowedorigins', 'alloworigin', 'allowmethods', 'allowheaders']
/** Names that serverless.yml has for a REST API, which say little by themselves. */
const BELOW_CORS = ['origin', 'origins', 'headers', 'allowcredentials', 'allowedorigins']
const CORS_KEYS = ['cors', 'corsconfiguration']

/** What makes a REST API of the CDK answer preflights. */
const CDK_REST = /(?:^|\.)(?:defaultCorsPreflightOptions|addCorsPreflight)$/

const API_GATEWAY: Dialect = {
  dialect: SOURCE,
  isFlat: true,
  known: Object.values(NAMES).map(([name]) => name as string),
  matches,
  read,
}

function matches(value: SourceValue, key: string): boolean {
  if (!CORS_KEYS.includes(withoutPunctuation(key))) return hasKey(value, SHAPE)
  if (isMap(value)) return value.size === 0 || hasKey(value, [...SHAPE, ...BELOW_CORS])
  return value === true || typeof value === 'string'
}

/**
 * Converts the `CorsConfiguration` of an API Gateway HTTP API, or what SAM and serverless.yml make a REST API of.
 *
 * @param document the configuration, by itself or within a template or the answer of a command: as values, JSON, YAML, HCL
 * @throws CorsConversionError with every problem, under paths such as `AllowOrigins[0]`
 */
export function fromApiGateway(document: unknown, options: ImportOptions = {}): Imported {
  return importDocument(document, options, API_GATEWAY)
}

function read({ value, path }: FoundSource, builder: ConfigBuilder): void {
  // SAM: one text is the origin.
  if (typeof value === 'string') {
    builder.setOrigins(builder.exactOrigins(unquote({ text: value, path }), SOURCE), path)
    return
  }
  if (value === true) {
    builder.refuse(
      { code: 'shorthand', name: 'cors: true' },
      path,
      true,
      "{ origins: '*', headers: ['content-type', 'authorization'] }",
    )
    return
  }
  const options = new SourceOptions(value, path, NAMES, builder, (key) => withoutPunctuation(key) === 'cachecontrol')
  const defaults: CdkDefaults = CDK_REST.test(path) ? CDK_DEFAULTS : {}
  const list = (name: keyof typeof NAMES) => {
    const byDefault = defaults[name]?.map((text) => ({ text, path: options.path(name) }))
    return options.list(name)?.flatMap(unquote) ?? byDefault ?? []
  }
  const origins = builder.exactOrigins(list('origins'), SOURCE)
  builder.setOrigins(origins, options.path('origins'))
  const credentials = options.boolean('credentials')
  // With `*` as the origin a REST API sends what browsers reject; an HTTP API does not accept it.
  const literal = credentials === true
  builder.setHeaders(dropLiteralWildcard(list('headers'), 'headers', literal, builder), options.path('headers'))
  const exposed = dropLiteralWildcard(list('exposeHeaders'), 'exposeHeaders', literal, builder)
  builder.setExposed(exposed, options.path('exposeHeaders'))
  const methods = list('methods').map(fromCdk)
  builder.setMethods(dropLiteralWildcard(methods, 'methods', literal, builder), options.path('methods'), true)
  builder.set('credentials', credentials, options.path('credentials'))
  builder.setMaxAge(options.number('maxAge'), options.path('maxAge'))
}

/** `"'GET,POST'"`: the values of a REST API are quoted once more, and hold whole lists. */
function unquote({ text, path }: SourceEntry): readonly SourceEntry[] {
  return splitNames(text.replace(/^'(.*)'$/, '$1'), path)
}

/** `CorsHttpMethod.GET` of the CDK, whose ANY is `*`. */
function fromCdk(entry: SourceEntry): SourceEntry {
  const [, name] = /^(?:\w+\.)?CorsHttpMethod\.(\w+)$/.exec(entry.text) ?? []
  if (name === undefined) return entry
  return { ...entry, text: name === 'ANY' ? '*' : name }
}
