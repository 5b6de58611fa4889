import type { ConfigBuilder, ImportOptions } from './config-builder.js'
import { type FoundSource, hasKey } from './find-source.js'
import { type Dialect, importDocument } from './import-document.js'
import type { Imported } from './note.js'
import { literalRule, type Rule, setRules } from './rules.js'
import { SourceOptions } from './source-options.js'
import type { SourceValue } from './source-value.js'

const SOURCE = 'Cloud Storage'

/** https://docs.cloud.google.com/storage/docs/json_api/v1/buckets#cors, and what Terraform and the clients call the same. */
const RULE = {
  origins: ['origin', 'origins'],
  methods: ['method', 'methods'],
  headers: ['responseHeader', 'responseHeaders'],
  maxAge: ['maxAgeSeconds', 'maxAge'],
}
const SHAPE = ['method', 'responseheader', 'responseheaders']

const GCS: Dialect = {
  dialect: SOURCE,
  isFlat: false,
  known: Object.values(RULE).map(([name]) => name as string),
  matches: (value) => (Array.isArray(value) ? value.length > 0 && value.every(isRule) : isRule(value)),
  read,
}

function isRule(value: SourceValue): boolean {
  return hasKey(value, ['origin', 'origins']) && hasKey(value, SHAPE)
}

/**
 * Converts the CORS configuration of a Google Cloud Storage bucket. Its one list of headers is for requests and
 * responses; of each name, the direction that it can have is taken.
 *
 * @param document the rules, by themselves or within a larger document: as values, JSON, YAML or HCL
 * @throws CorsConversionError with every problem, under paths such as `[0].origin[1]`
 */
export function fromGcs(document: unknown, options: ImportOptions = {}): Imported {
  return importDocument(document, options, GCS)
}

function read({ value, path }: FoundSource, builder: ConfigBuilder): void {
  const list: readonly SourceValue[] = Array.isArray(value) ? value : [value]
  const rules = list.map((rule, i) => readRule(rule, Array.isArray(value) ? `${path}[${i}]` : path, builder))
  setRules(rules, path, builder, literalRule(SOURCE))
}

function readRule(value: SourceValue, path: string, builder: ConfigBuilder): Rule {
  const options = new SourceOptions(value, path, RULE, builder)
  const headers = options.list('headers') ?? []
  return {
    path,
    origins: options.list('origins') ?? [],
    methods: options.list('methods') ?? [],
    headers,
    exposeHeaders: headers,
    maxAge: options.number('maxAge'),
    paths: {
      origins: options.path('origins'),
      methods: options.path('methods'),
      headers: options.path('headers'),
      exposeHeaders: options.path('headers'),
      maxAge: options.path('maxAge'),
    },
  }
}
