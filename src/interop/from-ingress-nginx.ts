import { parseOrigin } from '../config/origin-pattern.js'
import type { ConfigBuilder, ImportOptions, SourceEntry } from './config-builder.js'
import { type FoundSource, hasKey } from './find-source.js'
import { type Dialect, importDocument } from './import-document.js'
import type { Imported } from './note.js'
import { dropLiteralWildcard, effectiveCredentials } from './origin-entries.js'
import { INGRESS_NGINX_RULES } from './published-rules.js'
import { SourceOptions, splitNames } from './source-options.js'

const SOURCE = 'ingress-nginx'
const PREFIX = 'nginx.ingress.kubernetes.io/'

/**
 * https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#enable-cors, and
 * internal/ingress/annotations/cors/main.go of ingress-nginx.
 */
const NAMES = {
  enabled: ['enable-cors'],
  origins: ['cors-allow-origin'],
  methods: ['cors-allow-methods'],
  headers: ['cors-allow-headers'],
  exposeHeaders: ['cors-expose-headers'],
  credentials: ['cors-allow-credentials'],
  maxAge: ['cors-max-age'],
}
const SHAPE = [PREFIX, ''].flatMap((prefix) =>
  ['enablecors', 'corsalloworigin'].map((name) => prefix.replace(/\W/g, '') + name),
)
const DEFAULT_METHODS = 'GET, PUT, POST, DELETE, PATCH, OPTIONS'
const DEFAULT_HEADERS =
  'DNT,Keep-Alive,User-Agent,X-Requested-With,If-Modified-Since,Cache-Control,Content-Type,Range,Authorization'
const DEFAULT_MAX_AGE = 1_728_000

const INGRESS_NGINX: Dialect = {
  dialect: SOURCE,
  isFlat: true,
  known: Object.values(NAMES).map(([name]) => `${PREFIX}${name}`),
  matches: (value) => hasKey(value, SHAPE),
  read,
}

/**
 * Converts the CORS annotations of ingress-nginx. What is not said has the controller's default: every origin, and
 * credentials.
 *
 * @param document an Ingress, or its annotations: as values, YAML or JSON
 * @throws CorsConversionError with every problem, under paths such as `metadata.annotations.…/cors-allow-origin`
 */
export function fromIngressNginx(document: unknown, options: ImportOptions = {}): Imported {
  return importDocument(document, options, INGRESS_NGINX)
}

function read({ value, path }: FoundSource, builder: ConfigBuilder): void {
  const options = new SourceOptions(value, path, tableOf(), builder, isOther)
  if (options.boolean('enabled') !== true) {
    builder.note(options.path('enabled'), { code: 'not-enabled', source: SOURCE, option: 'enable-cors' })
    builder.set('origins', 'none', options.path('enabled'))
    return
  }
  const origins = readOrigins(options, builder)
  const wanted = options.boolean('credentials') ?? true
  const credentials = effectiveCredentials(wanted, origins, options.path('credentials'), builder)
  const names = (name: 'methods' | 'headers' | 'exposeHeaders', byDefault: string) =>
    dropLiteralWildcard(readNames(options, name, byDefault, builder), name, credentials, builder)
  builder.setOrigins(origins, options.path('origins'))
  builder.setMethods(names('methods', DEFAULT_METHODS), options.path('methods'), true)
  builder.setHeaders(names('headers', DEFAULT_HEADERS), options.path('headers'))
  builder.setExposed(names('exposeHeaders', ''), options.path('exposeHeaders'))
  builder.set('credentials', credentials, options.path('credentials'))
  builder.setMaxAge(options.number('maxAge') ?? DEFAULT_MAX_AGE, options.path('maxAge'))
}

/** With and without the prefix of the controller. */
function tableOf(): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(NAMES).map(([name, [key = '']]) => [name, [`${PREFIX}${key}`, key]]))
}

/** An Ingress also has annotations that are not about CORS. */
function isOther(key: string): boolean {
  return !/(?:^|\/)cors-[a-z-]+$/.test(key)
}

function readOrigins(options: SourceOptions, builder: ConfigBuilder): readonly SourceEntry[] {
  const path = options.path('origins')
  const listed = options.list('origins', 'split')
  if (listed === undefined) {
    builder.note(path, { code: 'origin-default', source: SOURCE })
    return [{ text: '*', path }]
  }
  // With it, nothing else in the list counts.
  const wildcard = listed.find(({ text }) => text === '*')
  return wildcard === undefined ? listed.filter((entry) => isTaken(entry, builder)) : [wildcard]
}

/** A list with anything that the controller does not accept is replaced by its default, and so is an empty one. */
function readNames(
  options: SourceOptions,
  name: 'methods' | 'headers' | 'exposeHeaders',
  byDefault: string,
  builder: ConfigBuilder,
): readonly SourceEntry[] {
  const path = options.path(name)
  const listed = options.list(name, 'split') ?? []
  if (listed.length === 0) return splitNames(byDefault, path)
  const rule = INGRESS_NGINX_RULES[name]
  const rejected = listed.filter(({ text }) => !rule.test(text)).map(({ text }) => text)
  if (rejected.length === 0) return listed
  builder.note(path, { code: 'default-used', source: SOURCE, names: rejected })
  return splitNames(byDefault, path)
}

/** Its `*` is the leftmost label, and one label only. */
function isTaken({ text, path }: SourceEntry, builder: ConfigBuilder): boolean {
  const kind = parseOrigin(text)?.host.kind
  const suggestion = kind && `'${text}'`
  if (!INGRESS_NGINX_RULES.origins.test(text)) {
    builder.refuse({ code: 'source-rejects', source: SOURCE }, path, text, suggestion)
  } else if (kind === 'subdomains') {
    builder.refuse({ code: 'one-label', source: SOURCE, pattern: text }, path, text, suggestion)
  } else {
    return true
  }
  return false
}
