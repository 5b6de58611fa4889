import { parseOrigin } from '../config/origin-pattern.js'
import { anyHeader, type ConfigBuilder, type ImportOptions, type SourceEntry } from './config-builder.js'
import { type FoundSource, hasKey } from './find-source.js'
import { type Dialect, importDocument } from './import-document.js'
import type { Imported } from './note.js'
import { isLoopback } from './origin-regex.js'
import { type Rule, setRules } from './rules.js'
import { SourceOptions } from './source-options.js'
import type { SourceValue } from './source-value.js'

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CORSRule.html, and what its XML, CloudFormation, CDK and Terraform
 * call the same.
 */
const RULE = {
  origins: ['AllowedOrigins', 'AllowedOrigin'],
  methods: ['AllowedMethods', 'AllowedMethod'],
  headers: ['AllowedHeaders', 'AllowedHeader'],
  exposeHeaders: ['ExposeHeaders', 'ExposeHeader', 'ExposedHeaders'],
  maxAge: ['MaxAgeSeconds', 'MaxAge'],
}
const SHAPE = ['allowedorigins', 'allowedorigin', 'allowedmethods', 'allowedmethod']

const S3: Dialect = {
  dialect: 'S3',
  isFlat: false,
  known: Object.values(RULE).map(([name]) => name as string),
  matches: isRules,
  read,
}

/** The name of a rule. */
export function isId(key: string): boolean {
  return key.toLowerCase() === 'id'
}

/** A list of rules, or the only one. */
export function isRules(value: SourceValue): boolean {
  return Array.isArray(value) ? value.length > 0 && value.every((rule) => hasKey(rule, SHAPE)) : hasKey(value, SHAPE)
}

/**
 * Converts the CORS configuration of an S3 bucket, in which the first rule that fits a request decides. A policy has one
 * answer for an origin, so several rules are taken where they differ only in their origins, or only in their methods, or
 * where `otherwise` says the same.
 *
 * @param document the rules, by themselves or within what AWS accepts or returns: as values, JSON, YAML, XML or HCL
 * @throws CorsConversionError with every problem, under paths such as `[0].AllowedOrigins[1]`
 */
export function fromS3(document: unknown, options: ImportOptions = {}): Imported {
  return importDocument(document, options, S3)
}

function read({ value, path }: FoundSource, builder: ConfigBuilder): void {
  const rules = readRules(value, path, builder)
  setRules(rules, path, builder, setRule)
}

function setRule(rule: Rule, builder: ConfigBuilder): void {
  const listed = new Set(rule.origins.map(({ text }) => text))
  const origins = rule.origins.flatMap((entry) => readOrigin(entry, listed, builder))
  builder.setOrigins(origins, rule.paths.origins)
  builder.setMethods(rule.methods, rule.paths.methods, true)
  const mirrors = rule.headers.some(({ text }) => text === '*')
  builder.setHeaders(mirrors ? anyHeader(false, rule.paths.headers) : rule.headers, rule.paths.headers)
  builder.setExposed(rule.exposeHeaders, rule.paths.exposeHeaders)
  builder.setMaxAge(rule.maxAge, rule.paths.maxAge)
  // S3 sends `Access-Control-Allow-Credentials: true` to whom an entry other than `*` lets in, and reads no cookie.
  if (origins.length > 0 && !listed.has('*')) {
    builder.note(rule.paths.origins, { code: 'credentials-differ', fault: 'import', name: 'S3' })
  }
}

/** Rules with the names of S3: R2 has them too. */
export function readRules(value: SourceValue, path: string, builder: ConfigBuilder): readonly Rule[] {
  if (!Array.isArray(value)) return [readRule(value, path, builder)]
  return value.map((rule, i) => readRule(rule, `${path}[${i}]`, builder))
}

function readRule(value: SourceValue, path: string, builder: ConfigBuilder): Rule {
  const options = new SourceOptions(value, path, RULE, builder, isId)
  return {
    path,
    origins: options.list('origins') ?? [],
    methods: (options.list('methods') ?? []).map(fromCdk),
    headers: options.list('headers') ?? [],
    exposeHeaders: options.list('exposeHeaders') ?? [],
    maxAge: options.number('maxAge'),
    paths: {
      origins: options.path('origins'),
      methods: options.path('methods'),
      headers: options.path('headers'),
      exposeHeaders: options.path('exposeHeaders'),
      maxAge: options.path('maxAge'),
    },
  }
}

/** `HttpMethods.GET` of the CDK. */
function fromCdk(entry: SourceEntry): SourceEntry {
  return { ...entry, text: entry.text.replace(/^(?:s3\.)?HttpMethods\./, '') }
}

/** A `*` of S3 matches any text, dots and colons included. */
function readOrigin(entry: SourceEntry, listed: ReadonlySet<string>, builder: ConfigBuilder): readonly SourceEntry[] {
  const { text, path } = entry
  if (parseOrigin(text)?.host.kind === 'range') return builder.exactOrigins([entry], 'S3')
  if (text.endsWith(':*')) {
    const isNoted = !listed.has(text.slice(0, -2))
    if (isNoted && !isLoopback(text)) {
      builder.refuse({ code: 'port-required', pattern: text }, path, text, `'${text}'`)
      return []
    }
    if (isNoted) builder.note(path, { code: 'default-port', patterns: [text] })
  } else if (/:\/\/(?!\*\.)[^.]*\*/.test(text) && parseOrigin(text) !== undefined) {
    builder.note(path, { code: 'pattern-narrowed', patterns: [text] })
  }
  // With any port, the default one is covered.
  return listed.has(`${text}:*`) ? [] : [entry]
}
