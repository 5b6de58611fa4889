import type { ConfigBuilder, ImportOptions } from './config-builder.js'
import { type FoundSource, hasKey } from './find-source.js'
import { isId, isRules, readRules } from './from-s3.js'
import { type Dialect, importDocument } from './import-document.js'
import type { Imported } from './note.js'
import { literalRule, type Rule, setRules } from './rules.js'
import { SourceOptions } from './source-options.js'
import type { SourceValue } from './source-value.js'

const SOURCE = 'R2'

/** https://developers.cloudflare.com/api/resources/r2/subresources/buckets/subresources/cors/. */
const RULE = {
  allowed: ['allowed'],
  exposeHeaders: ['exposeHeaders'],
  maxAge: ['maxAgeSeconds'],
}
const ALLOWED = { origins: ['origins'], methods: ['methods'], headers: ['headers'] }

const R2: Dialect = {
  dialect: SOURCE,
  isFlat: false,
  known: ['allowed', 'exposeHeaders', 'maxAgeSeconds', 'AllowedOrigins', 'AllowedMethods'],
  matches: (value) => isRules(value) || isR2Rules(value),
  read,
}

function isR2Rules(value: SourceValue): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((rule) => hasKey(rule, ['allowed']))
}

/**
 * Converts the CORS policy of a Cloudflare R2 bucket, in the form of its API and wrangler or in that of S3. R2 compares
 * origins literally.
 *
 * @param document the rules, by themselves or within a larger document: as values, JSON, YAML, XML or HCL
 * @throws CorsConversionError with every problem, under paths such as `rules[0].allowed.origins[1]`
 */
export function fromR2(document: unknown, options: ImportOptions = {}): Imported {
  return importDocument(document, options, R2)
}

function read({ value, path }: FoundSource, builder: ConfigBuilder): void {
  const rules = isR2Rules(value) ? readOwn(value, path, builder) : readRules(value, path, builder)
  setRules(rules, path, builder, literalRule(SOURCE))
}

function readOwn(value: SourceValue, path: string, builder: ConfigBuilder): readonly Rule[] {
  return (value as readonly SourceValue[]).map((rule, i) => {
    const options = new SourceOptions(rule, `${path}[${i}]`, RULE, builder, isId)
    const allowed = new SourceOptions(options.get('allowed'), options.path('allowed'), ALLOWED, builder)
    return {
      path: `${path}[${i}]`,
      origins: allowed.list('origins') ?? [],
      methods: allowed.list('methods') ?? [],
      headers: allowed.list('headers') ?? [],
      exposeHeaders: options.list('exposeHeaders') ?? [],
      maxAge: options.number('maxAge'),
      paths: {
        origins: allowed.path('origins'),
        methods: allowed.path('methods'),
        headers: allowed.path('headers'),
        exposeHeaders: options.path('exposeHeaders'),
        maxAge: options.path('maxAge'),
      },
    }
  })
}
